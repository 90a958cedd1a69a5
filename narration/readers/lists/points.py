"""Points of a list that the page has run into a paragraph, as items of their own.

Writers make lists by hand: “•” at the head of lines, short lines under a colon,
or “a. … b. … c. …” in one running text.  Such marks are believed only where
several of a kind stand in order, the first at the head of the paragraph or
after a full stop or a colon.  Under a colon, or each after a semicolon, they go
on from the words before them: “You can either: 1. stop …; or 2. go on ….”
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_lowercase

from narration.readers.base import Block, Kind, changed, lines_of
from narration.readers.lines import furniture
from narration.readers.lines.heading_words import begins_list, is_stem
from narration.readers.lines.marks import BOX, PICTURE
from narration.readers.vocabulary import BARS, data

FEWEST_BULLETS = 2
FEWEST_LETTERS = 3
_MOST_CHARACTERS = 60
_FEWEST_CHARACTERS = 40
"""No page is so narrow that a shorter line is full."""
_BOX = re.compile(rf"{BOX}\s*(?=[^\W_])")
_BULLET = re.compile(rf"(?:[•●▪◦‣⁃■□✓✔]|{BOX}|{PICTURE})\s*(?=[^\W_])")
_LINE_BULLET = re.compile(rf"(?:(?:[•●▪◦‣⁃■□✓✔·▸►➢➤❖✦]|{BOX}|{PICTURE})\s*|[-*–—.]\s+)(?=[^\W_])")
_COUNTED = re.compile(r"\(?(?P<name>[a-h1-9])\)\s+(?=[^\W_])")
_BEFORE = re.compile(r"(?:^|[.:;?!,][”\"’)]*)\s*$")
_REACH = 20
"""What it looks for has fewer characters."""
_LETTER = re.compile(
    r"(?:(?<=\s)|^)(?:\((?P<inside>[a-h1-9])\)|(?P<bare>[a-h1-9])[.)]-?(?=\s+[^\W_a-z])|(?P<low>[a-h1-9])\))\s+(?=[^\W_])"
)
"""After a full stop a point begins as a sentence; after a bracket it may go on from what leads in to it."""
_GOING_ON = re.compile(r"(?:(?<=\s)|^)(?:\((?P<inside>\w{1,4})\)|(?P<bare>\w{1,4})[.)])\s+(?=[^\W_])")
"""A mark before words that go on from what leads in to it: “1. stop”, “(ii) wait”."""
_BETWEEN = re.compile(r"(?:[;,]|[;,.]?\s(?:and|or|nor|y|e|o|u|ni))\s*$")
"""What parts such a point from the next."""
_LEADS_IN = re.compile(r"(?::|\b(?:either|you (?:will|can|may|should|must)|o bien))\s*$", re.IGNORECASE)
_LEADS_ON = re.compile(r"[^\W\d_]$")
"""Words that points go on from without a colon: alone, they would look like a heading."""
_ORDERS = (ascii_lowercase, "123456789", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
_SENTENCE = re.compile(r"(?<=[^\W\d_][.!?])\s+(?=[^\W\d_a-z]|[¿¡“\"])")

_ROW = re.compile(r"(?=[^\W_a-z])[^:.!?–—]{2,60}\s[–—-]\s[^.!?–—]{1,60}")
"""A line of a table by hand: “Driving – 1 week”."""

_SIGN = re.compile(r"(?P<key>\S[^:.!–—]{0,12}?)\s(?:[–—=-]|:)\s[^.!?]{2,60}")
"""A line of a key to signs: “++ – strong”."""

_ACRONYM = re.compile(r"[^\W\d_a-z]{2,}\b")
"""“DNI y tarjeta”, among lines that begin with a small letter."""

_NAMED_FACT = re.compile(r"[^\W\d_][^:]{2,30}:\s+\S[^:]*")

Mark = tuple[int, int, str]
"""Where a mark begins and ends, and the number or letter in it."""


def apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a paragraph that holds points comes as what leads in to them and an item for each."""
    over = ""
    for block in (part for each in _typed(blocks) for part in _closed(each)):
        block = _without_box(block)
        yield from [block] if furniture.is_strip(lines_of(block)) else _parted(block, over)
        over = block.text


def _closed(block: Block) -> Iterator[Block]:
    """The block; a sentence under a colon and lines in small letters without full stops is no point: “Ring 111.”"""
    lines = [block.text[a:b].strip() for a, b in pairwise([0, *block.breaks, len(block.text)])]
    first = next((at for at, line in enumerate(lines) if line.endswith(":")), len(lines)) + 1
    small = [line[:1].islower() and not line.endswith(".") for line in lines[first:-1]]
    ends = len(small) >= FEWEST_BULLETS and all(small) and re.match(r"[^\W\d_a-z].*[.!]$", lines[-1])
    if block.kind is not Kind.PARAGRAPH or not ends:
        yield block
        return
    yield _piece(block, 0, 0, block.breaks[-1], block.kind, "", block.depth)
    yield _piece(block, block.breaks[-1], block.breaks[-1], len(block.text), block.kind, "", block.depth)


def _typed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; paragraphs that each begin with a typed bullet, several together or one under a colon, are items."""
    typed = [_is_typed(block) for block in blocks]
    counted = _counted(blocks)
    for at, block in enumerate(blocks):
        if mark := counted.get(at):
            block = _piece(block, 0, mark.end(), len(block.text), Kind.ITEM, mark["name"], 1)
        beside = any(typed[near] for near in (at - 1, at + 1) if 0 <= near < len(blocks))
        led = at > 0 and blocks[at - 1].text.rstrip().endswith(":")
        if typed[at] and (beside or led):
            mark = _LINE_BULLET.match(block.text)
            block = _piece(block, 0, mark.end() if mark else 0, len(block.text), Kind.ITEM, "", 1)
        yield block


def _counted(blocks: Sequence[Block]) -> Mapping[int, re.Match[str]]:
    """Where paragraphs under a colon begin with “1)”, “2)”, …, or with letters, which as headings they would keep."""
    found: dict[int, re.Match[str]] = {}
    for lead in (at for at, block in enumerate(blocks) if block.text.rstrip().endswith(":") and not block.reason):
        for order in (ascii_lowercase, "123456789"):
            run: dict[int, re.Match[str]] = {}
            for at in range(lead + 1, min(lead + 1 + len(order), len(blocks))):
                mark = _COUNTED.match(blocks[at].text)
                plain = blocks[at].kind is Kind.PARAGRAPH and not (blocks[at].reason or blocks[at].breaks)
                if mark is None or not plain or mark["name"] != order[len(run)]:
                    break
                run[at] = mark
            if len(run) >= FEWEST_BULLETS:
                found |= run
    return found


def _is_typed(block: Block) -> bool:
    """Whether a paragraph, and no later line of it, begins with a typed bullet: ``<div>- Bring …</div>``."""
    plain = block.kind is Kind.PARAGRAPH and not block.reason and not block.depth
    marked = plain and _LINE_BULLET.match(block.text) is not None
    return marked and not any(_LINE_BULLET.match(block.text, at) for at in block.breaks)


def _parted(block: Block, over: str) -> Iterator[Block]:
    marks = _marks(block, over) if block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not block.reason else []
    if not marks:
        yield block
        return
    if before := block.text[: marks[0][0]].strip():
        lead = _piece(block, 0, block.text.index(before), marks[0][0], block.kind, block.marker, block.depth)
        # A line in bold type over points may be a heading, as one over a list may be.
        bold = block.lead == len(before) and marks[0][0] in block.breaks and block.kind is Kind.PARAGRAPH
        lead = replace(lead, strong=lead.strong or bold, lead=0 if bold else lead.lead)
        yield replace(lead, text=f"{lead.text}:") if _LEADS_ON.search(before) else lead
    depth = block.depth + (1 if before and block.kind is Kind.ITEM else 0)
    last = _end_of_points(block.text, marks)
    for (_, start, marker), end in zip(marks, [*(mark[0] for mark in marks[1:]), last], strict=True):
        yield _piece(block, start, start, end, Kind.ITEM, marker, max(depth, 1))
    if last < len(block.text):
        rest = _piece(block, last, last, len(block.text), Kind.PARAGRAPH, "", block.depth)
        yield from _parted(rest, "")


def _end_of_points(text: str, marks: Sequence[Mark]) -> int:
    """Where points that are held apart by “;” or “,” end: a sentence after the last is about them all."""
    if not all(mark[2] and _BETWEEN.search(text[: mark[0]]) for mark in marks[1:]):
        return len(text)
    ends = _SENTENCE.search(text, marks[-1][1])
    return ends.end() if ends else len(text)


def strips(block: Block) -> Iterator[Block]:
    """The block; facts held apart by dots or bars (``Time: 2 hours · Scan: 20 minutes``) come one by one.

    Under one name they stay together: “In short: day case · local anaesthetic · 20 minutes” has one sentence, since
    “20 minutes.” alone would be heard of the anaesthetic.
    """
    edges = [(match.start(), match.end()) for match in BARS.finditer(block.text)]
    starts = [0, *(end for _, end in edges)]
    pieces = list(zip(starts, [*(start for start, _ in edges), len(block.text)], strict=True))
    plain = block.kind is Kind.PARAGRAPH and not block.reason and len(pieces) > 1
    if not plain or any(
        re.search(r"[.;!]\s|[.;!,]$", block.text[a:b]) or not block.text[a:b].strip() for a, b in pieces
    ):
        yield block
        return
    told = [block.text[a:b].strip() for a, b in pieces]
    if len(told) > FEWEST_BULLETS and _NAMED_FACT.fullmatch(told[0]) and not any(":" in each for each in told[1:]):
        yield changed(block, [(a, b, "; ") for a, b in edges])
        return
    yield from (_piece(block, 0, a, b, Kind.PARAGRAPH, "", block.depth) for a, b in pieces)


def _without_box(block: Block) -> Block:
    """An item of a list, or a line, that begins with a box to tick is an item without it."""
    box = _BOX.match(block.text) if block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not block.reason else None
    if box is None or any(_LINE_BULLET.match(block.text, at) for at in block.breaks):
        return block
    return _piece(block, 0, box.end(), len(block.text), Kind.ITEM, block.marker, max(block.depth, 1))


def _marks(block: Block, over: str = "") -> list[Mark]:
    edges = [0, *block.breaks, len(block.text)]
    if len(edges) > FEWEST_BULLETS and all(_ROW.fullmatch(block.text[a:b].strip()) for a, b in pairwise(edges)):
        return [(at, at, "") for at in edges[:-1]]
    if _explains_signs([block.text[a:b].strip() for a, b in pairwise(edges)]):
        return [(at, at, "") for at in edges[:-1]]
    lines = [match for at in edges[:-1] if (match := _LINE_BULLET.match(block.text, at))]
    if len(lines) >= FEWEST_BULLETS:
        return [(match.start(), match.end(), "") for match in lines]
    if unmarked := _lines_under_colon(block, over):
        return unmarked
    inline = list(_BULLET.finditer(block.text))
    if len(inline) >= FEWEST_BULLETS and _BEFORE.search(block.text[: inline[0].start()]):
        return [(match.start(), match.end(), "") for match in inline]
    return _lettered(block.text, block.breaks) or _going_on(block.text)


def _explains_signs(lines: Sequence[str]) -> bool:
    """Whether lines tell what signs mean, most of which have no letter: none may be heard with the next line's."""
    found = [_SIGN.fullmatch(line) for line in lines]
    bare = sum(match is not None and not re.search(r"[^\W_]", match["key"]) for match in found)
    return len(lines) >= FEWEST_LETTERS and all(found) and bare * 2 > len(lines)


def _lines_under_colon(block: Block, over: str) -> list[Mark]:
    """Lines of a list without marks, under one that ends with a colon; prose is broken later, and at any word.

    The colon may end the block before, whose text is ``over``.  Or that block, or
    the first line, breaks off (“Call us if you have”): then, as for long lines,
    none may be full; half of them where all begin alike, since the longest of
    them (“your belly swells and you cannot pass wind”) looks full by itself.
    """
    first = next((at for at in block.breaks if block.text[:at].rstrip().endswith(":")), 0)
    stem = not first and not over.endswith(":")
    if stem and not is_stem(over) and block.breaks and _begins(block.text[: block.breaks[0]]):
        first = block.breaks[0]
    led = over.endswith(":") or (stem and is_stem(over))
    starts = [0, *block.breaks] if led else [at for at in block.breaks if at >= first > 0]
    lines = [block.text[a:b].strip() for a, b in pairwise([*starts, len(block.text)])] if starts else []
    lines = lines if all(lines) else []
    long = any(len(line) > _MOST_CHARACTERS for line in lines)
    if len(lines) < FEWEST_BULLETS:
        return []
    small = all(line[0].islower() or _ACRONYM.match(line) for line in lines)
    large = not stem and all(line[0].isupper() for line in lines)
    apart = _are_broken(lines, block.text[:first].strip() or over) if small or large else _are_broken(lines)
    if (long or stem) and not apart:
        return []
    ends = {line[-1] if line[-1] in ",;" else "" for line in lines[:-1]}
    # “…, AND” joins two points; a sentence that goes on in the next line has no such capitals.
    lasts = [line.split()[-1] for line in lines[:-1]]
    joined = any(last.lower() in data("labels")["never_last"] and not _is_loud_joint(last) for last in lasts)
    if len(ends) > 1 or joined or not (small or len({line[0].islower() for line in lines}) == 1):
        return []
    return [] if any(re.search(r"[.!?:]", line[:-1]) for line in lines) else [(at, at, "") for at in starts]


def _is_loud_joint(word: str) -> bool:
    return re.fullmatch(data("labels")["loud_joints"], word) is not None


def _begins(line: str) -> bool:
    """Whether a line is a beginning, and not only broken where it was full: “It is normal to”, but not “you may”."""
    last = line.lower().split()[-1:]
    whole = last == ["to"] or not {*last} & {*data("labels")["breaks_off"]}
    return is_stem(line) or (whole and begins_list(line))


def _are_broken(lines: Sequence[str], lead: str = "") -> bool:
    """Whether no line is full: each but the last has room for the next word in the width of the longest.

    Under a ``lead`` that begins a list half of them do: in a text that is broken where it was full, none has room.
    """
    width = max(_FEWEST_CHARACTERS, len(lead), *map(len, lines))
    early = [len(line) + 1 + len(below.split()[0]) <= width for line, below in pairwise(lines)]
    return sum(early) * 2 >= len(early) if lead else all(early)


def _lettered(text: str, breaks: Sequence[int]) -> list[Mark]:
    """``a. … b. … c. …`` or ``1) … 2) … 3) …``, in order from the first."""
    for order in (ascii_lowercase, "123456789"):
        found: list[Mark] = []
        for match in _LETTER.finditer(text):
            name = match["inside"] or match["bare"] or match["low"]
            before = text[max(0, match.start() - _REACH) : match.start()]
            begins = found or match.start() in breaks or _BEFORE.search(before)
            if name == order[len(found)] and begins:
                found.append((match.start(), match.end(), name))
        if len(found) >= FEWEST_LETTERS:
            return found
    return []


def _going_on(text: str) -> list[Mark]:
    """``either: 1. stop …; or 2. go on …``: two suffice where the words before and between them show a list."""
    for order in _ORDERS:
        found: list[Mark] = []
        for match in _GOING_ON.finditer(text):
            name, before = match["inside"] or match["bare"], text[: match.start()]
            expected = len(found) < len(order) and name == order[len(found)]
            if expected and (_BETWEEN if found else _LEADS_IN).search(before):
                found.append((match.start(), match.end(), name))
        if len(found) >= FEWEST_BULLETS:
            return found
    return []


def _piece(block: Block, line_from: int, start: int, end: int, kind: Kind, marker: str, depth: int) -> Block:
    text = block.text[start:end].strip()
    line = block.line + sum(1 for at in block.breaks if line_from < at <= start) if block.line else 0
    breaks = tuple(at - start for at in block.breaks if start < at < start + len(text))
    lead = min(block.lead, len(text)) if start == 0 else 0
    return replace(block, text=text, line=line, breaks=breaks, kind=kind, marker=marker, depth=depth, lead=lead)

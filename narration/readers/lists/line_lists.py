"""Lists that a page shows by nothing but its lines: short ones that stand together under “What to bring”.

The heading and the blank line are all that plain text has.  A line that begins with
a small letter is mostly the second half of the one above, broken where the page was
full; under a heading, where lines end long before that, each is a thing of its own::

    What to bring

    soft socks
    an eye mask, if you like yours better than ours
    a book
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers.base import Block, Kind, is_under_space, lines_of, part_of
from narration.readers.lines import furniture, heading_words, marks, senders
from narration.readers.vocabulary import data, listed

MOST_LINE_WORDS = 16
"""A line of more words is prose."""
FEWEST_LINES = 3
FEWEST_THINGS = 2
"""So many lines do under a heading that asks for things."""
FEWEST_CHARACTERS = 40
"""No page is so narrow that a shorter line is full."""
_STOP = re.compile(r"[.!?;]\s")


def marked(blocks: Sequence[Block], widest: int = 0) -> Iterator[Block]:
    """The blocks of a plain text; short lines that stand together under a heading, or after a colon, come as items.

    ``widest`` is how long the longest lines are where the page is hard-wrapped.
    """
    blocks = list(_single(blocks, widest))
    at, told = 0, False
    ends = _ends_of_lines(blocks)
    while at < len(blocks):
        end = ends[at]
        if told and at and end - at >= FEWEST_LINES and _leads(blocks, at):
            yield from (replace(block, kind=Kind.ITEM, depth=1) for block in blocks[at:end])
            at = end
            continue
        told = told or furniture.is_prose(blocks[at].text)
        yield blocks[at]
        at += 1


def under_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of any format; a paragraph right under a heading that is such lines comes as an item for each.

    Lines with a bullet of their own, “· fever”, are told apart by it (``points``), and are said without it.
    """
    over: Block | None = None
    told = False
    for block in blocks:
        headed = over is not None and over.kind is Kind.HEADING and not over.reason and not block.reason
        plain = block.kind is Kind.PARAGRAPH and not block.depth and not block.lead
        plain = plain and not all(map(marks.is_typed, lines_of(block)))
        if told and headed and plain and over is not None and _are_things(lines_of(block), over.text):
            yield from _items(block)
        else:
            yield block
        told = told or furniture.is_prose(block.text)
        over = block


def _single(blocks: Sequence[Block], widest: int) -> Iterator[Block]:
    """The blocks; lines of such a list that small letters had joined come as an item each."""
    at, told = 0, False
    while at < len(blocks):
        run = blocks[at : _end_of_run(blocks, at)]
        joined = told and at > 0 and any(block.breaks for block in run)
        yield from (joined and _things(blocks, at, run, widest)) or run
        told = told or any(furniture.is_prose(block.text) for block in run)
        at += len(run)


def _things(blocks: Sequence[Block], at: int, run: Sequence[Block], widest: int) -> list[Block]:
    """The items that a run of lines is; with the heading that its first line may be."""
    lines = [line for block in run for line in lines_of(block)]
    if _leads(blocks, at) and _are_things(lines, blocks[at - 1].text, widest):
        return [item for block in run for item in _items(block)]
    name, first = lines[0], run[0]
    names = _asks_for_things(name) or (name.isupper() and not any(map(str.isupper, lines[1:])))
    if is_under_space(first, blocks[at - 1]) and names and _are_things(lines[1:], name, widest):
        edge = next(iter(first.breaks), len(first.text))
        rest = [part_of(first, edge, len(first.text))] if edge < len(first.text) else []
        below = [item for block in (*rest, *run[1:]) for item in _items(block)]
        return [part_of(first, 0, edge), *below]
    return []


def _end_of_run(blocks: Sequence[Block], at: int) -> int:
    """Where the paragraphs end that follow each other with no blank line between."""
    end = at
    while end < len(blocks) and blocks[end].kind is Kind.PARAGRAPH and not blocks[end].depth and blocks[end].line:
        if end > at and is_under_space(blocks[end], blocks[end - 1]):
            break
        end += 1
    return max(end, at + 1)


def _items(block: Block) -> Iterator[Block]:
    edges = [0, *block.breaks, len(block.text)]
    for start, end in pairwise(edges):
        yield replace(part_of(block, start, end), kind=Kind.ITEM, depth=1, strong=False)


def _are_things(lines: Sequence[str], name: str, widest: int = 0) -> bool:
    """Whether lines under a name are a list: no sentences, and they end where there was room for the next word."""
    asks = _asks_for_things(name)
    fewest = FEWEST_THINGS if asks else FEWEST_LINES
    if len(lines) < fewest or not all(map(_is_plain, lines)) or heading_words.begins_list(lines[0]):
        return False
    first = [line.lstrip('“"(').split()[0].lower() for line in lines[1:]]
    last = [line.split()[-1].lower() for line in lines[:-1]]
    joined = {*data("labels")["never_last"]} & {*last} or {*data("labels")["never_first"]} & {*first}
    if joined or any(line.endswith((",", "-")) for line in lines) or sum(map(_has_stop, lines)) * 2 > len(lines):
        return False
    width = widest or max(FEWEST_CHARACTERS, *map(len, lines))
    early = [len(line) + 1 + len(below.split()[0]) <= width for line, below in pairwise(lines)]
    return sum(early) * 2 >= len(early) and (len(lines) > FEWEST_THINGS or all(early))


def _has_stop(line: str) -> bool:
    return _STOP.search(line) is not None


def _asks_for_things(name: str) -> bool:
    """Whether a heading asks for things, or says what they are for: ``What to bring (optional)``."""
    return listed("labels", "asks_for_things").fullmatch(name.strip(" .:?¿!")) is not None


def _ends_of_lines(blocks: Sequence[Block]) -> list[int]:
    """For each place, where lines without a full stop end that follow each other with no blank line between."""
    ends = list(range(len(blocks)))
    for at in reversed(range(len(blocks))):
        block = blocks[at]
        alone = block.kind is Kind.PARAGRAPH and not block.depth and not block.breaks and not block.strong
        if alone and _is_plain(block.text):
            goes_on = at + 1 < len(blocks) and ends[at + 1] > at + 1 and block.line + 1 == blocks[at + 1].line
            ends[at] = ends[at + 1] if goes_on else at + 1
    return ends


def _is_plain(text: str) -> bool:
    """Whether a line is a few words without a full stop or a label, and none of the sender's."""
    if furniture.SENTENCE_END.search(text) or re.match(r"[^:]{1,40}:\s", text) or text.isupper():
        return False
    if len(text.split()) > MOST_LINE_WORDS:
        return False
    return not (furniture.line_reason(text) or senders.is_senders(text))


def _leads(blocks: Sequence[Block], at: int) -> bool:
    """Whether what stands over the lines is set off from them by a blank line and names what they are."""
    over = blocks[at - 1]
    if over.kind is Kind.HEADING or over.text.endswith((":", "?")):
        return not over.reason
    alone = over.kind is Kind.PARAGRAPH and not over.breaks and not re.search(r"[.!;,…]$", over.text)
    apart = over.line + 1 < blocks[at].line
    before = blocks[at - 2] if at > 1 else None
    return alone and apart and (before is None or is_under_space(over, before))

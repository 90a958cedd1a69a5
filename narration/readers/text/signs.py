"""Signs that only an eye reads: a picture before a sentence (“📌 Come early”), “(continued)”, or what opens an answer.

A page's questions may have a “+” or a “▼” beside them, which shows the answer at a click: “Does it hurt? +”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Change, Kind, changed
from narration.readers.lines import furniture
from narration.readers.lines.heading_words import is_remark, is_stem
from narration.readers.lines.promote import LEVEL, stands_alone

_PICTURE = re.compile(r"(?<!\S)[⚠❗❕‼ℹ☎✆📞📱🚨🚑🛑🔔]\ufe0f?\s*(?=[\w(¿¡“\"])|^!{1,3}\s+(?=[\w(¿¡“\"])")
_MEANS = "★☆☐☑♀♂✅✓✔✕✖✗✘❌❎⛔⭕⚪⚫🚫🔴🟠🟡🟢🔵\u2794-\u27bf"
"""Pictures that may say something that the words beside them do not: “🚫 Coffee”."""
_KEY = rf"(?![{_MEANS}])[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*"
_MARK = re.compile(rf"(?:^|(?<=[.!?]\s))(?:{_KEY}\s*)+(?=[\w(¿¡“\"])|(?<=[\w.!?)])\s*(?:{_KEY}\s*)+(?=[.!]?$)")
"""Any other before a sentence or at the end of all: “📌 IMPORTANT: …”, “Rest well 😊”."""
_MARKED = re.compile(r"[!¡*=#<>~«»]{2,}\s*(?P<name>[^\W\d_][^!¡*=#<>~«».:;?]{2,60}?)\s*[!¡*=#<>~«»]{2,}")
"""A line in capitals between signs that set it off: “!! ATENCIÓN !!”, “*** IMPORTANT ***”."""
_SET_OFF = re.compile(r"[ \t]*[!¡*=#<>~«»•–—-]{2,}\s*(?P<stem>[^\W\d_].{2,80}?)\s*[!¡*=#<>~«»•–—-]{2,}[ \t]*")


_OPENS = r"(?:[+＋–—−▼▾▽⌄˅▸▹▶►❯✚➕➖⊕⊖]|\[[+-]\]|\([+-]\))\ufe0f?"
_PLUS = re.compile(r"^\s*(?:[+＋]|[\[(]\+[\])])\s+(?=\S)")
_ALONE = re.compile(rf"(?:{_OPENS}\s*)+")
_OPENS_AFTER = re.compile(rf"\s+{_OPENS}\s*(?=$|\n)")
_OPENS_BEFORE = re.compile(rf"{_OPENS}\s+(?=(?P<asks>¿|[^\W\d_a-z].*\?$)|[^\W\d_a-z])", re.DOTALL)
_GOES_ON = re.compile(
    r"(?<=\w)\s*[(\[](?:cont(?:inued|inuation|[.’']?d)?\.?|continuaci[oó]n|continúa|sigue)[)\]]\s*$", re.IGNORECASE
)
"""What a page writes after a name that it has on the page before, too: “Risks (continued)”."""
FEWEST = 2
"""So many names of parts with such a sign show that it is one; a question needs no other."""


def spelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without such pictures and signs."""
    for block in _without_marks(_as_questions(list(_without_openers(blocks)))):
        if block.reason or block.kind is Kind.RULE:
            yield block
        elif not block.row and _ALONE.fullmatch(block.text.strip()):
            yield replace(block, kind=Kind.PARAGRAPH, depth=0, reason=furniture.NAVIGATION)
        else:
            yield changed(block, [*_pictures(block), *_remarks(block)])


def unset(text: str) -> str:
    """A plain text without the signs around a line that begins what the lines under it say: “*** CALL US IF ***”.

    With them the line would break off nowhere, and each sign under it would be heard as a fact.
    """
    return "\n".join(map(_unset, text.split("\n")))


def _unset(line: str) -> str:
    match = _SET_OFF.fullmatch(line)
    return match["stem"] if match and is_stem(match["stem"]) else line


def opened(text: str) -> str:
    """A plain text without the “+” before lines that each stand right over a text, as no bullets do."""
    lines = text.split("\n")
    found = [at for at, line in enumerate(lines) if _PLUS.match(line)]
    if len(found) < FEWEST or not all(_is_over_text(lines, at) for at in found):
        return text
    for at in found:
        lines[at] = _PLUS.sub("", lines[at], count=1)
    return "\n".join(lines)


def _is_over_text(lines: Sequence[str], at: int) -> bool:
    """Whether a line that is no sentence stands apart, and a longer one is right under it."""
    above, line, under = (lines[i].strip() if 0 <= i < len(lines) else "" for i in (at - 1, at, at + 1))
    told = len(under) > len(line) or furniture.is_prose(under)
    return not above and bool(under) and told and not furniture.SENTENCE_END.search(line)


def _without_openers(blocks: Sequence[Block]) -> Iterator[Block]:
    found = [_openers(block) for block in blocks]
    named = sum(map(bool, found)) >= FEWEST
    for block, changes in zip(blocks, found, strict=True):
        edges = [block.text[:start].rstrip() for start, _, _ in changes]
        asks = any(edge.endswith("?") for edge in edges) or block.text.rstrip().endswith("?")
        yield (
            changed(block, changes) if changes and (asks or (named and stands_alone(_bare(block, changes)))) else block
        )


def _openers(block: Block) -> list[Change]:
    """Where such signs stand at the end of a line that asks, or at either end of a line that may name a part."""
    if block.reason or block.row or block.kind is Kind.RULE:
        return []
    first = next(iter(block.breaks), len(block.text))
    line = block.text[:first].rstrip()
    before, after = _OPENS_BEFORE.match(line), _OPENS_AFTER.search(line)
    found = [(match.start(), match.end(), "") for match in (before, after) if match]
    asks = line[: after.start()].endswith("?") if after else line.endswith("?")
    return found if asks or (first == len(block.text) and block.kind is not Kind.ITEM) else []


def _bare(block: Block, changes: Sequence[Change]) -> Block:
    return replace(changed(block, changes), kind=Kind.PARAGRAPH, depth=0)


def _as_questions(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; questions whose “+” was taken for a bullet, each right over its answer, are lines like any other."""
    asks = [b.kind is Kind.ITEM and not b.marker and b.text.endswith("?") and not b.breaks for b in blocks]
    under = [*blocks[1:], None]
    told = [b is not None and b.kind is Kind.PARAGRAPH and not b.text.endswith("?") for b in under]
    if sum(asks) < FEWEST or not all(ok for ask, ok in zip(asks, told, strict=True) if ask):
        return list(blocks)
    return [replace(b, kind=Kind.PARAGRAPH, depth=0) if ask else b for b, ask in zip(blocks, asks, strict=True)]


def _without_marks(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, such lines without their signs; the only one of a page, over a text, is a heading."""
    marked = [_marked(block) for block in blocks]
    alone = sum(map(bool, marked)) == 1
    for at, (block, name) in enumerate(zip(blocks, marked, strict=True)):
        if not name:
            yield block
        elif (
            alone
            and at
            and block.kind is Kind.PARAGRAPH
            and [b.kind for b in blocks[at + 1 : at + 2]] == [Kind.PARAGRAPH]
        ):
            yield replace(block, kind=Kind.HEADING, text=name, level=LEVEL, lead=0)
        else:
            yield replace(block, text=name, lead=0)


def _marked(block: Block) -> str:
    """The words of a line that is set off so; ``""`` for any other."""
    match = None if block.reason or block.breaks or block.kind is Kind.RULE else _MARKED.fullmatch(block.text.strip())
    return match["name"] if match and match["name"].isupper() and not is_stem(match["name"]) else ""


def _pictures(block: Block) -> list[Change]:
    found = {match.span() for pattern in (_PICTURE, _MARK, _GOES_ON) for match in pattern.finditer(block.text)}
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return [(start, end, "") for start, end in apart]


def _remarks(block: Block) -> list[Change]:
    """A colon after “IMPORTANT” in bold type on the first line of a paragraph, before the sentence that it marks."""
    word, first = block.text[: block.lead].rstrip(), next(iter(block.breaks), 0)
    marks = 0 < block.lead <= first == len(word) + 1 and is_remark(word) and word[-1:].isalnum()
    return [(len(word), len(word), ":")] if marks and re.match(r"[¿¡]?[^\W\d_a-z]", block.text[first:]) else []

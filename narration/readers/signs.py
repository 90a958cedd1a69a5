"""Pictures that only an eye reads, before a warning, a number or any sentence: “📌 Come early” has a pin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Change, Kind, changed
from narration.readers.promote import LEVEL, is_remark, is_stem

_PICTURE = re.compile(r"(?<!\S)[⚠❗❕‼ℹ☎✆📞📱🚨🚑🛑🔔]\ufe0f?\s*(?=[\w(¿¡“\"])")
_MEANS = "★☆☐☑♀♂✅✓✔✕✖✗✘❌❎⛔⭕⚪⚫🚫🔴🟠🟡🟢🔵\u2794-\u27bf"
"""Pictures that may say something that the words beside them do not: “🚫 Coffee”."""
_KEY = rf"(?![{_MEANS}])[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*"
_MARK = re.compile(rf"(?:^|(?<=[.!?]\s))(?:{_KEY}\s*)+(?=[\w(¿¡“\"])|(?<=[\w.!?)])\s*(?:{_KEY}\s*)+(?=[.!]?$)")
"""Any other before a sentence or at the end of all: “📌 IMPORTANT: …”, “Rest well 😊”."""
_MARKED = re.compile(r"[!¡*=#<>~«»]{2,}\s*(?P<name>[^\W\d_][^!¡*=#<>~«».:;?]{2,60}?)\s*[!¡*=#<>~«»]{2,}")
"""A line in capitals between signs that set it off: “!! ATENCIÓN !!”, “*** IMPORTANT ***”."""


def spelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without such pictures."""
    for block in _without_marks(blocks):
        plain = not block.reason and block.kind is not Kind.RULE
        yield changed(block, [*_pictures(block), *_remarks(block)]) if plain else block


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
    found = {match.span() for pattern in (_PICTURE, _MARK) for match in pattern.finditer(block.text)}
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

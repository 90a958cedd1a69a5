"""Questions and answers that are marked by letters: ``Q: Does it hurt?`` and ``A: No.``, ``P:`` and ``R:``.

The letters are for the eye.  They are believed only where several questions
and several answers have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.promote import LEVEL

FEWEST = 2
_QUESTION = re.compile(r"(?:Q(?:uestion)?|P(?:regunta)?)\s?\d{0,2}\s?[:.)]\s+(?P<asks>[^?]{3,160}\?)\s*", re.IGNORECASE)
_ANSWER = re.compile(r"(?:A(?:nswer)?|R(?:espuesta)?)\s?\d{0,2}\s?[:.)]\s+(?=\S)", re.IGNORECASE)


def unmarked(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without such letters; a question is a heading where the page has no others."""
    parted = [piece for block in blocks for piece in _parted(block)]
    asked = sum(_QUESTION.fullmatch(block.text) is not None for block in parted)
    answered = sum(_ANSWER.match(block.text) is not None for block in parted)
    if asked < FEWEST or answered < FEWEST:
        return list(blocks)
    headed = sum(block.kind is Kind.HEADING for block in blocks) >= FEWEST
    return [_without_mark(block, headed) for block in parted]


def _parted(block: Block) -> Iterator[Block]:
    """The block; one that holds a question and its answer comes as both."""
    match = _QUESTION.match(block.text) if block.kind is Kind.PARAGRAPH and not block.reason else None
    if match is None or not _ANSWER.match(block.text, match.end()):
        yield block
        return
    at = match.end()
    line = block.line + sum(1 for edge in block.breaks if edge <= at) if block.line else 0
    yield replace(block, text=block.text[:at].strip(), breaks=(), lead=0, strong=False)
    breaks = tuple(edge - at for edge in block.breaks if edge > at)
    yield replace(block, text=block.text[at:], line=line, breaks=breaks, lead=0, strong=False)


def _without_mark(block: Block, headed: bool) -> Block:
    if block.kind is Kind.RULE or block.reason:
        return block
    if match := _QUESTION.fullmatch(block.text):
        kind, level = (block.kind, block.level) if headed else (Kind.HEADING, LEVEL)
        return replace(block, kind=kind, level=level, text=match["asks"], breaks=(), lead=0, depth=0)
    if match := _ANSWER.match(block.text):
        at = match.end()
        breaks = tuple(edge - at for edge in block.breaks if edge > at)
        return replace(block, text=block.text[at:], breaks=breaks, lead=max(block.lead - at, 0))
    return block

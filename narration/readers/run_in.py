"""Headings that stand in the line of their text, in bold type: “**Eating.** Take nothing …”.

A format that has headings of its own has these besides.  Inside a part they
are said as a step; above the first heading a question is a part like those below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.promote import MOST_LEAD_WORDS, cut, is_remark


def parted(block: Block) -> list[Block]:
    """The block; bold words with a full stop at its head (``Eating. Take nothing …``) are a heading inside its part."""
    words = block.text[: block.lead].rstrip()
    led = (
        block.kind is Kind.PARAGRAPH and not block.depth and words.endswith((".", "?")) and block.lead < len(block.text)
    )
    short = len(words.split()) <= MOST_LEAD_WORDS and not is_remark(words)
    return cut(block, (words, block.lead)) if led and short else [block]


def with_questions_above(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a question in bold type at the head of a paragraph above the first heading is a heading like it."""
    first = next((index for index, block in enumerate(blocks) if block.kind is Kind.HEADING), 0)
    made: list[Block] = []
    for block in blocks[:first]:
        at = len(block.text) if block.strong else block.lead
        asks = at > 1 and block.text[:at].rstrip().endswith("?") and block.kind is Kind.PARAGRAPH
        made += [
            replace(part, level=blocks[first].level) if part.kind is Kind.HEADING else part
            for part in cut(block, (block.text[:at].strip(), at) if asks else None)
        ]
    return [*made, *blocks[first:]]

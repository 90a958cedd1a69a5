"""Who wrote a post, on a line of its own right beside its date: “Sockly Team” over “Published Nov 4, 2025”.

Apart from the date such a line may be a part's name: “Your Care Team”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, lines_of
from narration.readers.lines import about, furniture
from narration.readers.vocabulary import bare, listed

MOST_ABOVE = 20
"""So far from its first line a page may have who wrote it."""


def without(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the reason set on such lines."""
    for at, block in enumerate(blocks):
        near = [blocks[i] for i in (at - 1, at + 1) if 0 <= i < min(len(blocks), MOST_ABOVE)]
        dated = any(_is_date(other) and abs(other.line - block.line) == 1 for other in near)
        yield replace(block, reason=about.REFERENCE) if dated and _is_writer(block) else block


def _is_writer(block: Block) -> bool:
    line = block.kind is Kind.PARAGRAPH and not block.reason and len(lines_of(block)) == 1
    told = furniture.is_prose(block.text) or furniture.is_to_listener(block.text)
    return line and not told and listed("colophon", "writers").fullmatch(bare(block.text)) is not None


def _is_date(block: Block) -> bool:
    return bool(about.facts(block.text)[0]) and not furniture.is_prose(block.text)

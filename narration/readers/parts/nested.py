"""A page that is one list of lists: each outer bullet names a part, and the bullets inside it are what happens then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture
from narration.readers.lines.heading_words import is_remark
from narration.readers.lines.promote import FEWEST, LEVEL, MOST_LEAD_WORDS


def lifted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the outer bullets as headings where the page has none, and each holds bullets of its own."""
    items = [block for block in blocks if block.kind is Kind.ITEM]
    outer = min((block.depth for block in items), default=0)
    heads = [index for index, block in enumerate(blocks) if block.kind is Kind.ITEM and block.depth == outer]
    headed = any(block.kind is Kind.HEADING for block in blocks)
    if headed or len(heads) < FEWEST or not all(_wraps(blocks, index) for index in heads):
        return list(blocks)
    above = blocks[heads[0] - 1] if heads[0] else None
    if above is not None and above.text.rstrip().endswith(":"):
        return list(blocks)  # the points of a sentence
    made: list[Block] = []
    named = frozenset(heads)
    for index, block in enumerate(blocks):
        if index in named:
            made.append(replace(block, kind=Kind.HEADING, level=LEVEL, depth=0, lead=0))
        else:
            made.append(replace(block, depth=max(block.depth - outer, 0)))
    return made


def _wraps(blocks: Sequence[Block], index: int) -> bool:
    block, following = blocks[index], next(iter(blocks[index + 1 : index + 2]), None)
    words = block.text.rstrip(":")
    short = len(words.split()) <= MOST_LEAD_WORDS and not furniture.is_prose(words) and not is_remark(words)
    return short and not block.marker and following is not None and following.depth > block.depth

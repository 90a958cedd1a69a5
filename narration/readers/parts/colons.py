"""Lines that name what stands under them and end with a colon: ``Before the test:`` over a paragraph.

One leads in to what follows it; several over paragraphs, more than the page has
other names of parts, are its headings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, is_under_space
from narration.readers.lines import furniture
from narration.readers.lines.heading_words import is_remark, is_stem, leads_list
from narration.readers.lines.promote import (
    FEWEST,
    LEVEL,
    MOST_LABEL_WORDS,
    MOST_LEAD_WORDS,
    is_few_words,
    label,
    stands_alone,
)
from narration.readers.vocabulary import listed


def promoted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such lines as headings where the page shows its parts by them."""
    headed = sum(block.kind is Kind.HEADING for block in blocks)
    found = [at for at in range(len(blocks) - 1) if _is_name(blocks, at)]
    over = sum(blocks[at + 1].kind is Kind.PARAGRAPH or blocks[at].text.isupper() for at in found)
    others = [at for at, block in enumerate(blocks) if label(block) or (stands_alone(block) and _tells(blocks, at))]
    if headed >= FEWEST or over < FEWEST or len(others) >= over:
        return list(blocks)
    named = frozenset([*found, *(at for at in range(len(blocks) - 1) if _is_long_name(blocks, at))])
    return [
        replace(block, kind=Kind.HEADING, text=block.text.rstrip(": "), level=LEVEL, lead=0) if at in named else block
        for at, block in enumerate(blocks)
    ]


def _is_name(blocks: Sequence[Block], at: int) -> bool:
    block, under = blocks[at], blocks[at + 1]
    name = block.text.rstrip(": ")
    line = block.kind is Kind.PARAGRAPH and not (block.depth or block.breaks or block.row)
    line = line and block.text.rstrip().endswith(":")
    if not line or is_remark(name) or not name.lstrip("¿")[:1].isupper():
        return False
    named = is_few_words(name, MOST_LABEL_WORDS) or is_stem(name) or leads_list(name) or name.endswith("?")
    named = named or (under.kind is Kind.ITEM and listed("labels", "list_names").fullmatch(name) is not None)
    return named and (under.kind is Kind.ITEM or _tells(blocks, at))


def _is_long_name(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line that asks stands apart like the names, with a clause in it: ``What to do in the week before:``."""
    block, under = blocks[at : at + 2]
    line = block.kind is Kind.PARAGRAPH and not block.depth and not block.breaks and block.text.rstrip().endswith(":")
    apart = is_under_space(under, block) and (at == 0 or is_under_space(block, blocks[at - 1]))
    short = len(block.text.split()) <= MOST_LEAD_WORDS and listed("labels", "asks_in_names").match(block.text)
    return bool(line and apart and short) and (under.kind is Kind.ITEM or _tells(blocks, at))


def _tells(blocks: Sequence[Block], at: int) -> bool:
    """Whether a sentence stands under a line."""
    under = blocks[at + 1] if at + 1 < len(blocks) else None
    return under is not None and under.kind is Kind.PARAGRAPH and furniture.is_prose(under.text)

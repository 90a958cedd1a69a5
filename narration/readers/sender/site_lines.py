"""Lines over a copied page's text: where the text begins, and which of them may be a link or the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, lines_of
from narration.readers.lines import about, furniture, links, senders, stages, triage

FEWEST_TOLD = 6
"""A link may have fewer words and end as a sentence does: “What is it?”, “Blood bank: give!”."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def left_out(block: Block, reason: str = furniture.NAVIGATION) -> Block:
    return replace(block, reason=block.reason or reason)


def first_said(blocks: Sequence[Block]) -> int:
    """Where the text begins: at the first sentence that is not the site's."""
    said = (
        at
        for at, block in enumerate(blocks)
        if not block.reason
        and furniture.is_prose(block.text)
        and (block.text.endswith(".") or len(block.text.split()) >= FEWEST_TOLD)
        and not (furniture.line_reason(block.text) or links.is_alert(block.text))
    )
    return next(said, len(blocks))


def is_line(block: Block) -> bool:
    return (
        block.kind in (Kind.PARAGRAPH, Kind.ITEM) and len(lines_of(block)) == 1 and not furniture.is_prose(block.text)
    )


def is_named_only(block: Block) -> bool:
    """Whether a line may be a link or a title: no sentence, row, number to ring or fact about the page."""
    asks = block.kind is Kind.PARAGRAPH and block.text.endswith(("?", "!")) and len(block.text.split()) < FEWEST_TOLD
    line = is_line(block) or asks
    return line and not (block.row or furniture.line_reason(block.text) or about.facts(block.text)[0])


def may_be_title(block: Block) -> bool:
    return is_named_only(block) and not (senders.is_letterhead(block.text) or stages.is_stage(block.text))


def telling(text: str) -> set[str]:
    """The words that say what a text is about."""
    return {word for word in map(str.casefold, _WORD.findall(text)) if word not in triage.grammar()}

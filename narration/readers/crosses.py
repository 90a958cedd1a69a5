"""Crosses before the points of a list that forbids: under “Avoid:” a “✗” only says so again, and is a bullet.

Under any other line a cross is all that tells what must not be (“Breakfast: ✓ toast ✗ milk”), and stays.  A dash after
a colon (“let the nurse know if you:-”) is no word, either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Change, Kind, changed
from narration.readers.promote import begins_list
from narration.readers.vocabulary import listed

_CROSS = re.compile(r"(?:[✗✘✖✕❌🚫⛔]\ufe0f?|[xX](?=\s+[^\W\d_a-z]))\s*(?=[^\W_])")
_COLON = re.compile(r"(?<=[^\W_]:)\s?[-–—]+(?=\s*$)")
_BULLET = "• "


def unmarked(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, such points without their crosses, which are items."""
    over = ""
    for block in map(_without_dash, blocks):
        crossed = [match for at in (0, *block.breaks) if (match := _CROSS.match(block.text, at))]
        if not crossed or block.reason or block.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            yield block
            over = block.text if block.kind is Kind.HEADING or _leads(block.text) else over if block.depth else ""
            continue
        lead = block.text[: crossed[0].start()].strip()
        over = lead or over
        if not _forbids(over):
            yield block
        elif block.breaks:
            yield changed(block, [(match.start(), match.end(), _BULLET) for match in crossed])
        else:
            made: list[Change] = [(match.start(), match.end(), "") for match in crossed]
            yield replace(changed(block, made), kind=Kind.ITEM, depth=max(block.depth, 1))


def _without_dash(block: Block) -> Block:
    edges = [*block.breaks, len(block.text)]
    found = [match for end in edges if (match := _COLON.search(block.text, 0, end))]
    return changed(block, [(match.start(), match.end(), "") for match in found]) if found else block


def _leads(text: str) -> bool:
    return text.rstrip().endswith((":", "…")) or begins_list(text)


def _forbids(over: str) -> bool:
    return listed("labels", "forbidding_leads").match(over) is not None

"""Numbered paragraphs that begin with a name: “3. Positioning. You will lie on a table.”"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import Block
from narration.readers.lines import furniture
from narration.readers.lines.promote import FEWEST, MOST_LEAD_WORDS, MOST_NUMBERED_WORDS, Split, label
from narration.readers.parts import calls

_LEAD = re.compile(r"(?P<name>¿?[^\W\d_a-z][^.:!;\n]{1,58}?)[.:]\s+(?=[¿¡\"“(]?[^\W\d_a-z]|\d)")
FEWEST_IN_RUN = 4
"""So many numbers show that all of them name a part, also one whose name is long or breaks off."""


def leads(blocks: Sequence[Block]) -> list[Split | None]:
    """For each block the name of its numbered paragraph, where those beside it, or most of its run, have one, too.

    The last of such a run may say when to ring: ``9. Call us if it bleeds.``
    """
    found: list[Split | None] = [None] * len(blocks)
    for run in _runs(blocks):
        last = calls.lead(blocks[run[-1]])
        others = run[:-1] if last else run
        named = sum(_lead(blocks[at], MOST_NUMBERED_WORDS) is not None for at in others)
        alike = len(run) >= FEWEST_IN_RUN and named * 3 >= len(others) * 2
        for at in run:
            found[at] = _lead(blocks[at], MOST_LEAD_WORDS) if alike else _beside_its_like(blocks, at)
        if alike and last:
            found[run[-1]] = last
    return found


def _beside_its_like(blocks: Sequence[Block], index: int) -> Split | None:
    around = [b for b in blocks[max(0, index - 1) : index + 2] if b.marker.isdigit()]
    near = len(around) >= FEWEST and all(_lead(b, MOST_NUMBERED_WORDS) for b in around)
    return _lead(blocks[index], MOST_NUMBERED_WORDS) if near else None


def bold(blocks: Sequence[Block], index: int) -> Split | None:
    """``7. **At home.**`` over a list of its own, where the number before it, or after it, is a bold label too."""
    block = blocks[index]
    if not (block.marker.isdigit() and block.strong and len(block.text.split()) <= MOST_LEAD_WORDS):
        return None
    near = {str(int(block.marker) + step) for step in (-1, 1)}
    around = any(b.marker in near and b.lead and label(b) for b in blocks)
    return (block.text.rstrip(".:–—- "), len(block.text)) if around else None


def _runs(blocks: Sequence[Block]) -> list[list[int]]:
    """The places of numbered blocks that count on without a gap, whatever stands between them."""
    runs: list[list[int]] = []
    going: dict[int, list[int]] = {}  # by depth
    for at, block in enumerate(blocks):
        if not block.marker.isdigit():
            continue
        run = going.get(block.depth)
        if run is None or int(blocks[run[-1]].marker) + 1 != int(block.marker):
            run = going[block.depth] = []
            runs.append(run)
        run.append(at)
    return runs


def _lead(block: Block, most: int) -> Split | None:
    match = _LEAD.match(block.text)
    if match is None or block.lead or len(match["name"].split()) > most or furniture.is_prose(match["name"]):
        return None
    return match["name"], match.end()

"""Numbered paragraphs that begin with a name: “3. Positioning. You will lie on a table.”"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers import calls, furniture
from narration.readers.base import Block
from narration.readers.promote import FEWEST, MOST_LEAD_WORDS, MOST_NUMBERED_WORDS, Split, label

_LEAD = re.compile(r"(?P<name>¿?[^\W\d_a-z][^.:!;\n]{1,58}?)[.:]\s+(?=[¿¡\"“(]?[^\W\d_a-z]|\d)")
FEWEST_IN_RUN = 4
"""So many numbers show that all of them name a part, also one whose name is long or breaks off."""


def lead(blocks: Sequence[Block], index: int) -> Split | None:
    """The name of a numbered paragraph, where the numbered ones around it, or nearly all of its run, have one too.

    The last of such a run may say when to ring: ``9. Call us if it bleeds.``
    """
    block = blocks[index]
    if not block.marker.isdigit():
        return None
    run = _run(blocks, index)
    last = calls.lead(run[-1])
    others = run[:-1] if last else run
    named = sum(_lead(b, MOST_NUMBERED_WORDS) is not None for b in others)
    if len(run) >= FEWEST_IN_RUN and named * 3 >= len(others) * 2:
        return last if last and block is run[-1] else _lead(block, MOST_LEAD_WORDS)
    around = [b for b in blocks[max(0, index - 1) : index + 2] if b.marker.isdigit()]
    near = len(around) >= FEWEST and all(_lead(b, MOST_NUMBERED_WORDS) for b in around)
    return _lead(block, MOST_NUMBERED_WORDS) if near else None


def bold(blocks: Sequence[Block], index: int) -> Split | None:
    """``7. **At home.**`` over a list of its own, where the number before it, or after it, is a bold label too."""
    block = blocks[index]
    if not (block.marker.isdigit() and block.strong and len(block.text.split()) <= MOST_LEAD_WORDS):
        return None
    near = {str(int(block.marker) + step) for step in (-1, 1)}
    around = any(b.marker in near and b.lead and label(b) for b in blocks)
    return (block.text.rstrip(".:–—- "), len(block.text)) if around else None


def _run(blocks: Sequence[Block], index: int) -> list[Block]:
    """The numbered blocks that count on without a gap through the one at ``index``, whatever stands between them."""
    numbered = [b for b in blocks if b.marker.isdigit() and b.depth == blocks[index].depth]
    start = end = next(at for at, b in enumerate(numbered) if b is blocks[index])
    while start > 0 and int(numbered[start - 1].marker) + 1 == int(numbered[start].marker):
        start -= 1
    while end + 1 < len(numbered) and int(numbered[end].marker) + 1 == int(numbered[end + 1].marker):
        end += 1
    return numbered[start : end + 1]


def _lead(block: Block, most: int) -> Split | None:
    match = _LEAD.match(block.text)
    if match is None or block.lead or len(match["name"].split()) > most or furniture.is_prose(match["name"]):
        return None
    return match["name"], match.end()

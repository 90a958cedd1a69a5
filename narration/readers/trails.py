"""The way to a page, over its title: “Home > Tests > Colposcopy”, and “Colposcopy” in one of the next lines.

The last step of the way is the page's own name, so the line that has it again is the title, whatever stands
beside it.  A copied page shows this by nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.vocabulary import bare

FEWEST_STEPS = 2
MOST_ABOVE = 12
"""So many lines may stand over the way, and as many between it and the title."""
_STEP = re.compile(r"\s*(?:»|>|›|→|\s/\s)\s*")


def titled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; the line that the way to the page names is its heading, where no heading is."""
    if any(block.kind is Kind.HEADING for block in blocks):
        return list(blocks)
    for at, block in enumerate(blocks[:MOST_ABOVE]):
        steps = [bare(step).casefold() for step in _STEP.split(block.text)]
        if len(steps) < FEWEST_STEPS or not all(steps) or block.row:
            continue
        for index in range(at + 1, min(at + 1 + MOST_ABOVE, len(blocks))):
            line = blocks[index]
            if line.kind is Kind.PARAGRAPH and bare(line.text).casefold() == steps[-1]:
                made = list(blocks)
                made[index] = replace(line, kind=Kind.HEADING, level=1, strong=False, lead=0)
                return made
    return list(blocks)

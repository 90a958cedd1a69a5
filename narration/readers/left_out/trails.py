"""The way to a page, over its title: “Home > Tests > Colposcopy”, and “Colposcopy” in one of the next lines.

The last step of the way is the page's own name, so the line that has it again is the title, whatever stands
beside it.  A copied page shows this by nothing else.  The title may have the step before it, too: “Home > Hernia >
Your operation”, and “Hernia: your operation”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture
from narration.readers.vocabulary import bare

FEWEST_STEPS = 2
MOST_ABOVE = 12
"""So many lines may stand over the way, and as many between it and the title."""
_STEP = re.compile(r"\s*(?:»|>|›|→|\s/\s)\s*")
_WORD = re.compile(r"\w+(?:[’']\w+)*")


def titled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; the line that the way to the page names is its heading, where no heading is."""
    if any(block.kind is Kind.HEADING for block in blocks):
        return list(blocks)
    found = [(at, index) for at in range(len(blocks[:MOST_ABOVE])) if (index := _named_by(blocks, at))]
    made = list(blocks)
    if found:
        _, index = min(found, key=lambda way: way[1] - way[0])  # a menu names what is far below
        made[index] = replace(blocks[index], kind=Kind.HEADING, level=1, strong=False, lead=0)
    return made


def _named_by(blocks: Sequence[Block], at: int) -> int:
    """Which of the next lines has the name of the last step of the way at a place; 0 for none, and where no way is.

    “Home > Services > Contact us” is a menu, and what it ends in no page's title.
    """
    steps = [bare(step).casefold() for step in _STEP.split(blocks[at].text)]
    if len(steps) < FEWEST_STEPS or not all(steps) or blocks[at].row or furniture.is_contact_heading(steps[-1]):
        return 0
    below = range(at + 1, min(at + 1 + MOST_ABOVE, len(blocks)))
    *_, before, last = map(_words, steps)
    names = (last, before + last, last + before)
    return next((i for i in below if blocks[i].kind is Kind.PARAGRAPH and _words(blocks[i].text) in names), 0)


def _words(text: str) -> list[str]:
    """A name's words, whatever stands between them: “Hernia: your operation” has those of two steps."""
    return _WORD.findall(text.casefold())

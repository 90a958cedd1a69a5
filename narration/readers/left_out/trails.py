"""The way to a page, over its title: “Home > Tests > Colposcopy”, and “Colposcopy” in one of the next lines.

The last step of the way is the page's own name, so the line that has it again is the title, whatever stands
beside it.  A copied page shows this by nothing else.  The title may have the step before it, too: “Home > Hernia >
Your operation”, and “Hernia: your operation”.  It may also say more of the page after its name: “Home > Hernia”, and
“Hernia: all that we are asked”.  A step before the last names the shelf that the page stands on, and so does a line
with nothing else over the text: “Health > Tests > Hernia”, and “Tests”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture
from narration.readers.sender.site_lines import first_said, is_named_only, left_out
from narration.readers.vocabulary import BARS, bare

FEWEST_STEPS = 2
FEWEST_TITLE_WORDS = 4
"""Of a title under the name of its shelf, which has fewer."""
MOST_ABOVE = 12
"""So many lines may stand over the way, and as many between it and the title."""
_STEP = re.compile(r"\s*(?:»|>|›|→|\s/\s)\s*")
_WORD = re.compile(r"\w+(?:[’']\w+)*")
_NAMED = re.compile(r"[^:–—]{3,60}(?=:\s|\s[–—]\s)")
"""The page's name, before what else its title says: “Hernia: all that we are asked”."""


def titled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; the line that the way to the page names is its heading, where no heading is."""
    if any(block.kind is Kind.HEADING for block in blocks):
        return list(blocks)
    found = [(at, index) for at in range(len(blocks[:MOST_ABOVE])) if (index := _named_by(blocks, at))]
    made = _without_shelves(blocks)
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
    lines = [(i, blocks[i].text) for i in below if blocks[i].kind is Kind.PARAGRAPH]
    named = next((i for i, text in lines if _words(text) in names), 0)
    over_text = [(i, name[0]) for i, text in lines if i < first_said(blocks) and (name := _NAMED.match(text))]
    return named or next((i for i, name in over_text if _words(name) == last), 0)


def _without_shelves(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a line over the title with nothing but a step of the way before the last is the site's.

    Right over the text it names a part, to which a menu leads: “Home > Getting ready > Risks”, and “Getting ready”.
    """
    first = first_said(blocks)
    ways = [_STEP.split(block.text)[:-1] for block in blocks[:first] if " > " in block.text]
    menus = [BARS.split(block.text) for block in blocks[:first] if furniture.line_reason(block.text)]
    shelves = {bare(step).casefold() for steps in (*ways, *menus) if len(steps) >= FEWEST_STEPS for step in steps}
    made = list(blocks)
    for at, (block, under) in enumerate(pairwise(blocks[: first + 1])):
        words = len(under.text.split())
        titled = not furniture.SENTENCE_END.search(under.text) and words >= FEWEST_TITLE_WORDS > len(block.text.split())
        if titled and is_named_only(block) and bare(block.text).casefold() in shelves:
            made[at] = left_out(block)
    return made


def _words(text: str) -> list[str]:
    """A name's words, whatever stands between them: “Hernia: your operation” has those of two steps."""
    return _WORD.findall(text.casefold())

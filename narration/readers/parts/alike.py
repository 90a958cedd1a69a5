"""Lines without a number among headings that have one: “CONTACT” under “8. YOUR RIGHTS” is a part like it.

Only such lines count as say what stands under them whatever the page is about:
whom to ask, what others have asked.  The words are in
``data/labels.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, is_under_space
from narration.readers.lines import furniture, shouts
from narration.readers.lines.furniture import is_contact_heading
from narration.readers.lines.promote import LEVEL, stands_alone
from narration.readers.vocabulary import listed

_FEWEST_LINES = 2


def lists_questions(text: str) -> bool:
    """``Frequently asked questions``: under it stand questions, each with its answer."""
    return listed("labels", "question_lists").fullmatch(text.strip(" .:")) is not None


def with_plain(blocks: Sequence[Block], first: int) -> list[Block]:
    """The blocks; a line with such a name, apart over a text, is a heading, too, below the line ``first``."""
    made = list(blocks)
    asking = _asked_after_all(blocks, first)
    for index in range(1, len(blocks) - 1):
        block = blocks[index]
        apart = block.line > first and stands_alone(block) and is_under_space(block, blocks[index - 1])
        under = blocks[index + 1].kind
        named = is_contact_heading(block.text) or lists_questions(block.text) or index in asking
        if apart and named and under not in (Kind.HEADING, Kind.RULE):
            made[index] = replace(block, kind=Kind.HEADING, level=LEVEL, lead=0)
    return made


def _asked_after_all(blocks: Sequence[Block], first: int) -> list[int]:
    """The questions apart over a text, below the last heading: “What if nothing happens?”, after “5. Waking up”.

    One between the headings shows that such questions stand inside a part, and so may those below the last.
    """
    heads = [at for at, block in enumerate(blocks) if block.kind is Kind.HEADING and block.line >= first]
    asking = [
        at
        for at in range(1, len(blocks) - 1)
        if blocks[at].line > first
        and blocks[at].text.rstrip().endswith("?")
        and stands_alone(blocks[at])
        and is_under_space(blocks[at], blocks[at - 1])
        and is_under_space(blocks[at + 1], blocks[at])
        and furniture.is_prose(blocks[at + 1].text)
    ]
    return asking if heads and all(at > heads[-1] + 1 for at in asking) else []


def stand_beside(steps: Sequence[Block], lines: Sequence[tuple[int, str]]) -> bool:
    """Whether steps are parts like other lines: “What is it?”, “Step 1: The cream”, “Step 2: The light”, “At home”.

    None stands between the steps, where it would be said inside one.  In capitals all of them show it; else lines
    both above and below.
    """
    own, loud = {step.line for step in steps}, {line for line, name in lines if shouts.is_loud(name)}
    every = loud if loud else {line for line, _ in lines}
    others = every - own
    first, last = min(own), max(own)
    if not own <= every or len(others) < _FEWEST_LINES or any(first < line < last for line in others):
        return False
    return bool(loud) or min(others) < first < last < max(others)


def in_lists(blocks: Sequence[Block], heads: Iterable[int]) -> list[int]:
    """Of the lines that are heads the questions under “Frequently asked questions”, up to the first that asks none.

    A question that is written as other names are (“How Much Does It Cost?”) stands beside the list.
    """
    found: list[int] = []
    listing, titled = False, False
    for at in sorted(heads):
        text = blocks[at].text
        if lists_questions(text):
            listing, titled = True, _is_titled(blocks[at + 1].text)
            continue
        listing = listing and text.rstrip().endswith("?") and _is_titled(text) is titled
        found += [at] if listing else []
    return found


def _is_titled(text: str) -> bool:
    """Whether the long words after the first begin with a capital, too: ``How Much Does It Cost?``."""
    found = re.findall(r"(?<=\s)[^\W\d_]{4,}", text)
    return bool(found) and not text.isupper() and all(word[:1].isupper() for word in found)

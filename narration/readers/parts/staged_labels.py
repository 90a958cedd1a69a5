"""Lines between labels that name the stages of a visit: ``On arrival`` is a part, ``Clothes: …`` is said in it.

On a page of labels such a line would be the end of the part before it, and
what stands under it would be said under that part's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, is_under_space
from narration.readers.lines import furniture, stages
from narration.readers.lines.promote import FEWEST, LEVEL, Split, cut, label, stands_alone

FEWEST_SAID = 4
"""After so many words a label is the name of what is said; ``Where: Ward 4`` is one fact."""
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’»)]*$")


def promoted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such lines and the labels as headings; none where the page shows its parts otherwise."""
    if sum(block.kind is Kind.HEADING for block in blocks) >= FEWEST:
        return []
    lines = [at for at in range(len(blocks) - 1) if _names_stage(blocks, at)]
    named = {at: found for at, block in enumerate(blocks) if (found := _label(block))}
    if len(lines) < FEWEST or len(named) < FEWEST or not any(at - 1 in lines for at in named):
        return []
    if _shown_by_capitals(blocks, lines):
        return []
    made: list[Block] = []
    stage = ""
    for at, block in enumerate(blocks):
        if at in lines:
            stage = block.text
            made.append(replace(block, kind=Kind.HEADING, level=LEVEL, lead=0))
        elif at in named:
            heading, *rest = cut(block, named[at])
            beside = not stage or stages.stands_beside(heading.text, stage)
            stage = "" if beside else stage
            made += [heading if beside else replace(heading, level=LEVEL + 1), *rest]
        else:
            made.append(block)
    return made


def _shown_by_capitals(blocks: Sequence[Block], lines: Sequence[int]) -> bool:
    """Whether the stages are in capitals, and so are other lines that are none: “RISKS” is a part like “AT HOME”."""
    loud = [at for at, block in enumerate(blocks) if block.text.isupper() and stands_alone(block) and not block.breaks]
    return all(blocks[at].text.isupper() for at in lines) and bool(set(loud) - set(lines) - {0})


def _names_stage(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line apart from what is over and under it names a stage: ``Before the scan``."""
    block, below = blocks[at], blocks[at + 1]
    above = blocks[at - 1] if at else None
    apart = above is None or is_under_space(block, above)
    named = stands_alone(block) and not block.breaks and stages.wraps_by_name(block.text)
    return apart and named and below.kind in (Kind.PARAGRAPH, Kind.ITEM) and not stands_alone(below)


def _label(block: Block) -> Split | None:
    """A paragraph's label, where sentences follow it."""
    found = label(block) if block.kind is Kind.PARAGRAPH else None
    said = block.text[found[1] :] if found else ""
    tells = len(said.split()) >= FEWEST_SAID and _ENDS_SENTENCE.search(said) and not furniture.is_contact(said)
    return found if tells else None

"""What stands around a heading: the blocks under it, a run of short lines, the page's end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import Block, Kind
from narration.readers.promote import stands_alone

FEWEST = 2
"""Lines in a run, or phases beside a lone heading."""


def below(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    """What stands between a heading and the next."""
    ends = (at for at in range(index + 1, len(blocks)) if blocks[at].kind is Kind.HEADING)
    return blocks[index + 1 : next(ends, len(blocks))]


def leads_a_run(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line stands apart over lines that stand together: ``Qué traer``, with a thing on each line."""
    above, line, *under = (blocks[i] if i >= 0 else None for i in range(index - 1, min(index + 3, len(blocks))))
    run = [block for block in under if block is not None and stands_alone(block) and block.line]
    if line is None or len(run) < FEWEST or run[1].line != run[0].line + 1:
        return False
    apart = above is None or above.kind is not Kind.PARAGRAPH or not stands_alone(above)
    return apart and run[0].line > line.line + 1


def lone_last(blocks: Sequence[Block], at: Sequence[int], found: frozenset[int]) -> frozenset[int]:
    """A deeper heading that is the only one of its kind and the page's last: a box of its own (``Acuda si…``)."""
    last, others = at[-1], [blocks[index].level for index in at[:-1]]
    if last in found or len(found) < FEWEST or blocks[last].level <= max(others):
        return frozenset()
    return frozenset() if last - 1 in at or not below(blocks, last) else frozenset({last})


def unnumbered(text: str) -> str:
    """A heading inside a phase without the number of its place: ``3.1. Fasting`` → ``Fasting``."""
    return re.sub(r"^(?:\d{1,2}(?:\.\d{1,2})+[.)]?|\d{1,2}[.)]|[a-h]\))\s+(?=[^\W\d_]|¿)", "", text)

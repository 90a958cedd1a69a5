"""What the space between a PDF's lines tells: within a paragraph they are one distance apart, and more parts two."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from narration.readers.formats.pdf.lines import Line

PARTED = 1.25
"""Lines are parted from so many times the usual distance."""
LOOSEST = 2.2
"""Lines further apart than so many times their size are no two lines of a paragraph."""
SET_IN = 3.0
"""Points by which a line must be set in, or out, to stand at another place."""
Leading = Mapping[float, float]
"""The distance between the lines of a paragraph in points, by the size of their type."""


def usual_leading(pages: Sequence[Sequence[Line]]) -> Leading:
    """The commonest distance, for each size."""
    found: dict[float, Counter[float]] = {}
    for page in pages:
        for above, below in itertools.pairwise(page):
            apart = above.y - below.y
            if _is_filled(above, below) and above.size == below.size and 0 < apart <= LOOSEST * below.size:
                found.setdefault(below.size, Counter())[round(apart, 1)] += 1
    return {size: counts.most_common(1)[0][0] for size, counts in found.items()}


def is_parted(above: Line, below: Line, leading: Leading) -> bool:
    """Whether more than the usual distance is between two lines, one right above the other."""
    usual = leading.get(min(above.size, below.size)) or leading.get(max(above.size, below.size))
    return usual is not None and _is_filled(above, below) and above.y - below.y > PARTED * usual


def _is_filled(above: Line, below: Line) -> bool:
    return bool(above.text.strip() and below.text.strip())

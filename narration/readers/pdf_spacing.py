"""What the space between a PDF's lines tells: where a paragraph ends, and which lines go on with an item of a list.

Within a paragraph, lines follow each other at one distance.  More than that
parts two paragraphs, and a line that stands under an item's words is the item's.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from narration.readers.pdf_lines import BULLET, Line

PARTED = 1.25
"""Lines are parted from so many times the usual distance."""
LOOSEST = 2.2
"""Lines further apart than so many times their size are no two lines of a paragraph."""
SET_IN = 3.0
"""Points by which a line must be set in, or out, to stand at another place."""
UNDER_WORDS = "    "
Leading = Mapping[float, float]
"""The distance between the lines of a paragraph in points, by the size of their type."""
_ITEM = re.compile(rf"{BULLET}\s|\(?(?:\d{{1,2}}|[a-z])[.)]\s")


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


class Margins:
    """Follows the lines of a page down, and says where the words of the last item stand."""

    def __init__(self) -> None:
        self._item: Line | None = None
        self._words: float | None = None

    def end(self) -> None:
        """What follows goes on with nothing."""
        self._item = self._words = None

    def written(self, line: Line) -> str:
        """The line's words: set in under an item that it goes on with, after an empty line where it leaves the item."""
        words = line.text.strip()
        if not words:
            return ""
        if _ITEM.match(words):
            self._item, self._words = line, line.x if line.hanging else None
            return line.text
        if self._item is None:
            return line.text
        if self._words is None and line.x > self._item.x + SET_IN:
            self._words = line.x  # “1. Wash your hands” tells only where its number stands
        if self._words is not None and abs(line.x - self._words) <= SET_IN:
            return f"{UNDER_WORDS}{words}"
        left = line.x < self._item.x - SET_IN
        self.end()
        return f"\n{words}" if left else line.text

"""How far a PDF's lines reach, and so which of them are full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from narration.readers.formats.pdf.lines import BULLET, Line
from narration.readers.formats.pdf.widths import width

SAME_COLUMN = 40
"""Lines that begin within so many points share their right edge."""


def said(line: Line) -> str:
    """The words that begin at the line's ``x``."""
    words = line.text.strip()
    return words.removeprefix(BULLET).lstrip() if line.hanging else words


class Edges:
    """How far the lines of a document reach, by where they begin and how large they are."""

    def __init__(self, pages: Iterable[Sequence[Line]]) -> None:
        self._found: dict[tuple[float, int], float] = {}
        for line in (line for page in pages for line in page):
            if line.text.strip():
                place = line.size, round(line.x)
                reached = line.x + width(said(line), line.size, line.face)
                self._found[place] = max(self._found.get(place, reached), reached)

    def column(self, line: Line) -> float:
        """The width of the line's column, from where the line begins."""
        near = range(round(line.x) - SAME_COLUMN, round(line.x) + SAME_COLUMN + 1)
        return max(1.0, max(self._found.get((line.size, x), line.x) for x in near) - line.x)

    def share(self, line: Line, more: str = "") -> float:
        """How much of its column a line fills, with ``more`` words after it."""
        return width(f"{said(line)} {more}".rstrip(), line.size, line.face) / self.column(line)

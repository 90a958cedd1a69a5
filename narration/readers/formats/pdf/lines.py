"""The lines of a PDF's page: their words, where each begins, how large and how heavy it is.

A browser draws the bullets of a list as little shapes, not as letters; such a
shape left of a line is put before its words as the bullet that it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from narration.readers.formats.pdf.widths import PLAIN, Face, face_of

BULLET = "•"
LARGEST_BULLET = 0.75
SMALLEST_BULLET = 0.12
"""A drawn bullet's width and height, as parts of the size of the type beside it."""
BULLET_REACH = 3.5
"""How far left of its line a drawn bullet may stand, in sizes of the type."""
_HEAVY = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_PATH = frozenset([b"m", b"l", b"c", b"v", b"y"])
"""The operators that draw a path."""
_PAINT = frozenset([b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"])
_FAR, _LARGEST = 1e5, 1e3
"""Points: no page is so wide, no type so large."""
_BAND, _MOST_SHAPES = 20.0, 200
"""Shapes are kept by height, in bands of so many points; bullets do not stand as close as this."""
_MOST_POINTS = 100
"""A path with more is a drawing."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: where it begins, its font's name, how wide its letters are, and where it ends, if known."""

    text: str
    x: float
    y: float
    font: str
    face: Face = PLAIN
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, with the size and place of its first letters."""

    text: str
    size: float = 0.0
    x: float = 0.0
    y: float = 0.0
    bold: bool = False
    runs: tuple[Run, ...] = ()
    begins_bold: bool = False
    hanging: bool = False
    """Whether a bullet before the words stands left of ``x``."""
    heading: bool = False
    face: Face = PLAIN
    """How wide its first letters are."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A small painted shape: its left edge, its middle, and its longer side."""

    left: float
    x: float
    y: float
    side: float


def lines(page: Any) -> list[Line]:
    """The lines of a page as pypdf reads it."""
    text, shapes = _Text(), _Shapes()
    page.extract_text(visitor_text=text.see, visitor_operand_before=shapes.see)
    return [_with_bullet(line, shapes) for line in text.ended()]


class _Text:
    """Collects what pypdf says of each piece of text."""

    def __init__(self) -> None:
        self._made: list[Line] = []
        self._faces: dict[str, Face] = {}
        self._begin()

    def _face_of(self, name: str, font: Any) -> Face:
        if name not in self._faces:
            self._faces[name] = face_of(font)
        return self._faces[name]

    def _begin(self) -> None:
        self._words, self._bold, self._begins_bold = "", True, False
        self._first: Line | None = None
        self._runs: list[Run] = []

    def _end(self) -> None:
        bold = self._bold and self._first is not None
        first = self._first or Line("")
        runs = tuple(self._runs)
        self._made.append(replace(first, text=self._words, bold=bold, begins_bold=self._begins_bold, runs=runs))
        self._begin()

    def ended(self) -> list[Line]:
        self._end()
        return self._made

    def see(self, run: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        x, y = _placed(tm[4], tm[5], cm)
        high = abs(size * (tm[3] or tm[1] or 1) * (cm[3] or cm[1] or 1))
        at = Line("", round(high, 1) if high < _LARGEST else 0.0, x, y)
        name = str((font or {}).get("/BaseFont", ""))
        heavy = _HEAVY.search(name) is not None
        for index, piece in enumerate(run.split("\n")):
            if index:
                self._end()
            if piece.strip():
                face = self._face_of(name, font)
                if self._first is None:
                    self._first, self._begins_bold = replace(at, face=face), heavy
                self._bold = self._bold and heavy
                self._runs.append(Run(piece.strip(), at.x, at.y, name, face))
            self._words += piece


class _Shapes:
    """Collects the small shapes that are painted on a page."""

    def __init__(self) -> None:
        self._found: dict[int, list[_Shape]] = {}
        self._points: list[tuple[float, float]] = []

    def see(self, operator: bytes, operands: Sequence[Any], cm: list[float], _tm: list[float]) -> None:
        if operator in _PATH and len(self._points) <= _MOST_POINTS:
            numbers = [float(number) for number in operands]
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            self._points += [_placed(x, y, cm) for x, y in pairs]
        elif operator == b"re":
            x, y, width, height = (float(number) for number in operands)
            self._points += [_placed(x, y, cm), _placed(x + width, y + height, cm)]
        elif operator in _PAINT:
            self._end()
        elif operator == b"n":
            self._points = []

    def _end(self) -> None:
        points, self._points = self._points, []
        if not points or len(points) > _MOST_POINTS:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        if max(wide, high) < 2 * min(wide, high):
            shape = _Shape(min(xs), (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, max(wide, high))
            self._found.setdefault(int(shape.y // _BAND), []).append(shape)

    def near(self, low: float, high: float) -> Iterator[_Shape]:
        """The shapes between two heights, and some around them; none of a band that is full of them, a drawing."""
        for band in range(int(low // _BAND), int(high // _BAND) + 1):
            found = self._found.get(band, [])
            yield from found if len(found) <= _MOST_SHAPES else ()


def _placed(x: float, y: float, cm: Sequence[float]) -> tuple[float, float]:
    """Where a point stands on the page; what is far off every page stands at its corner."""
    place = x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]
    return place if all(abs(one) < _FAR for one in place) else (0.0, 0.0)


def _with_bullet(line: Line, shapes: _Shapes) -> Line:
    """The line with a bullet before its words, if one is drawn left of them."""
    low, high = line.y - 0.1 * line.size, line.y + 0.9 * line.size
    drawn = any(
        line.x - BULLET_REACH * line.size < shape.left
        and shape.x < line.x
        and low < shape.y < high
        and SMALLEST_BULLET * line.size < shape.side < LARGEST_BULLET * line.size
        for shape in shapes.near(low, high)
    )
    if not drawn or not line.text.strip():
        return line
    return replace(line, text=f"{BULLET} {line.text.lstrip()}", hanging=True)

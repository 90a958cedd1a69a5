"""How wide a PDF's words are, about: letters are taken to be as wide as Helvetica's (Adobe's core 14 font metrics).

Other types are wider or narrower as a whole, by what a font says of all its letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean
from typing import Any

_BY_WIDTH = {
    222: "ijl'’‘|",
    278: " !,./:;ftI[]\\",
    333: "-()r°“”",
    500: "ckszxyvJ",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    944: "W",
}
_OTHER = 556
_USUAL_SMALL, _USUAL = 494, 521
"""Helvetica’s small letters, and the letters, figures and signs that a page has of it, on the average."""
NARROWEST, BROADEST = 0.75, 1.35
FEWEST_LETTERS = 10
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}


def width(text: str, size: float, breadth: float = 1.0) -> float:
    """The width of ``text`` in points, in type of ``size`` points whose letters have ``breadth`` times Helvetica's."""
    return sum(_WIDTHS.get(letter, _OTHER) for letter in text) * size * breadth / 1000


def breadth_of(font: Any) -> float:
    """How wide a font's letters are beside Helvetica's, as its dictionary says; 1 where it says nothing.

    A simple font lists the widths from its first letter on (ISO 32000-1, 9.6.2),
    a composite one those of the glyphs that it holds (9.7.4.3), in thousandths of its size.
    """
    try:
        if "/Widths" in font:
            first = int(font["/FirstChar"])
            widths = [float(one) for one in font["/Widths"]][max(0, ord("a") - first) : ord("z") + 1 - first]
            usual = _USUAL_SMALL
        else:
            widths = list(_composite(font["/DescendantFonts"][0]["/W"]))
            usual = _USUAL
        widths = [one for one in widths if one > 0]
        return min(BROADEST, max(NARROWEST, fmean(widths) / usual)) if len(widths) >= FEWEST_LETTERS else 1.0
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return 1.0


def _composite(listed: Any) -> Iterator[float]:
    """The widths in an array of ``first [width …]`` and ``first last width``."""
    entries = [one.get_object() if hasattr(one, "get_object") else one for one in listed]
    while len(entries) > 1:
        if isinstance(entries[1], list):
            yield from (float(one) for one in entries[1])
            entries = entries[2:]
        else:
            yield float(entries[2])
            entries = entries[3:]

"""How wide a PDF's words are: each letter as its font says, where the font says which letters it has.

What a font does not say is taken to be as wide as in Helvetica (Adobe's core 14 font metrics), wider or narrower as
a whole by what the font says of all its letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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


_CODE = r"<\s*([0-9A-Fa-f\s]+)>"
_MAPPED = re.compile(rf"{_CODE}\s*{_CODE}(?:\s*{_CODE})?\s*(?=\n|\r|<|end)")
_SECTION = re.compile(r"beginbf(char|range)(.*?)endbf", re.DOTALL)
_MOST_CODES = 0x1_0000
_MOST_MAP = 1_000_000
_DIGITS = 4
"""A letter of the basic plane, in UTF-16."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font's letters: ``widths`` in thousandths of its size, and how wide it is as a whole beside Helvetica."""

    widths: Mapping[str, float] = field(default_factory=dict)
    breadth: float = 1.0


PLAIN = Face()


def width(text: str, size: float, face: Face = PLAIN) -> float:
    """The width of ``text`` in points, in type of ``size`` points."""
    known = face.widths
    parts = (known.get(letter) or _WIDTHS.get(letter, _OTHER) * face.breadth for letter in text)
    return sum(parts) * size / 1000


def face_of(font: Any) -> Face:
    """What a font's dictionary says of its letters; ``PLAIN`` where it says nothing.

    A simple font lists the widths from its first letter on (ISO 32000-1, 9.6.2), a composite one those of
    the glyphs that it holds (9.7.4.3), in thousandths of its size; which letter a code stands for says its map
    (9.10.3).
    """
    try:
        simple = "/Widths" in font
        if simple:
            first = int(font["/FirstChar"])
            by_code = {first + at: float(one) for at, one in enumerate(font["/Widths"])}
            some = [by_code.get(code, 0.0) for code in range(ord("a"), ord("z") + 1)]
        else:
            by_code = dict(_composite(font["/DescendantFonts"][0]["/W"]))
            some = list(by_code.values())
        some = [one for one in some if one > 0]
        usual = _USUAL_SMALL if simple else _USUAL
        breadth = min(BROADEST, max(NARROWEST, fmean(some) / usual)) if len(some) >= FEWEST_LETTERS else 1.0
        return Face(_by_letter(font, by_code), breadth)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return PLAIN


def _by_letter(font: Any, by_code: Mapping[int, float]) -> dict[str, float]:
    """The widths by the letters that a font's map gives its codes, none where it has no such map."""
    if "/ToUnicode" not in font:
        return {}
    found: dict[str, float] = {}
    for code, letter in _letters(font["/ToUnicode"].get_data()[:_MOST_MAP].decode("latin-1")):
        if by_code.get(code, 0.0) > 0:
            found.setdefault(letter, by_code[code])
    return found


def _letters(written: str) -> Iterator[tuple[int, str]]:
    """Each code of a map with its letter; what stands for several letters at once is passed over."""
    count = 0
    for kind, body in _SECTION.findall(written):
        for first, second, third in _MAPPED.findall(body):
            if (kind == "range") != bool(third):
                continue
            last, letter = (second, third) if third else (first, second)
            codes = range(int(first, 16), int(last, 16) + 1)
            count += len(codes)
            if count > _MOST_CODES:
                return
            if len("".join(letter.split())) == _DIGITS:
                yield from ((code, chr(int(letter, 16) + code - codes[0])) for code in codes)


def _composite(listed: Any) -> Iterator[tuple[int, float]]:
    """The glyphs and their widths in an array of ``first [width …]`` and ``first last width``."""
    entries = [one.get_object() if hasattr(one, "get_object") else one for one in listed]
    while len(entries) > 1:
        first = int(entries[0])
        if isinstance(entries[1], list):
            yield from ((first + at, float(one)) for at, one in enumerate(entries[1]))
            entries = entries[2:]
        else:
            last = min(int(entries[1]), first + _MOST_CODES)
            yield from ((code, float(entries[2])) for code in range(first, last + 1))
            entries = entries[3:]

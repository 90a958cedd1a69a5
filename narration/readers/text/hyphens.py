"""Words broken over two lines: “min-” and “utes” are one word, “low-” and “residue” keep their hyphen.

What the page itself writes elsewhere decides.  Where it does not, a hyphen
stays in what looks like a compound (``data/hyphens.yaml``) and beside capitals and figures.
"""

from __future__ import annotations

import re
from functools import cache, partial

from narration.readers.vocabulary import data

_BROKEN = re.compile(r"(?<!\w)(?P<first>\w+)(?P<hyphen>-|[ ]?[‐\u00ad])[ ]?\n(?P<rest>\w+)")
_SET_IN = re.compile(
    r"(?<!\w)(?P<first>\w+)(?P<hyphen>-|[ ]?[‐\u00ad])[ ]?\n"
    r"(?P<indent>[ \t]*)(?P<rest>\w+)(?P<after>[^\s\w]*)(?P<end>[ ]?(?=\S))?"
)
_WORD = re.compile(r"\w+(?:-\w+)*")
_SHORTEST = 2
"""A letter by itself is no piece of a broken word (``X-ray``, ``T-shirt``)."""
_MANY_LINES = 40
_RARE = 0.025


def mended(text: str) -> str:
    """``text`` with its broken words whole, each on the line where it begins; no other line changes.

    Whoever lets a program break words has many of them.  Where few lines end in
    a hyphen, they were broken at the hyphens of compounds (“picture-book”).
    """
    lines = text.count("\n") + 1
    broken = sum(found["hyphen"] == "-" for found in _BROKEN.finditer(text))
    rare = lines >= _MANY_LINES and broken < _RARE * lines
    return _BROKEN.sub(partial(_whole, frozenset(_WORD.findall(text.casefold())), rare=rare), text)


def mended_in_place(text: str) -> str:
    """The same for a text whose lines are counted: what stands after a broken word stays on its own line."""
    known = frozenset(_WORD.findall(text.casefold()))

    def whole(broken: re.Match[str]) -> str:
        return f"{_whole(known, broken)}{broken['after']}" + ("" if broken["end"] is None else f"\n{broken['indent']}")

    return _SET_IN.sub(whole, text)


def _whole(known: frozenset[str], broken: re.Match[str], rare: bool = False) -> str:
    first, rest = broken["first"], broken["rest"]
    joined, hyphenated = first + rest, f"{first}-{rest}"
    if broken["hyphen"] != "-":  # made by the program that broke the line
        return joined
    if joined.casefold() in known:
        return joined
    if hyphenated.casefold() in known or len(first) < _SHORTEST or not first.isalpha() or not rest[0].islower():
        return hyphenated
    compound = rare or first.casefold() in _listed("begin") or rest.casefold() in _listed("end")
    return hyphenated if compound and rest.casefold() not in _listed("endings") else joined


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(data("hyphens")[key])

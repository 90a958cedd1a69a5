"""Letters for bullets: “o” with one space before each point of a list of plain text, and “(i)”, “(ii)”, “(iii)”.

A text processor's hollow bullet becomes this letter when a list is pasted into
plain text.  One such line may be a clause (“o si le duele”), so only lines with
it under one that leaves its list open (``Consulte si presenta:``) are points.
Small Roman numbers are points where they count from “(i)” on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

FEWEST = 2
_POINT = re.compile(r"^\s*o (?=[^\W_])")
_BULLET = "•"
_ROMAN = re.compile(r"^(?P<margin>\s*)(?:\((?P<number>[ivx]{1,5})\)|(?P<other>[ivx]{1,5})[.)])\s+(?=\S)")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
MOST_LINES_BETWEEN = 4
"""A point with its wrapped lines and a blank one is no longer."""


def spelled(lines: Sequence[str]) -> list[str]:
    """The lines, with a sign that is no letter before the points of such lists."""
    made = list(lines)
    for at, line in enumerate(lines):
        if line.rstrip().endswith(":"):
            points = _points(lines, at + 1)
            if len(points) >= FEWEST:
                for point in points:
                    made[point] = re.sub(r"\bo ", f"{_BULLET} ", lines[point], count=1)
    for point, match in _counted(lines):
        made[point] = f"{match['margin']}{_BULLET} {lines[point][match.end() :]}"
    return made


def _counted(lines: Sequence[str]) -> list[tuple[int, re.Match[str]]]:
    """The lines with a small Roman number that count from the first on, two at least."""
    found: list[tuple[int, re.Match[str]]] = []
    run: list[tuple[int, re.Match[str]]] = []
    for at, line in enumerate(lines):
        match = _ROMAN.match(line)
        if match is None:
            continue
        number = match["number"] or match["other"]
        goes_on = run and at - run[-1][0] <= MOST_LINES_BETWEEN and number == _ROMANS[len(run) % len(_ROMANS)]
        if not goes_on:
            found += run if len(run) >= FEWEST else []
            run = []
        run += [(at, match)] if goes_on or number == _ROMANS[0] else []
    return found + (run if len(run) >= FEWEST else [])


def _points(lines: Sequence[str], at: int) -> list[int]:
    """Where the points are that begin at a line or under a blank one; a line set in goes on with its point."""
    if at < len(lines) and not lines[at].strip():
        at += 1
    found: list[int] = []
    while at < len(lines):
        if _POINT.match(lines[at]):
            found.append(at)
        elif not found or not lines[at].strip() or _margin(lines[at]) <= _margin(lines[found[0]]):
            break
        at += 1
    return found


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())

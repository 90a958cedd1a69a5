"""“o” for a bullet: a list of plain text whose points all begin with the letter and one space.

A text processor's hollow bullet becomes this letter when a list is pasted into
plain text.  One such line may be a clause (“o si le duele”), so only lines with
it under one that leaves its list open (``Consulte si presenta:``) are points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

FEWEST = 2
_POINT = re.compile(r"^\s*o (?=[^\W_])")
_BULLET = "•"


def spelled(lines: Sequence[str]) -> list[str]:
    """The lines, with a sign that is no letter before the points of such lists."""
    made = list(lines)
    for at, line in enumerate(lines):
        if line.rstrip().endswith(":"):
            points = _points(lines, at + 1)
            if len(points) >= FEWEST:
                for point in points:
                    made[point] = re.sub(r"\bo ", f"{_BULLET} ", lines[point], count=1)
    return made


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

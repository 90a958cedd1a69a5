"""A text whose two columns of prose stand side by side, as programs that keep a PDF's layout write them.

Read line by line it would mix the sentences of both, so the left column is read
first, then the right.  A table has short cells that end where they are; in two
columns of prose many lines on both sides go on in small letters.  The lines
below are then counted in the text as it is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

FEWEST_STARTS = 8
"""So many lines begin in the right column at its edge."""
FEWEST_LINES = 6
LEAST_WIDTH = 20
"""Of a column, in characters."""
LEAST_WRAPPED = 0.25
"""The share of a column's lines that go on with the line before, in small letters."""
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")


def read_down(text: str) -> tuple[str, bool]:
    """The text with its columns one after the other, and whether it has any."""
    lines = text.expandtabs().split("\n")
    edge = _edge(lines)
    if edge is None:
        return text, False
    out: list[str] = []
    run: list[str] = []
    found = False
    for line in [*lines, "\0"]:
        if line != "\0" and not line[edge - 2 : edge].strip():
            run.append(line)
            continue
        columns = _columns(run, edge)
        found = found or columns is not None
        out += run if columns is None else columns
        run = []
        out += [line] if line != "\0" else []
    return ("\n".join(out), True) if found else (text, False)


def _edge(lines: Sequence[str]) -> int | None:
    """Where the right column begins, in characters from 0."""
    starts = Counter(match.end() for line in lines for match in _GAP.finditer(line) if match.end() >= LEAST_WIDTH)
    starts.update(
        len(line) - len(line.lstrip()) for line in lines if line.strip() and line.startswith(" " * LEAST_WIDTH)
    )
    edge, count = max(starts.items(), key=lambda item: item[1], default=(0, 0))
    return edge if count >= FEWEST_STARTS else None


def _columns(run: Sequence[str], edge: int) -> list[str] | None:
    """The lines of the left column, a blank one, and those of the right; ``None`` where they are no two of prose."""
    sides = [line[:edge].rstrip() for line in run], [line[edge:].rstrip() for line in run]
    return [*sides[0], "", *sides[1]] if all(map(_is_prose, sides)) else None


def _is_prose(column: Sequence[str]) -> bool:
    told = [line.strip() for line in column if line.strip()]
    follows = sum(bool(above.strip()) and below.strip()[:1].islower() for above, below in pairwise(column))
    wide = sum(map(len, told)) >= LEAST_WIDTH * len(told)
    return len(told) >= FEWEST_LINES and wide and follows >= LEAST_WRAPPED * len(told)

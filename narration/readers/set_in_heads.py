"""Tables of spaces with an empty corner over the names of their rows; a cell stands under the words over its column.

An empty cell is only seen so::

                     Breakfast   Supper   For
    Tobramycin           X          X     1 week
    Ketorolac            X                2 weeks
    Tear drops       as often as you need
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import TableRow

FEWEST = 2
LEAST_INDENT = 6
MOST_WORDS = 4
MOST_KEY_WORDS = 10
SLACK = 4
"""So many characters may lie between a cell and the words over it."""
_CELL = re.compile(r"\S+(?: \S+)*")
_ENDED = re.compile(r"[.!?:;,]$")


def rows(lines: Sequence[str], at: int) -> tuple[list[TableRow], int]:
    """The rows of such a table that begins at a line, counted from 0, and where it ends; no rows where none does."""
    line = lines[at]
    heads = list(_CELL.finditer(line)) if line.startswith(" " * LEAST_INDENT) and not re.search(r"[\t|]", line) else []
    names = [head[0] for head in heads]
    if len(heads) < FEWEST or any(len(name.split()) > MOST_WORDS or _ENDED.search(name) for name in names):
        return [], at
    made: list[TableRow] = [(["", *names], True, at + 1)]
    full = 0
    for index in range(at + 1, len(lines)):
        cells, placed = _cells(lines[index], heads)
        if not cells:
            break
        full += placed
        made.append((cells, False, index + 1))
    return (made, at + len(made)) if full >= FEWEST else ([], at)


def _cells(line: str, heads: Sequence[re.Match[str]]) -> tuple[list[str], bool]:
    """The cells of a row, each in the column that it stands under; or its name and one cell that is over several."""
    found = list(_CELL.finditer(line)) if line[:1].strip() else []
    if len(found) < FEWEST or len(found[0][0].split()) > MOST_KEY_WORDS or found[0][0].endswith(":"):
        return [], False
    key, *cells = found
    made = ["" for _ in heads]
    for cell in cells:
        apart = [max(head.start() - cell.end(), cell.start() - head.end(), 0) for head in heads]
        column = apart.index(min(apart))
        several = apart.count(0) > 1 or apart[column] > SLACK or made[column]
        if several:
            return ([key[0], cell[0]], False) if len(cells) == 1 else ([], False)
        made[column] = cell[0]
    return [key[0], *made], True

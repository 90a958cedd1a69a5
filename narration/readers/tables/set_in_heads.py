"""Tables of spaces with an empty corner over the names of their rows; a cell stands under the words over its column.

An empty cell is only seen so::

                     Breakfast   Supper   For
    Tobramycin           X          X     1 week
    Ketorolac            X                2 weeks
    Tear drops       as often as you need

What is too long for its column goes on in the line below, a bit further in; a case
of the row above stands so, too::

                                 Overactive gland   Cancer
    Two metres from children
      and pregnant women         14 days            7 days
    Stay off work                3 days             3 days
      (with children)            14 days            7 days
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
_MORE = re.compile(r"[(a-záéíóúñ]")
"""What the second line of a cell begins with."""
_ADDS = re.compile(r"\(?(?:y|e|o|u|and|or)\s")
"""What such a line adds to a name, and is no case of it: “and pregnant women”."""


def rows(lines: Sequence[str], at: int) -> tuple[list[TableRow], int]:
    """The rows of such a table that begins at a line, counted from 0, and where it ends; no rows where none does."""
    line = lines[at]
    heads = list(_CELL.finditer(line)) if line.startswith(" " * LEAST_INDENT) and not re.search(r"[\t|]", line) else []
    names = [head[0] for head in heads]
    if len(heads) < FEWEST or any(len(name.split()) > MOST_WORDS or _ENDED.search(name) for name in names):
        return [], at
    made = [(["", *names], True, at + 1)]
    full, name, end, index = 0, "", at + 1, at + 1
    while index < len(lines):
        begun = _is_begun(lines, index, heads)
        line, key = (lines[index + 1], lines[index].strip()) if begun else (lines[index], name)
        cells, placed = _set_in(line, heads, key, whole=begun) if key else ([], False)
        if not cells:
            cells, placed = _cells(line, heads)
            name = cells[0] if cells else name
        if not cells and not _goes_on(line, heads, made[-1][0]):
            break
        made += [(cells, False, index + 1)] if cells else []
        full += placed
        index = end = index + 1 + begun
    return ([*made], end) if full >= FEWEST else ([], at)


def _is_begun(lines: Sequence[str], index: int, heads: Sequence[re.Match[str]]) -> bool:
    """Whether a line has only the beginning of a row's name, which ends beside the cells in the line below."""
    line, below = lines[index].rstrip(), lines[index + 1] if index + 1 < len(lines) else ""
    alone = bool(line[:1].strip()) and len(_CELL.findall(line)) == 1 and len(line) < heads[0].start()
    return alone and not _ENDED.search(line) and bool(_set_in(below, heads, line, whole=True)[0])


def _set_in(line: str, heads: Sequence[re.Match[str]], name: str, *, whole: bool) -> tuple[list[str], bool]:
    """The cells of a line further in, whose first words go on with a name: its end (``whole``) or a case of it."""
    found = list(_CELL.finditer(line)) if line[:1].isspace() else []
    if len(found) < FEWEST or not _MORE.match(found[0][0]) or (_ADDS.match(found[0][0]) and not whole):
        return [], False
    cells = _under(found[1:], heads)
    return ([f"{name} {found[0][0]}", *cells], True) if cells and all(cells) else ([], False)


def _goes_on(line: str, heads: Sequence[re.Match[str]], above: list[str]) -> bool:
    """Put what goes on in a line further in into the cells of the row above; whether it does."""
    found = list(_CELL.finditer(line)) if line[:1].isspace() else []
    key = found[:1] if found and found[0].end() < heads[0].start() - SLACK else []
    cells = _under(found[len(key) :], heads)
    parts = [key[0][0] if key else "", *(cells or [""] * len(heads))]
    told = len(parts) == len(above) and all(over for over, part in zip(above, parts, strict=True) if part)
    if not found or not told or (found[len(key) :] and not cells) or not all(map(_MORE.match, filter(None, parts))):
        return False
    above[:] = [f"{over} {part}".strip() for over, part in zip(above, parts, strict=True)]
    return True


def _cells(line: str, heads: Sequence[re.Match[str]]) -> tuple[list[str], bool]:
    """The cells of a row, each in the column that it stands under; or its name and one cell that is over several."""
    found = list(_CELL.finditer(line)) if line[:1].strip() else []
    if len(found) < FEWEST or len(found[0][0].split()) > MOST_KEY_WORDS or found[0][0].endswith(":"):
        return [], False
    key, *cells = found
    if made := _under(cells, heads):
        return [key[0], *made], True
    return ([key[0], cells[0][0]], False) if len(cells) == 1 else ([], False)


def _under(cells: Sequence[re.Match[str]], heads: Sequence[re.Match[str]]) -> list[str]:
    """Cells by the column that each stands under; none where one is over several."""
    made = ["" for _ in heads]
    for cell in cells:
        apart = [max(head.start() - cell.end(), cell.start() - head.end(), 0) for head in heads]
        column = apart.index(min(apart))
        if apart.count(0) > 1 or apart[column] > SLACK or made[column]:
            return []
        made[column] = cell[0]
    return made if cells else []

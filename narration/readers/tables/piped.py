"""Tables whose cells a plain text parts with bars, as Markdown does but mostly without its rule: “Age | Dose”.

A bar between two cells is sure to be one, so that a cell may be long or empty, rules or blank lines may stand
between the rows, and a row may go on in the line below::

    When | Do | Do not
    If the cast feels loose or it cracks | Ring us | Mend it yourself
    Driving | | Not until we take
    the cast off

Other signs that some hands type for a bar, “//” or “||”, are believed in as many lines as make a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from narration.readers.base import TableRow
from narration.readers.tables import column_heads, tabbed

BAR = "|"
FEWEST_ROWS = 3
"""Two lines with a bar in each may be a menu, or a letterhead."""
MOST_WORDS_BETWEEN = 24
_OUTER = re.compile(r"^\s*\|(?P<inside>.*?)\|?\s*$")
_RULE = re.compile(r"[\s|:+=–—-]*[=–—-]{2}[\s|:+=–—-]*")
_TYPED_BAR = re.compile(r"(?<=\S)[ \t]+(?://|\|\||¦)[ \t]+(?=\S)")
_GOES_ON = re.compile(r"\s*[a-záéíóúñ(]")


def rows(lines: Sequence[str], at: int) -> tuple[list[TableRow], int]:
    """The rows of such a table that begins at a line, counted from 0, and where it ends; no rows where none does."""
    outer = lines[at].lstrip().startswith(BAR)
    wide = len(_cells(lines[at], outer))
    found: list[tuple[list[str], int]] = []
    end = index = at
    blanks, ruled = 0, False
    while wide > 1 and index < len(lines):
        line = lines[index]
        if BAR in line and _RULE.fullmatch(line):
            ruled = ruled or len(found) == 1
        elif not line.strip():
            if len(found) != blanks + 1 or not _has_cells(lines, index + 1, wide, outer):
                break
            blanks += 1  # under the words over the columns, or under each row
        elif BAR in line and len(cells := _cells(line, outer)) <= wide:
            found = _with(found, cells, index + 1, torn=_is_torn(found, wide) and _GOES_ON.match(line) is not None)
        elif BAR not in line and found and _GOES_ON.match(line) and len(line.split()) <= MOST_WORDS_BETWEEN:
            found = _with(found, [line.strip()], index + 1, torn=True)
        else:
            break
        index += 1
        end = index
    headed = ruled or (len(found) == FEWEST_ROWS - 1 and column_heads.are_names(found[0][0]))
    if len(found) < FEWEST_ROWS - headed:
        return [], at
    whole = [([*cells, *[""] * (wide - len(cells))], number) for cells, number in found]
    made = tabbed.believed([cells for cells, _ in whole], [number for _, number in whole])
    if made and headed:
        made[0] = (made[0][0], True, made[0][2])
    return (made, end) if made else ([], at)


def barred(text: str) -> str:
    """A text with bars for other signs between the cells of a table: “0-6 h // Lie on your back”."""
    lines = text.split("\n")
    counts = [len(_TYPED_BAR.findall(line)) if BAR not in _TYPED_BAR.sub("", line) else 0 for line in lines]
    at = 0
    for count, run in groupby(counts):
        end = at + len([*run])
        if count and end - at >= FEWEST_ROWS:
            lines[at:end] = [_TYPED_BAR.sub(f" {BAR} ", line) for line in lines[at:end]]
        at = end
    return "\n".join(lines)


def _cells(line: str, outer: bool) -> list[str]:
    """The cells of a line; where none of a table's has a bar before it, one there stands after an empty cell."""
    match = _OUTER.match(line) if outer else None
    return [" ".join(cell.split()) for cell in (match["inside"] if match else line).split(BAR)]


def _has_cells(lines: Sequence[str], index: int, wide: int, outer: bool) -> bool:
    """Whether a line right under a blank one is another row, and no words over the columns of another table."""
    cells = _cells(lines[index], outer) if index < len(lines) else []
    return len(cells) == wide and not column_heads.names_column(cells[0])


def _is_torn(found: Sequence[tuple[list[str], int]], wide: int) -> bool:
    """Whether the last row has too few cells, so that it may go on in the line below."""
    return bool(found) and len(found[-1][0]) < wide


def _with(
    found: list[tuple[list[str], int]], cells: list[str], number: int, *, torn: bool
) -> list[tuple[list[str], int]]:
    """The rows and one more, or, after a ``torn`` one, its last cell and those that go on."""
    if not torn:
        return [*found, (cells, number)]
    above, begun = found[-1]
    return [*found[:-1], ([*above[:-1], f"{above[-1]} {cells[0]}".strip(), *cells[1:]], begun)]

"""Tables whose cells only two spaces or more hold apart, and do not stand under one another, as a copy has them.

Words that are known to stand over columns come first, or each row offers answers; and each has as many cells::

    Medicine  On the morning  Afterwards
    Metformin, gliclazide  Omit  With your next meal
    Insulin  Half the dose  As usual
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import TableRow
from narration.readers.lines import furniture
from narration.readers.tables import column_choices, column_heads, tabbed

FEWEST_ROWS = 3
FEWEST_COLUMNS = 3
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")


def rows(lines: Sequence[str], at: int) -> tuple[list[TableRow], int]:
    """The rows of such a table that begins at a line, counted from 0, and where it ends; no rows where none does."""
    heads = _cells(lines[at])
    known = heads and (column_heads.names_column(heads[0]) or column_choices.are_all(heads[1:]))
    if len(heads) < FEWEST_COLUMNS or not known:
        return [], at
    end = at
    while end < len(lines) and len(cells := _cells(lines[end])) == len(heads) and not _is_prose(cells):
        end += 1
    if end - at < FEWEST_ROWS:
        return [], at
    made = tabbed.believed([_cells(line) for line in lines[at:end]], range(at + 1, end + 1))
    return (made, end) if made else ([], at)


def _cells(line: str) -> list[str]:
    return _GAP.split(line.strip()) if not re.search(r"[\t|]", line) else []


def _is_prose(cells: Sequence[str]) -> bool:
    """Whether the spaces stand after a sentence, as a typewriter sets them."""
    return any(furniture.SENTENCE_END.search(cell) for cell in cells[:-1])

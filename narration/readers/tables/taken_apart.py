"""Tables of two columns that a copy has taken apart: each cell is a line, the next one right under it.

Some browsers copy so what a page has made of boxes instead of a table.  The words
over the columns come first; then a name and its cell by turns::

    Medicine
    Stop before the test
    Warfarin
    5 days
    Aspirin 81 mg
    OK to continue

As a list these would tell nothing, so each pair becomes a row with a tab between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.lines import marks
from narration.readers.tables import headed_grids, number_grids, taken_grids
from narration.readers.vocabulary import listed

FEWEST_LINES = 6
"""Two words over the columns, and two rows."""
MOST_CELL_WORDS = 8
MOST_HEAD_WORDS = 6
_AMOUNT = re.compile(r"\d")
_ENDED = re.compile(r"[.?!:;,]$")


def put_together(text: str) -> str:
    """A text whose tables stand in rows again, a tab between the two cells."""
    lines = text.split("\n")
    ends = _ends_of_cells(lines)
    made: list[str] = []
    at = 0
    while at < len(lines):
        grid, end = _grid(lines, at)
        if grid:
            made += [*grid, *[""] * (end - at - len(grid))]
            at = end
            continue
        end = _end_of_table(lines, at, ends[at])
        made += [f"{lines[row].strip()}\t{lines[row + 1].strip()}" for row in range(at, end, 2)]
        # Each row has taken one line of two; the lines below keep their numbers.
        made += [""] * ((end - at) // 2)
        if end == at:
            made.append(lines[at])
            end = at + 1
        at = end
    return "\n".join(made)


def _grid(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The rows of a table that begins at a line and that shows how wide it is, and where it ends; else no rows."""
    for reader in (taken_grids, headed_grids, number_grids):
        grid, end = reader.rows(lines, at)
        if grid:
            # “Medicines” over “Weight (kg)”, “Dose (mL)” and mere numbers: the name of the table, and no column.
            named = reader is taken_grids and number_grids.rows(lines, at + 1)[0]
            return ([], at) if named else (grid, end)
    return [], at


def _ends_of_cells(lines: Sequence[str]) -> list[int]:
    """For each place, where the lines end that stand together from there and may be cells."""
    ends = list(range(len(lines)))
    for at in reversed(range(len(lines))):
        if _is_cell(lines[at]):
            ends[at] = ends[at + 1] if at + 1 < len(lines) and ends[at + 1] > at + 1 else at + 1
    return ends


def _end_of_table(lines: Sequence[str], at: int, end: int) -> int:
    """Where such a table ends that begins at a line, of those up to ``end``; ``at`` where none does."""
    end -= (end - at) % 2
    return end if end - at >= FEWEST_LINES and _names_column(lines[at]) and _are_rows(lines, at, end) else at


def _names_column(line: str) -> bool:
    return listed("labels", "column_names").fullmatch(line.strip().lower()) is not None


def _is_cell(line: str) -> bool:
    text = line.strip()
    short = bool(text) and len(text.split()) <= MOST_CELL_WORDS and "\t" not in line
    return short and not (_ENDED.search(text) or marks.is_typed(line) or marks.GAP.search(line.strip()))


def _are_rows(lines: Sequence[str], at: int, end: int) -> bool:
    """Whether lines are two words over columns, and names without a number beside cells that mostly have one."""
    heads = lines[at : at + 2]
    if any(_AMOUNT.search(head) or len(head.split()) > MOST_HEAD_WORDS for head in heads):
        return False
    rows = range(at + 2, end, 2)
    # First what another such table right below would show, so that a page of nothing else is read once.
    if any(_names_column(lines[row]) or _AMOUNT.match(lines[row].strip()) for row in rows):
        return False
    return sum(_AMOUNT.search(lines[row + 1]) is not None for row in rows) * 2 > len(rows)

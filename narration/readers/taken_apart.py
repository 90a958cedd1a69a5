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

from narration.readers import columns, copied
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
    made: list[str] = []
    at = 0
    while at < len(lines):
        end = _end_of_table(lines, at)
        made += [f"{lines[row].strip()}\t{lines[row + 1].strip()}" for row in range(at, end, 2)]
        # Each row has taken one line of two; the lines below keep their numbers.
        made += [""] * ((end - at) // 2)
        if end == at:
            made.append(lines[at])
            end = at + 1
        at = end
    return "\n".join(made)


def _end_of_table(lines: Sequence[str], at: int) -> int:
    """Where such a table ends that begins at a line, counted from 0; ``at`` where none does."""
    if not _names_column(lines[at]):
        return at
    end = at
    while end < len(lines) and _is_cell(lines[end]):
        end += 1
    end -= (end - at) % 2
    return end if end - at >= FEWEST_LINES and _are_rows(lines[at:end]) else at


def _names_column(line: str) -> bool:
    return listed("labels", "column_names").fullmatch(line.strip().lower()) is not None


def _is_cell(line: str) -> bool:
    text = line.strip()
    short = bool(text) and len(text.split()) <= MOST_CELL_WORDS and "\t" not in line
    return short and not (_ENDED.search(text) or copied.is_typed(line) or columns.GAP.search(line.strip()))


def _are_rows(lines: Sequence[str]) -> bool:
    """Whether lines are two words over columns, and names without a number beside cells that mostly have one."""
    heads, names, cells = lines[:2], lines[2::2], lines[3::2]
    headed = not any(_AMOUNT.search(head) or len(head.split()) > MOST_HEAD_WORDS for head in heads)
    amounts = sum(_AMOUNT.search(cell) is not None for cell in cells) * 2 > len(cells)
    named = sum(_AMOUNT.match(name.strip()) is not None for name in names) == 0
    return headed and amounts and named and not any(map(_names_column, names))

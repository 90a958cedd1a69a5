"""First rows that name options beside each other, over what is said of each: “Question | Splint | Injection”.

No word list can know such names.  They show by what stands under them: questions, or cells that say much more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.language.brackets import without_brackets
from narration.readers.base import TableRow

FEWEST_COLUMNS = 3
FEWEST_ROWS = 4
MOST_NAME_WORDS = 4
TIMES_AS_LONG = 2
"""The cells below names have so many times their words."""
_NAME = re.compile(r"[^\W\d_a-z][^\d.!?;:]*")


def are_over(table: Sequence[TableRow]) -> bool:
    """Whether the first row has such names only, each another, and the rows below have a cell for each."""
    if len(table) < FEWEST_ROWS or len(table[0][0]) < FEWEST_COLUMNS:
        return False
    (corner, *names), *below = [[without_brackets(cell) for cell in cells] for cells, _, _ in table]
    if any(len(cells) != len(names) + 1 for cells in below) or len(set(names)) != len(names):
        return False
    named = all(_NAME.fullmatch(name) and len(name.split()) <= MOST_NAME_WORDS for name in names)
    if not named or (corner and not _NAME.fullmatch(corner)):
        return False
    asked = sum(cells[0].rstrip().endswith("?") for cells in below)
    columns = [[cells[at] for cells in below] for at in range(1, len(names) + 1)]
    return asked * 2 >= len(below) or all(map(_says_more, names, columns))


def _says_more(name: str, cells: Sequence[str]) -> bool:
    said = [len(cell.split()) for cell in cells if cell]
    return len(said) * 2 > len(cells) and sum(said) >= TIMES_AS_LONG * len(name.split()) * len(said)

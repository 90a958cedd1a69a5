"""Tables of three columns or more that a copy has taken apart: each cell is a line, the next one right under it.

The words over the columns come first, each on a line, or all in one with tabs between::

    Drop
    Week 1
    Week 2
    Dexamethasone
    4 x day
    2 x day
    Ketorolac
    3 x day
    STOP

Believed only where the lines fill the rows, and each column has cells of one kind: names, or amounts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.lines import marks
from narration.readers.vocabulary import data, listed

FEWEST_COLUMNS = 3
MOST_COLUMNS = 7
FEWEST_ROWS = 2
MOST_CELL_WORDS = 16
MOST_HEAD_WORDS = 6
MOST_LINES = 120
_AMOUNT = re.compile(r"(?:[<>≤≥~]|máx\.?|max\.?)?\s?\d")
_NOTHING = re.compile(r"[-–—/*]|stop|none|yes|no|sí|n/?a|nada|ningun[oa]", re.IGNORECASE)
_ENDED = re.compile(r"(?<![^\W\d_]\.[^\W\d_])[.?!:;,…]$")


def rows(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The rows of such a table that begins at a line, with tabs, and where it ends; no rows where none does."""
    heads = [cell.strip() for cell in lines[at].split("\t")]
    if len(heads) >= FEWEST_COLUMNS:
        end = _end(lines, at + 1)
        cells = [line.strip() for line in lines[at + 1 : end]]
        return (in_rows([*heads, *cells], len(heads)), end) if _fits(heads, cells) else ([], at)
    if not _names_column(heads[0]):
        return [], at
    end = _end(lines, at)
    cells = [line.strip() for line in lines[at:end]]
    for wide in range(FEWEST_COLUMNS, MOST_COLUMNS + 1):
        if _fits(cells[:wide], cells[wide:]) and _has_amounts(cells[wide:], wide):
            return in_rows(cells, wide), end
    return [], at


def _end(lines: Sequence[str], at: int) -> int:
    end = at
    while end < min(len(lines), at + MOST_LINES) and _is_cell(lines[end]):
        end += 1
    return end


def _is_cell(line: str) -> bool:
    text = line.strip()
    if not text or "\t" in text or marks.GAP.search(text) or len(text.split()) > MOST_CELL_WORDS:
        return False
    return _NOTHING.fullmatch(text) is not None or not (_ENDED.search(text) or marks.is_typed(text))


def _names_column(line: str) -> bool:
    several = data("labels")["column_several"]
    name = line.lower()
    return listed("labels", "column_names").fullmatch(name) is not None or name in {*several, *several.values()}


def _fits(heads: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether cells fill whole rows under such heads, and each column has cells of one kind."""
    wide = len(heads)
    if wide < FEWEST_COLUMNS or len(cells) < FEWEST_ROWS * wide or len(cells) % wide:
        return False
    short = all(head and not _AMOUNT.match(head) and len(head.split()) <= MOST_HEAD_WORDS for head in heads)
    alone = not any(_NOTHING.fullmatch(head) for head in heads) and len(set(heads)) == wide
    names = cells[::wide]
    named = len(set(names)) == len(names) and not any(_NOTHING.fullmatch(name) for name in names)
    return short and alone and named and all(len(_kinds(cells[at::wide])) <= 1 for at in range(wide))


def _has_amounts(cells: Sequence[str], wide: int) -> bool:
    return any(True in _kinds(cells[at::wide]) for at in range(wide))


def _kinds(column: Sequence[str]) -> set[bool]:
    """Whether the cells of a column begin with a number; one that says “none” may stand among either."""
    return {_AMOUNT.match(cell) is not None for cell in column if not _NOTHING.fullmatch(cell)}


def in_rows(cells: Sequence[str], wide: int) -> list[str]:
    """The cells of a table that is ``wide`` columns wide as its rows, with tabs between them."""
    return ["\t".join(cells[at : at + wide]) for at in range(0, len(cells), wide)]

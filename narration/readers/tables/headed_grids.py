"""Tables that a copy has taken apart, a cell a line, whose cells are of any kind: their heads show how wide they are.

Up to the next blank line, or to a text right under them, the lines fill the rows::

    Food group
    You can have
    Avoid
    Bread
    White bread, crackers
    Wholemeal, granola
    Drinks
    …

Without heads only pairs are seen, of a name and what to do about it::

    Ibuprofen
    Stop 7 days before
    Inhalers
    Use as usual and bring them
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.lines import marks
from narration.readers.tables import taken_grids
from narration.readers.tables.column_heads import names_column
from narration.readers.vocabulary import listed

FEWEST_COLUMNS = 2
MOST_COLUMNS = 6
FEWEST_ROWS = 2
FEWEST_PAIRS = 3
MOST_LINES = 120
MOST_CELL_WORDS = 24
MOST_NAME_WORDS = 10
MOST_HEAD_WORDS = 9
LEAST_TOLD = 0.75
"""So many of the second lines of pairs say what to do."""
_HEADS = (
    *("column_names", "column_first_names", "column_plain", "column_counts", "column_actions", "column_allows"),
    *("column_forbids", "column_when_to", "column_spans_of", "column_bracket_units", "column_whens_alone"),
    *("column_measures", "column_people", "column_groups", "column_phases", "column_doing_then", "column_describing"),
)
_OF_ONE_KIND = (
    *("column_people", "column_groups", "column_describing", "column_doing_then", "column_slots", "column_turns"),
)
"""“With insulin”, “Tablets only”: the next line that is none of these is the name of a row, as “Night before” is."""
_TOLD = ("column_orders", "column_keeps", "column_answers")
_CASE = re.compile(r"(?:if|when|with|si|cuando|con|para)\s\S+\s", re.IGNORECASE)
"""“If your test is in the morning”, over what holds then."""
_NOTHING = re.compile(r"[-–—/*]")
_ENDED = re.compile(r"(?<![^\W\d_]\.[^\W\d_])[.!:;,…]$")


def rows(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The rows of such a table that begins at a line, with tabs, and where it ends; no rows where none does."""
    if not names_column(lines[at].strip()) and (at and lines[at - 1].strip()):
        return [], at
    end = next((place for place in range(at, min(len(lines), at + MOST_LINES)) if not lines[place].strip()), len(lines))
    cells = [line.strip() for line in lines[at:end]]
    if end - at > MOST_LINES:
        return [], at
    if not all(map(_is_cell, cells)):
        return _over_text(cells, at)
    lists = _kind_over(cells[:2])  # a copy has no empty cells: nobody knows what stands under what
    named = bool(cells) and not lists and (names_column(cells[0]) or _kind_over(cells[1:3]) != "")
    wide = _wide(cells) if named else 0
    wide = wide or (FEWEST_COLUMNS if not (at and lines[at - 1].strip()) and _are_pairs(cells) else 0)
    if not wide:
        return [], at
    return taken_grids.in_rows(cells, wide), end


def _over_text(cells: Sequence[str], at: int) -> tuple[list[str], int]:
    """The same where a text stands right under a table, mostly with its own heading over it, which is no cell."""
    told = next(place for place, cell in enumerate(cells) if not _is_cell(cell))
    if not names_column(cells[0]) or _kind_over(cells[:2]):
        return [], at
    for end in (told, told - 1):
        wide = _wide(cells[:end])
        if wide > FEWEST_COLUMNS:
            return taken_grids.in_rows(cells[:end], wide), at + end
    return [], at


def _is_cell(text: str) -> bool:
    if _NOTHING.fullmatch(text):
        return True
    return not marks.GAP.search(text) and len(text.split()) <= MOST_CELL_WORDS and not marks.is_typed(text)


def _wide(cells: Sequence[str]) -> int:
    """How many columns there are: as many as heads stand first, where the rest fills whole rows with a name each."""
    kind = _kind_over(cells[1:2])
    same = listed("labels", kind).fullmatch if kind else _is_head
    heads = next((at for at, cell in enumerate(cells) if at and not same(cell)), len(cells))
    fits = FEWEST_COLUMNS <= heads <= MOST_COLUMNS and len(cells) >= (FEWEST_ROWS + 1) * heads
    if not fits or len(cells) % heads:
        return 0
    names = cells[heads::heads]
    counted = heads == FEWEST_COLUMNS and any(name[:1].isdigit() for name in names)  # “5 days”, “In bed”: a list
    return heads if not counted and _are_names(names) else 0


def _kind_over(cells: Sequence[str]) -> str:
    """What kind of words over columns some lines are, all of one; ``""`` for any others."""
    kinds = (key for key in _OF_ONE_KIND if all(map(listed("labels", key).fullmatch, cells)))
    return next(kinds, "") if cells else ""


def _is_head(cell: str) -> bool:
    name = cell.strip("¿?: ")
    if len(name.split()) > MOST_HEAD_WORDS or _ENDED.search(cell):
        return False
    known = any(listed("labels", key).fullmatch(name) for key in _HEADS)
    return known or listed("labels", "column_asks").match(cell) is not None or _CASE.match(cell) is not None


def _are_names(cells: Sequence[str]) -> bool:
    short = all(len(cell.split()) <= MOST_NAME_WORDS and not _ENDED.search(cell) for cell in cells)
    return short and len(set(cells)) == len(cells) and not any(map(_NOTHING.fullmatch, cells))


def _are_pairs(cells: Sequence[str]) -> bool:
    """Whether lines are by turns a name and what to do about it."""
    names, told = cells[::2], cells[1::2]
    if len(cells) < FEWEST_PAIRS * 2 or len(cells) % 2 or not _are_names(names) or any(map(_tells, names)):
        return False
    return sum(map(_tells, told)) >= LEAST_TOLD * len(told)


def _tells(cell: str) -> bool:
    return any(listed("labels", key).match(cell) for key in _TOLD)

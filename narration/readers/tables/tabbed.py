"""Tables that a text has from a web page or a sheet: a tab stands between the cells, and each row has as many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narration.readers.base import TableRow
from narration.readers.lines import helpline, senders
from narration.readers.tables import column_lists
from narration.readers.vocabulary import listed

FEWEST_ROWS = 2
FEWEST_BESIDE = 2
"""A row without a name and with so many cells goes on with the name over it."""
MOST_BESIDE_NAME = 3
MOST_KEY_WORDS = 16
FULL_CELLS = 0.75
"""Of a table's cells so many have words; where more have none, the tabs only move words to their place."""
_POINT = re.compile(r"o|[\W_]|\(?(?:\d{1,2}|[a-z]|[ivxIVX]{1,4})[.)]")
"""What stands before an item of a list, where a tab is between the two."""
_PLACE = re.compile(r"\d{1,2}(?:\.\d{1,2})*")

_GAP = re.compile(r"(?<=\S)(?: {3,}|\s*\t\s*)(?=\S)")
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?\s?m\.?|h|hrs|horas|noon|midday)?|[-–—]", re.IGNORECASE)


def rows(lines: Sequence[str], at: int) -> tuple[list[TableRow], int]:
    """The rows of such a table that begins at a line, counted from 0, and where it ends; no rows where none does.

    An empty corner stands over names of rows, and so has words over the columns beside it.
    """
    tabs = lines[at].count("\t")
    end = at
    cells: list[list[str]] = []
    numbers: list[int] = []
    while tabs and end < len(lines):
        if lines[end].count("\t") == tabs:
            cells.append([" ".join(cell.split()) for cell in lines[end].split("\t")])
            numbers.append(end + 1)
        elif cells and _is_note(lines, end, tabs):
            last = max((column for column, cell in enumerate(cells[-1]) if cell), default=0)
            cells[-1][last] = f"{cells[-1][last]} {lines[end].strip()}".strip()
        else:
            break
        end += 1
    made = believed(cells, numbers)
    return (made, end) if made else ([], at)


def believed(cells: list[list[str]], numbers: Sequence[int]) -> list[TableRow]:
    """The cells of lines as the rows of a table, where they are one; none for any others."""
    lists = bool(cells) and column_lists.are_over_lists(cells[0])
    for above, row in pairwise([] if lists else cells):
        # A cell that stood beside several rows is copied once.
        row[0] = above[0] if not row[0] and sum(map(bool, row)) >= FEWEST_BESIDE else row[0]
    if len(cells) < FEWEST_ROWS or not _is_table(cells, lists):
        return []
    corner = not cells[0][0] and all(cells[0][1:])
    return [(row, corner and not index, numbers[index]) for index, row in enumerate(cells)]


def with_commas(line: str) -> str:
    """A line of no table with whom to ring, and the number in a column beside: “Ward 4\t01632 960 444\t9am–5pm”.

    Told in one breath the name would run into the number: “Radiation safety, out of hours Switchboard 01632 …”.
    """
    name, *rest = _GAP.split(line.strip())
    named = re.match(r"\W*[^\W\d_].*[^\W\d_]{2}", name) and name[-1:] not in ":,;.–—-|"
    named = named and not (helpline.has_number(name) or _POINT.fullmatch(name))
    beside = 0 < len(rest) <= MOST_BESIDE_NAME and "|" not in line and any(map(helpline.has_number, rest))
    return f"{name}: {', '.join(rest)}" if named and beside else line


def _is_note(lines: Sequence[str], at: int, tabs: int) -> bool:
    """Whether a line between two rows is a bracket that goes on the one over it: “(first dose 4 capsules)”."""
    text = lines[at].strip()
    between = at + 1 < len(lines) and lines[at + 1].count("\t") == tabs
    return between and text.startswith("(") and text.endswith(")") and "\t" not in text


def _is_table(cells: Sequence[Sequence[str]], lists: bool) -> bool:
    """Whether each row has a short name and something beside it, and none is a label or the sender's."""
    named = lists or (all(row[0] and any(row[1:]) for row in cells[1:]) and any(cells[0][1:]))
    keys = [row[0] for row in cells]
    if not named or any(map(_POINT.fullmatch, keys)) or all(map(_PLACE.fullmatch, keys)):
        return False  # “2.1”, a tab, “Fasting” under “2”, a tab, “Before”: headings with the numbers of their places
    if any(key.endswith(":") or len(key.split()) > MOST_KEY_WORDS for key in keys):
        return False
    full = sum(bool(cell) for row in cells for cell in row)
    return (lists or full >= FULL_CELLS * len(cells) * len(cells[0])) and not _is_of_the_sender(cells)


def _is_of_the_sender(cells: Sequence[Sequence[str]]) -> bool:
    """Whether the first row, or the name of another, is an address, a number or a date of the page itself."""
    if all(_CLOCK.fullmatch(cell) for row in cells[1:] for cell in row[1:]):
        return False  # a timetable: “Main Square”, “7.30”, “7.55”
    for text in (" ".join(cells[0]), *(row[0] for row in cells)):
        if senders.is_contact_or_fact(text):
            return True
        body = listed("letterhead", "bodies").match(text)
        whole = body is not None and not text[body.end() : body.end() + 1].isalpha()  # no “Labios”, “Units”
        if whole and senders.is_named(text):
            return True
    return False

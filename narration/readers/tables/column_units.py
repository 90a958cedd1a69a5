"""What a column counts, said with its numbers: “3” under “Stop (days before)” → “3 days before” under “Stop”.

Also a first row that a format makes one of headings and that is none: Markdown has no table without one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narration.readers.base import TableRow
from narration.readers.tables.column_words import of_one
from narration.readers.vocabulary import listed

_NUMBER = re.compile(
    r"(?P<number>[<>≤≥]?\s?\d{1,3}(?:[.,]\d)?(?:\s?(?:a|o|y|to|or|and|[-–])\s?\d{1,3})?\+?)(?P<more>\s(?:or|o)\s(?:more|más))?"
    r"(?P<rest>$|\s*[(,;].*|\s(?:every|each|cada|c/|per|por|x)\s?.*)"
)
_EVERY = re.compile(
    r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s?(?:h|hs|hrs?|hours?|horas?|min|mins|days?|días?|weeks?|semanas?)\b"
)
"""“8 hs”, under “Cada cuánto”; “2 veces al día” is none."""
_ONLY = re.compile(r"\d{1,2}")
_SPAN = re.compile(r"(?P<begin>\d{1,3})(?:\s?(?:[-–]|to|a|or|o)\s?(?P<end>\d{1,3}))?(?:\+|$|\s*[(,;])")
_DITTO = re.compile(r"[\"”“″〃]|''|,,|-\s?[\"”]\s?-")
_DIGITS = re.compile(r"\d[\d.,:]*")
FEWEST_SPANS = 2
PAIR = 2
_ONLY_NUMBER = re.compile(r"\d{1,3}(?:\s?(?:[-–]|to|a)\s?\d{1,3})?")
_TIME = "(time)"
"""Stands for all units of time: “2 weeks” over “3 months”."""


def spelled(table: Sequence[TableRow]) -> list[TableRow]:
    """The rows of a table, each number with the unit over its column, each ditto mark as what stands over it."""
    rows = [(list(cells), heading, line) for cells, heading, line in table]
    if not rows:
        return []
    if rows[0][1] and _is_data(rows):
        rows[0] = (rows[0][0], False, rows[0][2])
    for (over, _, _), (cells, _, _) in pairwise(rows):
        for at in range(min(len(over), len(cells))):
            cells[at] = over[at] if at and _DITTO.fullmatch(cells[at]) else cells[at]
    if unit := _apart(rows):
        for cells, _, _ in rows[1:]:
            cells[1:] = [
                f"{cell} {of_one(unit) if cell == '1' else unit}" if _ONLY_NUMBER.fullmatch(cell) else cell
                for cell in cells[1:]
            ]
    elif rows[0][1]:
        for column in range(1, len(rows[0][0])):
            _count(rows, column)
    return [*rows]


def counted_apart(table: Sequence[TableRow]) -> str:
    """The words over the names of the rows where they say what all cells count: “Days to sleep apart”; else ``""``."""
    corner = table[0][0][0].strip("¿?: ") if table and table[0][0] else ""
    return corner if len(table[0][0]) > PAIR and listed("labels", "column_counts_apart").fullmatch(corner) else ""


def _apart(rows: Sequence[TableRow]) -> str:
    """The unit of mere numbers in all columns, where the first words over them have it: “Days to sleep apart”."""
    counts = listed("labels", "column_counts_apart").fullmatch(counted_apart(rows))
    cells = [cell for row, _, _ in rows[1:] for cell in row[1:]]
    mere = bool(cells) and all(_ONLY_NUMBER.fullmatch(cell) or not re.search(r"\d", cell) for cell in cells)
    return counts["unit"].lower() if counts and mere else ""


def _count(rows: Sequence[tuple[list[str], bool, int]], column: int) -> None:
    """Give the numbers of a column the unit that its heading has in brackets, or is; “every” goes on in its cells."""
    heads, under = rows[0][0], [cells for cells, _, _ in rows[1:] if len(cells) == len(rows[0][0])]
    name, unit = _unit(heads[column].strip("¿?: "), [cells[column] for cells in under])
    every = listed("labels", "column_every").fullmatch(name)
    if not unit and not every:
        return
    heads[column] = "" if every else name
    for cells in under:
        if unit and (number := _NUMBER.fullmatch(cells[column])):
            named = re.sub(r"^(mes)es\b|^(\w+)s\b", r"\1\2", unit) if number["number"] == "1" else unit
            cells[column] = f"{number['number']} {named}{number['more'] or ''}{number['rest']}"
        if every and (_EVERY.match(cells[column]) or _ONLY.fullmatch(cells[column])):
            cells[column] = f"{every['every'].lower()} {cells[column]}"


def _unit(head: str, cells: Sequence[str]) -> tuple[str, str]:
    """The words over a column without its unit, and the unit; ``""`` where it has none."""
    if bracket := listed("labels", "column_bracket_units").fullmatch(head):
        return bracket["name"].strip(), f"{bracket['unit']}{bracket['side'] or ''}"
    if listed("labels", "column_spans_of").fullmatch(head) and _are_lengths(cells):
        return "", head.lower()
    return head, ""


def _are_lengths(cells: Sequence[str]) -> bool:
    """Whether numbers under “Weeks” are how long each thing takes: they go back, where weeks of a plan go on."""
    spans = [found for cell in cells if (found := _SPAN.match(cell))]
    begins = [int(span["begin"]) for span in spans]
    later = pairwise(begins)
    return len(spans) >= FEWEST_SPANS and any(two < one for one, two in later)


def _is_data(rows: Sequence[tuple[list[str], bool, int]]) -> bool:
    """Whether a first row only stands where headings would: its name has an amount as those below it have.

    “Paracetamol 1 g” over “Ibuprofen 400 mg”, “8 hours” over “6 hours”, “Day 1” over “Days 2–3”.
    """
    head, *below = [cells[0] if cells else "" for cells, _, _ in rows]
    if not _DIGITS.search(head) or not below or not all(map(_DIGITS.search, below)):
        return False
    names = [_around(key) for key in (head, *below)]
    return all(names[0] & each or (_is_dose(names[0]) and _is_dose(each)) for each in names[1:])


def _around(key: str) -> set[str]:
    """The words right beside the numbers of a name, in small letters and without an ending: “Days 2–3” → “day”."""
    beside = re.findall(r"([^\W\d_]+)\s?(?=\d)|(?<=\d)\s?([^\W\d_]+)", key.lower())
    words = {word.rstrip("s") for pair in beside for word in pair if word}
    return words | ({_TIME} if any(listed("labels", "time_units").fullmatch(word) for word in words) else set())


def _is_dose(words: set[str]) -> bool:
    return any(listed("labels", "dose_units").fullmatch(word) for word in words)

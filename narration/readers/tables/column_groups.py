"""Rows across a whole table: its title over the words over the columns, and names over some of its rows.

“Out and about”, in one cell over “Driving” and “Swimming”, is a step inside the part; read as a heading it would make
the rest of the page its own.  A first cell that is empty stands for the name above it::

    | Dexamethasone | week 1 | 4 times a day |
    |               | week 2 | twice a day   |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from narration.readers.base import Block, Kind, TableRow
from narration.readers.lines.promote import LEVEL
from narration.readers.tables import column_heads
from narration.readers.vocabulary import data

PAIR = 2
MOST_NAME_WORDS = 9
FEWEST_ROWS = 2
_ENDS = (".", "!", ";", ",")


def titled(table: Sequence[TableRow]) -> tuple[list[Block], list[TableRow]]:
    """What stands over the words over the columns, as a caption does, and the rest of the table."""
    left = list(table)
    titles: list[Block] = []
    while len(left) > FEWEST_ROWS and len(left[0][0]) == 1 and len(left[1][0]) > 1:
        if not (left[1][1] or column_heads.has_bare_heads(whole(left))):
            break
        cells, _, line = left.pop(0)
        titles.append(Block(Kind.PARAGRAPH, cells[0], line))
    return [title for title in titles if title.text], left


def across(table: Sequence[TableRow], strong: Collection[int]) -> list[TableRow]:
    """The rows; one that has nothing but its first cell, in bold type, is a name across the table.

    ``strong`` has the places of the rows whose first cell is in bold type.
    """
    alone = {at for at in strong if table[at][0][0] and not any(table[at][0][1:]) and not table[at][1]}
    return [(cells[:1] if at in alone else cells, head, line) for at, (cells, head, line) in enumerate(table)]


def whole(table: Sequence[TableRow]) -> list[TableRow]:
    """The rows that have several cells."""
    return [row for row in table if len(row[0]) > 1]


def name_at(table: Sequence[TableRow], at: int) -> Iterator[Block]:
    """The row at a place as a name over the rows below it; nothing for any other row."""
    cells, _, line = table[at]
    below = table[at + 1 : at + 2]
    short = len(cells) == 1 and 0 < len(cells[0].split()) <= MOST_NAME_WORDS and not cells[0].endswith(_ENDS)
    if short and below and len(below[0][0]) > 1 and not below[0][1]:
        name = _with_article(cells[0].rstrip(" :"))
        yield Block(Kind.PARAGRAPH, name if name.endswith("?") else f"{name}.", line, level=LEVEL)


def _with_article(name: str) -> str:
    """A Spanish name that is no noun, as it is announced: “Poco frecuentes” → “Los poco frecuentes”."""
    for pattern, instead in data("labels")["group_names"].items():
        if found := re.fullmatch(pattern, name, re.IGNORECASE):
            return f"{found.expand(instead)} {name[:1].lower()}{name[1:]}"
    return name


def sections(table: Sequence[TableRow]) -> Iterator[tuple[list[Block], list[TableRow]]]:
    """The table in pieces, each with the name over it and with the words over the columns, which stand in its first."""
    heads, *_ = table
    over: list[Block] = []
    rows: list[TableRow] = []
    for at, row in enumerate(table[1:], 1):
        if name := [*name_at(table, at)]:
            if rows or over:
                yield over, [heads, *rows]
            over, rows = name, []
        else:
            rows.append(row)
    yield over, [heads, *rows]


def named(table: Sequence[TableRow]) -> list[TableRow]:
    """The rows, each empty first cell with the name above it.

    Not in two columns under no word for names: what stands there beside nothing may be of no row.
    """
    wide = max((len(cells) for cells, _, _ in table), default=0)
    heads = table[0][0] if table and table[0][1] else ()
    if wide < PAIR or (wide == PAIR and not (heads and column_heads.names_column(heads[0]))):
        return list(table)
    made: list[TableRow] = []
    name = ""
    for cells, heading, line in table:
        told = len(cells) == wide and not heading
        if told and not cells[0] and name and any(cells[1:]):
            cells = [name, *cells[1:]]
        name = cells[0] if told else "" if len(cells) == 1 else name
        made.append((cells, heading, line))
    return made

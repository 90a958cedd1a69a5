"""Two columns of mere marks, over what is brought or allowed and what is not: “Rings”, “✗” under “Leave at home”.

The mark only shows which of the two holds.  Said as an answer to the words over it, a cross would turn them round:
“Rings, leave at home: no”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import TableRow
from narration.readers.tables.column_marks import NO, YES
from narration.readers.tables.column_words import lowered
from narration.readers.vocabulary import listed

_MARK = re.compile(rf"(?P<mark>[xX]|{YES.pattern}|{NO.pattern})(?P<star>\s?[*†‡]{{0,3}})")
_CROSS = re.compile(rf"[xX]|{NO.pattern}")
_NONE = re.compile(r"[-–—]?")


def told(table: Sequence[TableRow]) -> list[TableRow]:
    """The rows; two such columns are one without a name, with the words that hold: “Rings”, “leave at home”."""
    heads = [head.strip(" :") for head in table[0][0]] if table and table[0][1] else []
    good = next((at for at, head in enumerate(heads) if at and listed("labels", "column_allows").fullmatch(head)), 0)
    bad = next((at for at, head in enumerate(heads) if at and listed("labels", "column_forbids").fullmatch(head)), 0)
    rows = [cells for cells, heading, _ in table if not heading]
    if not (good and bad) or any(len(cells) != len(heads) for cells in rows):
        return [*table]
    holds = [_holds(cells[good], cells[bad]) for cells in rows]
    crossed = {bool(_CROSS.match(cells[bad])) for cells in rows if cells[bad].strip(" -–—")}
    if not all(holds) or len(crossed) > 1:
        return [*table]
    made: list[TableRow] = []
    for cells, heading, line in table:
        said = "" if heading else _said(cells, good, bad, heads)
        rest = [cell for at, cell in enumerate(cells) if at and at not in (good, bad)]
        made.append(([cells[0], said, *rest], heading, line))
    return made


def _holds(good: str, bad: str) -> bool:
    """Whether just one of two cells has a mark, and no cross is under what is good."""
    marks = [_MARK.fullmatch(cell.strip()) for cell in (good, bad)]
    alone = sum(mark is not None for mark in marks) == 1
    others = all(mark or _NONE.fullmatch(cell.strip()) for mark, cell in zip(marks, (good, bad), strict=True))
    return alone and others and not (marks[0] and _CROSS.match(marks[0]["mark"]))


def _said(cells: Sequence[str], good: int, bad: int, heads: Sequence[str]) -> str:
    at = good if _MARK.fullmatch(cells[good].strip()) else bad
    mark = _MARK.fullmatch(cells[at].strip())
    return f"{lowered(heads[at])}{mark['star'] if mark else ''}"

"""Words over columns in two rows, of which one names several columns: they are said as one.

“Morning of”, over “Upper EUS” and “Lower EUS”; “Under 60”, over “Men” and “Women”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narration.readers.base import TableRow
from narration.readers.tables.column_words import lowered

FEWEST_ROWS = 3
_GOES_ON = re.compile(r"\b(?:of|for|de|del|para)$", re.IGNORECASE)
"""“Morning of” goes on in what stands under it."""


def in_one(table: Sequence[TableRow]) -> list[TableRow]:
    """The rows of a table, with the words over its columns in one row: “Morning of upper EUS”.

    Only where a format says that both rows stand over columns, and names in the first one span several.
    """
    if len(table) < FEWEST_ROWS or not (table[0][1] and table[1][1]) or table[2][1]:
        return [*table]
    (over, _, line), (under, _, _) = table[:2]
    spans = len(over) == len(under) and any(one == other != "" for one, other in pairwise(over[1:]))
    heads = [_joined(one, other) for one, other in zip(over, under, strict=True)] if spans else []
    if not spans or len(set(heads)) != len(heads):
        return [*table]
    return [(heads, True, line), *table[2:]]


def _joined(over: str, under: str) -> str:
    name = over.strip(" :")
    if not name or name.lower() == under.strip(" :").lower():
        return under
    if not under:
        return over
    return f"{name} {lowered(under)}" if _GOES_ON.search(name) else f"{name}, {lowered(under)}"

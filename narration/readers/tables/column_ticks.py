"""Columns of mere crosses or ticks, “X” under “Breakfast” and under “Supper”: a row has the words over its marks.

Heard as “X, X” they would tell nothing: “Tobramycin: breakfast, supper”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import TableRow
from narration.readers.tables.column_marks import NONE

FEWEST = 2
_TICK = re.compile(r"[xX●•✓✔☑✅]\ufe0f?")


def gathered(table: Sequence[TableRow]) -> list[TableRow]:
    """The rows; such columns are one without a name, where each row has a mark in one of them at least."""
    heads = table[0][0] if table and table[0][1] else ()
    full = [cells for cells, _, _ in table[1:] if len(cells) == len(heads)]
    ticked = [at for at in range(1, len(heads)) if heads[at] and _is_ticked([cells[at] for cells in full])]
    marked = all(any(_TICK.fullmatch(cells[at]) for at in ticked) for cells in full)
    if len(ticked) < FEWEST or not marked:
        return [*table]
    made: list[TableRow] = []
    for cells, heading, line in table:
        if len(cells) == len(heads):
            named = [_inside(heads[at]) for at in ticked if _TICK.fullmatch(cells[at])]
            rest = [cell for at, cell in enumerate(cells) if at and at not in ticked]
            made.append(([cells[0], "" if heading else ", ".join(named), *rest], heading, line))
        else:
            made.append((cells, heading, line))
    return made


def _is_ticked(cells: Sequence[str]) -> bool:
    ticks = [_TICK.fullmatch(cell) is not None for cell in cells]
    return any(ticks) and all(tick or NONE.fullmatch(cell) for tick, cell in zip(ticks, cells, strict=True))


def _inside(head: str) -> str:
    return head.lower() if head.istitle() or len(head) > FEWEST else head

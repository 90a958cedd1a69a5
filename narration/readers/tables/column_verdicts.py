"""Words over all columns that are verdicts or orders: “Normal | Ring the ward | Call 999”, “Eat | Limit | Avoid”.

No column has the names of the rows there: a sign that is normal only stands beside one that is not.  Read as a row,
“Bad breath, call 999: fresh blood” would give a normal sign the order of another.
"""

from __future__ import annotations

from collections.abc import Sequence

from narration.readers.base import TableRow
from narration.readers.vocabulary import listed

FEWEST = 2
_ALLOWED = ("column_allows", "column_needed", "column_to_do")
_OTHERS = ("column_forbids", "column_optional")


def are_over(table: Sequence[TableRow]) -> bool:
    """Whether a table's first row has such words only, of two kinds at least, and no row below is another such one."""
    heads = [head.strip(" :¿?") for head in table[0][0]] if len(table) > 1 else []
    kinds = [_kind(head) for head in heads]
    if len(heads) < FEWEST or not all(kinds) or len({head.lower() for head in heads}) != len(heads):
        return False
    below = [cells for cells, _, _ in table[1:]]
    again = any(all(_kind(cell.strip(" :¿?")) for cell in cells if cell) for cells in below if any(cells))
    apart = len(set(kinds)) > 1 or kinds[0] == "alarms"
    return apart and not again and all(len(cells) <= len(heads) for cells in below)


def is_said_with_each(heads: Sequence[str]) -> bool:
    """Whether a sign under such words must be heard with its own: they say whom to ring or what is normal.

    So must what stands under words that no word list knows.
    """
    kinds = {_kind(head.strip(" :¿?")) for head in heads}
    return bool(kinds & {"", "alarms", "told"})


def is_order(head: str) -> bool:
    """Whether words over a column are an order that no list can be led in to by: “Leave behind: Rings”."""
    return listed("column_verdicts", "orders").fullmatch(head.strip(" :")) is not None


def _kind(head: str) -> str:
    """``told``, ``alarms`` or ``limits``; ``allowed`` or ``others`` for what one may have or not; else ``""``."""
    for name in ("limits", "alarms", "told"):
        if listed("column_verdicts", name).fullmatch(head):
            return name
    for name, keys in (("others", _OTHERS), ("allowed", _ALLOWED)):
        if any(listed("labels", key).fullmatch(head) for key in keys):
            return name
    return ""

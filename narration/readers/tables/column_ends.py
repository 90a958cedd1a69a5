"""The time until which something is allowed, of which the word stands over its column: “Tea”, “6 a.m.”, under “Until”.

Without that word “Food: midnight” could be heard as when it begins.  The words are in ``data/labels.yaml``.
"""

from __future__ import annotations

import re

from narration.readers.vocabulary import data, listed


def told(head: str, cell: str) -> str:
    """``Midnight``, under ``Until``: ``until midnight``; ``""`` for any other words or cell.

    ``Finish by 6 a.m.`` and ``After 6 a.m.`` say it themselves.
    """
    over = listed("labels", "column_until").fullmatch(head)
    if over is None:
        return ""
    said = f"{over['until'].lower()} {cell[:1].lower()}{cell[1:]}"
    if listed("labels", "column_clocks").match(cell):
        says = data("labels")["column_until_says"].items()
        return next((re.sub(at, say, said) for at, say in says if re.match(at, said)), said)
    asks = over["when"] is not None and listed("labels", "column_times").match(cell) is not None
    return said if asks or listed("labels", "column_own_befores").match(cell) else ""

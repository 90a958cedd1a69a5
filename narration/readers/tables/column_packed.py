"""Two columns of mere marks, over what is brought or allowed and what is not: “Rings”, “✗” under “Leave at home”.

The mark only shows which of the two holds.  Said as an answer to the words over it, a cross would turn them round:
“Rings, leave at home: no”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import TableRow
from narration.readers.tables.column_marks import NO, NONE, YES
from narration.readers.tables.column_words import lowered
from narration.readers.vocabulary import listed

_CROSS = rf"[xX]|{NO.pattern}"
_MARK = re.compile(rf"(?:(?P<cross>{_CROSS})|{YES.pattern})(?P<star>\s?[*†‡]{{0,3}})")


def told(table: Sequence[TableRow]) -> list[TableRow]:
    """The rows; two such columns are one without a name, with the words that hold: “Rings”, “leave at home”."""
    heads = [head.strip(" :") for head in table[0][0]] if table and table[0][1] else []
    good = next((at for at, head in enumerate(heads) if at and listed("labels", "column_allows").fullmatch(head)), 0)
    bad = next((at for at, head in enumerate(heads) if at and listed("labels", "column_forbids").fullmatch(head)), 0)
    if not (good and bad) or any(len(cells) != len(heads) for cells, heading, _ in table if not heading):
        return [*table]
    held = [None if heading else _only_mark(cells, good, bad) for cells, heading, _ in table]
    crossed = {bool(mark["cross"]) for at, mark in filter(None, held) if at == bad}
    clear = all(heading or mark for (_, heading, _), mark in zip(table, held, strict=True))
    if not clear or len(crossed) > 1:
        return [*table]
    made: list[TableRow] = []
    for (cells, heading, line), found in zip(table, held, strict=True):
        said = f"{lowered(heads[found[0]])}{found[1]['star']}" if found else ""
        rest = [cell for at, cell in enumerate(cells) if at and at not in (good, bad)]
        made.append(([cells[0], said, *rest], heading, line))
    return made


def _only_mark(cells: Sequence[str], good: int, bad: int) -> tuple[int, re.Match[str]] | None:
    """The place of the one cell of two that has a mark, and that mark; ``None`` where a cross is under what is good."""
    found = [(at, mark) for at in (good, bad) if (mark := _MARK.fullmatch(cells[at].strip()))]
    if len(found) != 1:
        return None
    at, mark = found[0]
    other = cells[bad if at == good else good].strip()
    return found[0] if NONE.fullmatch(other) and not (at == good and mark["cross"]) else None

"""Tables to blocks: a row is said as a sentence, ``Iron tablets: 7 days before``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from narration.readers.about import REFERENCE
from narration.readers.base import Block, Kind
from narration.readers.colophon import is_control
from narration.readers.vocabulary import listed

HEADING = "heading"
FEWEST_ROWS = 3
PAIR = 2
FEWEST_TELLING = 3
"""So many words over a column are more than the name of what stands in it."""
_ENDS = (".", "!", "?", ":")


def rows(table: Iterable[tuple[Sequence[str], bool, int]]) -> Iterator[Block]:
    """A block a row of ``(cells, is_heading, line)``.

    The words over the columns are said with each row where there are more than
    two columns, or where those over the second say something (``Stop this long
    before``); else they are left out: two cells explain themselves.
    """
    heads: Sequence[str] = ()
    table = list(table)
    if _has_bare_heads(table):
        table[0] = (table[0][0], True, table[0][2])
    # A table of the leaflet's own number, date and owner, over its columns or beside its rows.
    control = bool(table) and (is_control(table[0][0]) or is_control([cells[0] for cells, _, _ in table if cells]))
    for cells, is_heading, line in table:
        said = [cell for cell in cells if cell]
        if not said:
            continue
        if control:
            yield Block(Kind.PARAGRAPH, ", ".join(said), line, reason=REFERENCE)
            continue
        if is_heading and not heads:
            heads = cells
            yield Block(Kind.PARAGRAPH, ", ".join(said), line, reason=HEADING)
            continue
        if len(said) == 1 or said[0].endswith(_ENDS):
            yield Block(Kind.PARAGRAPH, " ".join(said), line)
            continue
        telling = len(cells) == len(heads) == len(said) == PAIR and _tells(heads[1])
        named = len(said) > 2 and len(heads) == len(cells)
        if telling:
            yield Block(Kind.ITEM, f"{cells[0]}: {_inside(heads[1])}: {cells[1]}", line)
            continue
        rest = [f"{h} {c}" if named and h else c for h, c in list(zip(heads or cells, cells, strict=False))[1:] if c]
        yield Block(Kind.PARAGRAPH, f"{cells[0] or said[0]}: {', '.join(rest)}", line)


def _tells(head: str) -> bool:
    """Whether words over a column say something that its cells do not: an order, and no mere ``What to do``."""
    asked = listed("labels", "column_asks").match(head)
    return len(head.split()) >= FEWEST_TELLING and asked is None


def _inside(head: str) -> str:
    """The words over a column inside a sentence: ``Stop this long before`` → ``stop this long before``."""
    return head[:1].lower() + head[1:] if head[1:2].islower() else head


def _has_bare_heads(table: Sequence[tuple[Sequence[str], bool, int]]) -> bool:
    """A first row that is not marked as one of headings, but ends in no full stop where all the rows below it do."""
    last = [cells[-1] for cells, _, _ in table if len(cells) > 1 and cells[-1]]
    bare, *others = last or [""]
    return (
        len(last) == len(table) >= FEWEST_ROWS
        and not bare.endswith(_ENDS)
        and all(text.endswith(_ENDS) for text in others)
    )

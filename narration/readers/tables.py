"""Tables to blocks: a row is said as a sentence, ``Iron tablets: 7 days before``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from narration.readers.base import Block, Kind

HEADING = "heading"
_ENDS = (".", "!", "?", ":")


def rows(table: Iterable[tuple[Sequence[str], bool, int]]) -> Iterator[Block]:
    """A block a row of ``(cells, is_heading, line)``.

    The words over the columns are said with each row where there are more than
    two columns, and are left out where there are not: two cells explain
    themselves.
    """
    heads: Sequence[str] = ()
    for cells, is_heading, line in table:
        said = [cell for cell in cells if cell]
        if not said:
            continue
        if is_heading and not heads:
            heads = cells
            yield Block(Kind.PARAGRAPH, ", ".join(said), line, reason=HEADING)
            continue
        if len(said) == 1 or said[0].endswith(_ENDS):
            yield Block(Kind.PARAGRAPH, " ".join(said), line)
            continue
        named = len(said) > 2 and len(heads) == len(cells)
        rest = [f"{h} {c}" if named and h else c for h, c in list(zip(heads or cells, cells, strict=False))[1:] if c]
        yield Block(Kind.PARAGRAPH, f"{cells[0] or said[0]}: {', '.join(rest)}", line)

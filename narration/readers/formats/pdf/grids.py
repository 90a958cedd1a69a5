"""The tables of a PDF's page, which has none: pieces of text that stand over each other in columns, row after row.

Programs write a table cell by cell, so the order of the pieces tells more than their height: cells may have several
lines, stand in the middle of their row or be for several rows.  A piece belongs to the column whose width it
shares; what reaches over two columns is no cell, and ends the table.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from narration.readers.base import TableRow
from narration.readers.formats.pdf.bullets import NUMBER
from narration.readers.formats.pdf.lines import BULLET, Line, Run
from narration.readers.formats.pdf.pieces import FEWEST, SAME, apart, joined
from narration.readers.formats.pdf.spacing import Leading

CLOSE, LEADING = 1.3, 1.08
"""Lines of a cell are at most so many times the type's size apart, or its usual leading; the next row is lower."""
FAR, UP = 6.0, 5.0
"""So many lines further down nothing is of the table; so many higher a cell in the middle of its row may begin."""
APART = 15.0
OVER = 0.1
"""By so much of their width two pieces may seem to stand over each other, and are in two columns."""
MOST_COLUMNS = 12
MOST_LINES, LOOK = 4, 8
"""A first cell has no more lines, where its row begins lower than it does; in so many all columns begin."""


@dataclass
class _Column:
    """From where to where its cells reach, in points."""

    left: float
    right: float

    def takes(self, left: float, right: float) -> bool:
        """Whether a piece shares some of its width, more than widths may be off."""
        shared = min(right, self.right) - max(left, self.left)
        return shared > OVER * min(right - left, self.right - self.left)

    def widen(self, left: float, right: float) -> None:
        self.left, self.right = min(self.left, left), max(self.right, right)


@dataclass
class _Cells:
    """A row on its way: the words of each column, and whether all are bold."""

    words: dict[int, list[str]] = field(default_factory=dict)
    bold: bool = True


def with_tables(page: Sequence[Line], leading: Leading) -> Iterator[Line | list[TableRow]]:
    """The lines, with the rows of each table together in place of its cells."""
    pieces = apart(page)
    at = 0
    while at < len(page):
        rows, end = _table(page, pieces, at, leading.get(page[at].size, 0.0) * LEADING or page[at].size * CLOSE)
        if len(rows) >= FEWEST:
            yield rows
            at = end
        else:
            yield page[at]
            at += 1


def _table(page: Sequence[Line], parted: Sequence[Sequence[Run]], at: int, close: float) -> tuple[list[TableRow], int]:
    """The rows of the table that begins at a line, and where it ends; lines of a cell are ``close`` at most apart."""
    first = _first_row(page, parted, at, close)
    if first is None:
        return [], at
    heads = joined(parted[first], page[first].size) if page[first].bold else []
    under = _columns_under(page, parted, first, len(heads)) if heads else []
    grid = _Grid(page[at].size, close, under or [one for pieces in parted[at : first + 1] for one in pieces])
    end = at
    if under:
        grid.head([*(one.text for pieces in parted[at:first] for one in pieces), heads[0].text], heads[1:])
        end = first + 1
    while end < len(page) and grid.add(page[end], parted[end]):
        end += 1
    return grid.rows(), at + grid.lines


def _columns_under(page: Sequence[Line], parted: Sequence[Sequence[Run]], head: int, count: int) -> list[Run]:
    """A piece of each column under a line of headings, which may stand in the middle; none where it is not clear."""
    found: list[Run] = []
    for line, pieces in zip(page[head + 1 : head + 1 + LOOK], parted[head + 1 : head + 1 + LOOK], strict=True):
        if line.size != page[head].size or line.text.lstrip().startswith(BULLET):
            break
        for piece in pieces:
            if all(abs(piece.x - one.x) > SAME for one in found) and len(found) <= count:
                found.append(piece)
        if len(found) == count + 1:
            break
    found.sort(key=lambda one: one.x)
    parted_well = all(one.reach < after.x + SAME for one, after in itertools.pairwise(found))
    return found if len(found) in (count, count + 1) and parted_well else []


def _first_row(page: Sequence[Line], parted: Sequence[Sequence[Run]], at: int, close: float) -> int | None:
    """The line whose pieces are the first cells, ``at`` or some lines after it: before them a cell may have lines."""
    if len(parted[at]) >= FEWEST:
        return at if _may_begin(page[at], parted[at]) else None
    end = at
    while end < min(at + MOST_LINES, len(page)) and len(parted[end]) == 1 and _under(page, parted, at, end, close):
        end += 1
    if end == at or end == len(page) or not parted[end] or page[end].size != page[at].size:
        return None
    cell, beside = [one for pieces in parted[at:end] for one in pieces], parted[end]
    if _is_listed(page[at], cell[0]):
        return None
    reach = max(one.reach for one in cell)
    if page[end].bold and len(beside) >= FEWEST and _centred(page[end - 1], cell[-1], page[end], beside[0]):
        return end if reach < beside[1].x and cell[-1].y - beside[0].y <= close else None
    level = cell[-1].y - SAME <= beside[0].y <= cell[0].y + UP * page[at].size
    return end if level and beside[0].x > reach + SAME else None


def _under(page: Sequence[Line], parted: Sequence[Sequence[Run]], at: int, end: int, close: float) -> bool:
    """Whether a line goes on with the cell that begins at another."""
    if end == at:
        return True
    line, above = parted[end][0], parted[end - 1][0]
    below = 0 < above.y - line.y <= close and page[end].size == page[at].size
    return below and (abs(line.x - above.x) <= SAME or _centred(page[end - 1], above, page[end], line))


def _centred(over: Line, cell: Run, line: Line, below: Run) -> bool:
    """Whether a bold piece stands in the middle under another."""
    return over.bold and line.bold and abs(cell.x + cell.reach - below.x - below.reach) <= line.size


def _may_begin(line: Line, pieces: Sequence[Run]) -> bool:
    """Whether a line has cells side by side, and no item’s number before its words."""
    level = all(abs(one.y - pieces[0].y) <= line.size * UP for one in pieces)
    return level and not _is_listed(line, pieces[0]) and pieces[1].x > pieces[0].x + APART


def _is_listed(line: Line, piece: Run) -> bool:
    return line.text.lstrip().startswith(BULLET) or NUMBER.fullmatch(piece.text.strip()) is not None


class _Grid:
    """Takes lines as long as they are of the table; ``lines`` is how many of them its rows are made of."""

    def __init__(self, size: float, close: float, pieces: Sequence[Run]) -> None:
        self._size, self._close, self._columns = size, close, list[_Column]()
        for piece in pieces:
            taken = [column for column in self._columns if column.takes(piece.x, piece.reach)]
            if taken:
                taken[0].widen(piece.x, piece.reach)
            else:
                self._columns.append(_Column(piece.x, piece.reach))
        self._made: list[_Cells] = []
        self._last: tuple[int, float] | None = None
        self._lowest = pieces[0].y
        self._taken = self.lines = 0
        self._whole = 0

    def head(self, first: Sequence[str], others: Sequence[Run]) -> None:
        """A row of headings, one for each column but perhaps the first."""
        bare = len(self._columns) - 1 - len(others)
        words: list[list[str]] = [*([] for _ in range(bare)), list(first), *([one.text] for one in others)]
        self._made.append(_Cells({at: said for at, said in enumerate(words) if said}))
        self._last = len(words), others[-1].y if others else 0.0
        self._taken = len(first)  # each of its words but the last is a line over it

    def add(self, line: Line, pieces: Sequence[Run]) -> bool:
        """Whether a line is of the table, and then its words are in their cells."""
        if not pieces or not self._may_take(line, pieces):
            return False
        places = self._places(pieces)
        if places is None or (line.heading and len(pieces) == 1 and self._made):
            return False
        for piece, over in zip(pieces, places, strict=True):
            for place in over:
                self._put(piece.text.strip(), place, piece.y, line.bold)
        self._lowest = min(self._lowest, *(piece.y for piece in pieces))
        self._taken += 1
        if places[-1][-1] > 0:  # what has only a first cell may be the text after the table
            self.lines, self._whole = self._taken, len(self._made)
        return True

    def _may_take(self, line: Line, pieces: Sequence[Run]) -> bool:
        near = all(self._lowest - FAR * self._size <= one.y <= self._lowest + UP * self._size for one in pieces)
        return line.size == self._size and near and not line.text.lstrip().startswith(BULLET)

    def _places(self, pieces: Sequence[Run]) -> list[list[int]] | None:
        """The columns of each piece, one but for a cell over several; ``None`` where none is in a known one."""
        found: list[list[int]] = []
        known = False
        for piece in pieces:
            hits = [at for at, column in enumerate(self._columns) if column.takes(piece.x, piece.reach)]
            if len(hits) > 1 and (hits[0] == 0 or len(pieces) == 1):
                return None  # a line of text
            known = known or bool(hits)
            if not hits and len(self._columns) == MOST_COLUMNS:
                return None
            found.append(hits or [self._new(piece, found)])
        if not known:
            return None
        for places, piece in zip(found, pieces, strict=True):
            if len(places) == 1:
                self._columns[places[0]].widen(piece.x, piece.reach)
        return found

    def _new(self, piece: Run, found: list[list[int]]) -> int:
        """A column of its own for a piece beside the known ones; those after it, and their words, move on."""
        place = sum(column.left < piece.x for column in self._columns)
        self._columns.insert(place, _Column(piece.x, piece.reach))
        found[:] = [[at + (at >= place) for at in places] for places in found]
        for cells in self._made:
            cells.words = {at + (at >= place): words for at, words in cells.words.items()}
        if self._last and self._last[0] >= place:
            self._last = self._last[0] + 1, self._last[1]
        return place

    def _put(self, words: str, place: int, y: float, bold: bool) -> None:
        last = self._last
        goes_on = last is not None and (place > last[0] or (place == last[0] and 0 <= last[1] - y <= self._close))
        if not goes_on:
            self._made.append(_Cells())
        cells = self._made[-1]
        cells.words.setdefault(place, []).append(words)
        cells.bold = cells.bold and bold
        self._last = place, y

    def rows(self) -> list[TableRow]:
        """The rows; where the first cell of one is bare, what stands there above is for this row as well."""
        made: list[TableRow] = []
        for cells in self._made[: self._whole]:
            said = [" ".join(cells.words.get(at, ())) for at in range(len(self._columns))]
            if not said[0] and made and not made[-1][1]:
                said[0] = made[-1][0][0]
            made.append((said, cells.bold, 0))
        sided = sum(sum(map(bool, said)) >= FEWEST for said, _, _ in made)
        return made if sided >= FEWEST else []

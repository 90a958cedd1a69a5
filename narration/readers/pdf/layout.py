"""What stands side by side on a PDF's page: a bullet and the words after it, the cells of a table.

A PDF only places pieces of text.  A bullet that stands on a line of its own
belongs to the next; pieces side by side, row after row at the same places, are
the cells of a table.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from narration.readers.pdf.lines import BULLET, Line
from narration.readers.pdf.widths import width

FEWEST_ROWS = 2
FEWEST_COLUMNS = 2
NEAR = 2
"""So many lines up and down may show where a line's columns are."""
SAME = 2.0
"""Points that two pieces may be apart and stand at the same place."""
CLOSE = 1.3
"""Lines of a cell are at most so many times the type's size apart."""
CENTRED, SPAN = 1.5, 5.0
"""A cell may begin so many lines higher than the one left of it, if that one has fewer lines, or is for many rows."""
APART = 15.0
GAP = 0.4
"""A gap in a line may part two cells from so many times the type's size: more than a space."""
FONT_GAP = 2.0
"""The same where the font changes, as it does in the middle of a sentence."""
MARKER_REACH = 40.0
"""Points by which a bullet or a number stands left of its words, at most."""
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_BULLET = re.compile(r"^\s*[\x7f\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076•●▪◦‣⁃∙■□✓✔]\s*")


Row = tuple[Sequence[str], bool, int]
"""The cells of a table's row, whether it is one of headings, and its line, as ``tables.rows`` takes them."""


def with_bullets(page: Sequence[Line]) -> list[Line]:
    """The lines, with a bullet or number that stands alone on the line that it belongs to."""
    made: list[Line] = []
    waiting = False
    for line in _brought_home(page):
        bullet = _BULLET.match(line.text)
        rest = line.text[bullet.end() :] if bullet else line.text
        if bullet and not rest.strip():
            waiting = True
            continue
        if not rest.strip():
            made.append(line)
            continue
        made.append(_item(line, rest.strip(), waiting) if bullet or waiting else line)
        waiting = False
    return made


def _brought_home(page: Sequence[Line]) -> list[Line]:
    """The lines, with a lone bullet or number before the line as high: some programs write them after all else."""
    beside: dict[int, list[int]] = {}
    for at, line in enumerate(page):
        if line.text.strip() and not _is_marker(line):
            beside.setdefault(round(line.y), []).append(at)
    made: list[Line | None] = list(page)
    for at, marker in enumerate(page):
        if not _is_marker(marker):
            continue
        near = (index for y in range(-1, 2) for index in beside.get(round(marker.y) + y, ()))
        right = [index for index in near if 0 < page[index].x - marker.x <= MARKER_REACH]
        home = min(right, key=lambda index: page[index].x, default=None)
        if home is not None and home != at + 1:
            mark = BULLET if _BULLET.match(marker.text) else marker.text.strip()
            made[home] = replace(page[home], text=f"{mark} {page[home].text.lstrip()}", hanging=True)
            made[at] = None
    return [line for line in made if line is not None]


def _is_marker(line: Line) -> bool:
    words = line.text.strip()
    return _NUMBER.fullmatch(words) is not None or _BULLET.fullmatch(words) is not None


def _item(line: Line, words: str, bullet_stood_alone: bool) -> Line:
    """The words with a bullet, and where they begin, if that is known."""
    apart = bullet_stood_alone or line.hanging
    if not apart and len(line.runs) > 1 and _BULLET.fullmatch(line.runs[0].text):
        line, apart = replace(line, x=line.runs[1].x), True
    return replace(line, text=f"{BULLET} {words}", hanging=apart)


def with_tables(page: Sequence[Line]) -> Iterator[Line | list[Row]]:
    """The lines, with the rows of each table together in place of its cells."""
    parted = [(part, index) for index, parts in enumerate(_parted(page)) for part in parts]
    parts = [part for part, _ in parted]
    at = 0
    while at < len(parts):
        rows, end = _table(parts, at)
        if len(rows) >= FEWEST_ROWS:
            yield rows
            at = end
            continue
        index = parted[at][1]
        yield page[index]
        while at < len(parts) and parted[at][1] == index:
            at += 1


def _parted(page: Sequence[Line]) -> list[list[Line]]:
    """Each line's pieces: as they stand apart, as the lines beside it have them, and as a heading over columns has."""
    known = [_parts(line) for line in page]
    for index, line in enumerate(page):
        near = [at for at in range(max(0, index - NEAR), min(len(page), index + NEAR + 1)) if at != index]
        beside = {x for at in near for x in _shared(line, page[at])}
        beside |= {part.x for parts in known[max(0, index - 1) : index + 2] if len(parts) > 1 for part in parts}
        if len(known[index]) < len(line.runs) and beside:
            known[index] = _parts(line, beside)
    for index, line in enumerate(page[:-1]):
        if line.bold and len(known[index]) < len(line.runs) and _heads(line, known[index + 1]):
            known[index] = _parts(line, [run.x for run in line.runs])
    return known


def _shared(line: Line, other: Line) -> list[float]:
    """Where pieces of both lines begin, if that is so at two places: by chance it is at one."""
    found = [run.x for run in line.runs if any(abs(run.x - one.x) <= SAME for one in other.runs)]
    return found if len(found) >= FEWEST_COLUMNS else []


def _heads(line: Line, cells: Sequence[Line]) -> bool:
    """Whether each piece of a line stands over a cell of its own in the row below; over the first may be nothing."""
    runs, under = line.runs, cells[len(cells) - len(line.runs) :]
    if len(runs) < FEWEST_COLUMNS or len(cells) - len(runs) not in (0, 1):
        return False
    ends = [*(cell.x for cell in under[1:]), float("inf")]
    return all(cell.x - SAME <= run.x < end for run, cell, end in zip(runs, under, ends, strict=True))


def _parts(line: Line, columns: Collection[float] = ()) -> list[Line]:
    """A line's pieces that stand apart, as cells side by side do, or begin where a column does."""
    found: list[Line] = []
    reached, font = 0.0, ""
    for run in line.runs:
        gap = GAP if run.font == font else FONT_GAP
        in_column = any(abs(run.x - x) <= SAME for x in columns) and bool(found) and run.x > found[-1].x + SAME
        back = bool(found) and run.x < found[-1].x - APART  # the next row's first cell
        if found and run.x - reached < gap * line.size and not in_column and not back:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {run.text}")
        else:
            found.append(replace(line, text=run.text, x=run.x, runs=()))
        reached, font = run.x + width(run.text, line.size, run.face), run.font
    return found if len(found) > 1 else [line]


def _table(page: Sequence[Line], at: int) -> tuple[list[Row], int]:
    """The rows of the table that begins at a line, and where it ends."""
    rows: list[Row] = []
    columns: list[float] = []
    while row := _row(page, at, columns):
        cells, places, end = row
        columns = columns or places
        said = _in_columns([_joined(cell) for cell in cells], places, columns, rows[-1][0] if rows else [])
        rows.append((said, all(line.bold for cell in cells for line in cell), 0))
        at = end
        if len(rows) == 1 and rows[0][1] and (under := _row(page, at, [], inside=True)):
            # Headings may be centred over their columns, and the first column may have none.
            if len(under[1]) == len(columns) + 1 and columns[0] > under[1][1] - SAME:
                rows[0] = (["", *rows[0][0]], True, 0)
                columns = under[1]
            columns = under[1] if len(under[1]) == len(columns) else columns
    return rows, at


def _in_columns(
    cells: Sequence[str], places: Sequence[float], columns: Sequence[float], above: Sequence[str]
) -> Sequence[str]:
    """A row's cells, each in its column; where the first has none, what stands there above is for this row as well."""
    if len(cells) >= len(columns):
        return cells
    made = [""] * len(columns)
    for cell, place in zip(cells, places, strict=True):
        made[min(range(len(columns)), key=lambda at: abs(columns[at] - place))] = cell
    if not made[0] and len(above) == len(columns):
        made[0] = above[0]
    return made


def _row(
    page: Sequence[Line], at: int, columns: Sequence[float], inside: bool = False
) -> tuple[list[list[Line]], list[float], int] | None:
    """Cells side by side: each begins as high as the first one, further right, and may have lines under it.

    ``inside`` a table, as where its columns are known, the first cell may have lines over what stands beside it.
    """
    cells: list[list[Line]] = []
    while at < len(page) and page[at].text.strip():
        line = page[at]
        if not cells:
            cells = [[line]]
        elif line.x > cells[-1][0].x + APART and _beside(line, cells[0], columns):
            cells.append([line])
        elif _under(line, cells[-1]) and not _begins_row(page, at, cells, inside or bool(columns)):
            cells[-1].append(line)
        else:
            break
        at += 1
    places = [cell[0].x for cell in cells]
    is_item = bool(cells) and _NUMBER.fullmatch(cells[0][0].text.strip()) is not None
    if len(cells) < FEWEST_COLUMNS or is_item or any(cell[0].text.startswith(BULLET) for cell in cells):
        return None
    if columns and any(all(abs(x - known) > SAME for known in columns) for x in places):
        return None
    return cells, places, at


def _begins_row(page: Sequence[Line], at: int, cells: Sequence[Sequence[Line]], inside: bool) -> bool:
    """Whether a line under the first cell is the next row's: something stands beside it.

    Within a table, rows stand further apart than the lines of a cell; a cell
    beside two such lines may be centred, and then begins with the second.
    """
    line, following = page[at], page[at + 1] if at + 1 < len(page) else None
    beside = following is not None and _level(following, line) and following.x > line.x + APART
    close = cells[0][-1].y - line.y <= CLOSE * line.size
    return len(cells) == 1 and beside and not (close and (inside or _is_centred(line, cells[0])))


def _beside(line: Line, cell: Sequence[Line], columns: Sequence[float]) -> bool:
    """Whether a line begins a cell of the same row: as high, or, where the higher of two cells is centred, between."""
    known = any(abs(line.x - x) <= SAME for x in columns)
    higher = line.size * (SPAN if columns else CENTRED) if known else SAME
    return cell[-1].y - SAME <= line.y <= cell[0].y + higher


def _level(line: Line, other: Line) -> bool:
    return abs(line.y - other.y) <= SAME


def _under(line: Line, cell: Sequence[Line]) -> bool:
    """Whether a line goes on with a cell, close below in its type: at its left edge, or a heading in the middle."""
    last = cell[-1]
    close = 0 < last.y - line.y <= last.size * 2
    return close and line.size == last.size and (abs(line.x - cell[0].x) <= SAME or _is_centred(line, cell))


def _is_centred(line: Line, cell: Sequence[Line]) -> bool:
    """Whether a bold line stands in the middle under a bold one that it is longer or shorter than."""
    middles = [one.x + width(one.text.strip(), one.size, one.face) / 2 for one in (line, cell[-1])]
    apart = abs(line.x - cell[-1].x) > SAME
    return line.bold and cell[-1].bold and apart and abs(middles[0] - middles[1]) <= line.size / 2


def _joined(cell: Sequence[Line]) -> str:
    return " ".join(line.text.strip() for line in cell)

"""A table of a web page as rows of cells, each cell once for each row and column that it spans.

A page writes “6 hours” once beside two rows (``rowspan``): each of them is said by itself, and so has it.
A cell that goes over all columns beside the name of its row is one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from narration.readers.base import Block, TableRow, squeeze
from narration.readers.tables import as_sentences, column_groups, column_heads, column_lists

FEWEST_ROWS = 3
HEADS_AND_LISTS = 2
PAIR = 2
FEWEST_UNDER_HEADS = 2
MOST_KEY_WORDS = 8
MOST_COLUMNS = 8
FULL_CELLS = 0.75
LEAST_FULL_UNDER_HEADS = 0.5
"""So many cells of a table whose cells are paragraphs have words; a page's layout has gaps."""
MOST_SPANNED = 60
"""A cell that says it spans more rows or columns is a mistake."""
MOST_NAME_WORDS = 3
_BLOCKS = {"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "center", "blockquote", "br"}
_LAYOUT = {"table", "h1", "h2", "h3", "h4", "h5", "h6", "img", "form", "input", "center", "blockquote"}
"""What a cell of paragraphs or lists has where a table only lays out the page."""
_BULLET = re.compile(r"[-–•*·●▪]\s+(?=\S)")
_ENDS = tuple(".,;:!?/–—-+&")


def blocks(element: Any) -> list[Block]:
    """What a table of facts says, row by row or column by column; nothing of one that only lays out the page."""
    if lists := [*_lists(element)]:
        return [*column_lists.read(lists)]
    return [*as_sentences.rows(data_table(element))]


def data_table(element: Any) -> list[TableRow]:
    """The rows of a table that holds facts; none of one that only lays out the page."""
    rows = [([cell for cell in row if cell.tag in ("td", "th")], row.sourceline or 0) for row in element.iter("tr")]
    marked = [(cells, bool(cells) and all(cell.tag == "th" for cell in cells), line) for cells, line in rows]
    inner = [part for cells, _ in rows for cell in cells for part in cell.iterdescendants()]
    # Cells of several lines, or of paragraphs, as a word processor writes them.
    written = any(part.tag in _BLOCKS for part in inner)
    plain = not written or all(_is_one_paragraph(cell) for cells, _ in rows for cell in cells)
    if not plain and (any(part.tag in _LAYOUT for part in inner) or not any(heading for _, heading, _ in marked)):
        return []
    bold = [len(cells) > 1 and all(map(_is_bold, cells)) for cells, _, _ in marked]
    if bold[:1] == [True] and not all(bold):
        marked[0] = (marked[0][0], True, marked[0][2])
    strong = {at for at, (cells, _, _) in enumerate(marked) if cells and _is_bold(cells[0])} if not all(bold) else set()
    found = column_groups.across([*_spread(marked)], strong)
    if written and not _holds_facts(found):
        return []
    return found if any(len(cells) > 1 for cells, _, _ in found) else []


def _lists(element: Any) -> Iterator[TableRow]:
    """The rows of a table whose columns are lists of their own, with a list in a cell of each, an item a row.

    Words over the columns that no word list knows are such where a row has a list in its first cell and in another:
    no list is the name of a row.
    """
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
    if (
        len(rows) < HEADS_AND_LISTS
        or len({len(cells) for cells in rows}) != 1
        or element.find(".//td//table") is not None
    ):
        return
    heads = [squeeze(cell.text_content()) for cell in rows[0]]
    listed = [[sum(1 for _ in cell.iter("li")) > 1 for cell in cells] for cells in rows[1:]]
    whole = len(rows) == HEADS_AND_LISTS and column_lists.are_lists(heads)
    own = all(heads) and _are_heads(rows[0]) and not column_heads.names_column(heads[0])
    if not whole and not (own and any(row[0] and sum(row) > 1 for row in listed)):
        return
    items = [[_lines(cell) for cell in cells] for cells in rows[1:]]
    if all(len(lines) <= 1 for cells in items for lines in cells):
        return
    yield heads, True, rows[0][0].sourceline or 0
    for cells, under in zip(items, rows[1:], strict=True):
        for each in zip_longest(*cells, fillvalue=""):
            yield each, False, under[0].sourceline or 0


def _are_heads(cells: Sequence[Any]) -> bool:
    """Whether a row looks like words over columns: marked so, or in bold type."""
    return all(cell.tag == "th" for cell in cells) or all(map(_is_bold, cells))


def _lines(cell: Any) -> list[str]:
    """The paragraphs, the items and the lines of a cell."""
    for part in cell.iter(*_BLOCKS, "li"):
        part.text = f"\n{part.text or ''}"
        part.tail = f"\n{part.tail or ''}"
    return [line for text in cell.text_content().split("\n") if (line := squeeze(text))]


def _spread(marked: Sequence[tuple[list[Any], bool, int]]) -> Iterator[TableRow]:
    """The rows, each cell in every row and column that it spans."""
    wide = max((sum(map(_width, cells)) for cells, _, _ in marked), default=0)
    headed = any(heading and len(cells) > 1 for cells, heading, _ in marked)
    below: dict[int, tuple[int, str]] = {}  # by column: how many more rows a cell stands in, and its words
    for cells, heading, line in marked:
        made: list[str] = []
        left = list(cells)
        while left or len(made) in below:
            rows, words = below.pop(len(made), (0, ""))
            columns = 1
            if not rows:
                cell = left.pop(0)
                words, rows = _words(cell, heading, first=not made), _number(cell, "rowspan")
                # One cell over all columns is one; under no heads so is one over several.
                over = len(made) == 1 if headed else len(made) > 0
                rest = not left and over and len(made) + _width(cell) >= wide > len(made) + 1
                columns = 1 if len(cells) == 1 or (rest and not heading) else _width(cell)
            for _ in range(columns):
                if rows > 1:
                    below[len(made)] = (rows - 1, words)
                made.append(words)
        yield made, heading, line


def _width(cell: Any) -> int:
    return _number(cell, "colspan")


def _number(cell: Any, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(int(value), MOST_SPANNED) if value.isdecimal() and int(value) else 1


def _words(cell: Any, heading: bool, first: bool) -> str:
    """The words of a cell; its lines are one text: “Amoxicillin / (or clindamycin)”, and a list: “ID / card”."""
    if _is_one_paragraph(cell) and not any(True for _ in cell.iter("br")):
        return squeeze(cell.text_content())
    return joined(_lines(cell), heading, first)


def joined(lines: Sequence[str], heading: bool, first: bool) -> str:
    """The lines of a cell as one text; ``first`` says that the cell is the first of its row."""
    words = lines[0] if lines else ""
    for line in lines[1:]:
        if listed := _BULLET.match(line):
            words += f"{'' if words.endswith(_ENDS) else ';'} {line[listed.end() :]}"
            continue
        goes_on = heading or not line[:1].isupper() or words.endswith(_ENDS)
        short = first or all(len(each.split()) <= MOST_NAME_WORDS for each in lines)
        words += f" {line}" if goes_on else f", {line}" if short else f"; {line}"
    return words


def _is_one_paragraph(cell: Any) -> bool:
    inner = [part for part in cell.iterdescendants() if part.tag in _BLOCKS and part.tag != "br"]
    return len(inner) <= 1 and all(part.tag in ("p", "div") for part in inner)


def _holds_facts(table: Sequence[TableRow]) -> bool:
    """Whether each row is a few words and what they are for, and so no column of a page's layout."""
    headed = bool(table) and table[0][1]
    rows = [cells for cells, _, _ in table if len(cells) > 1]
    # Beside a row's name one cell may go over all columns.
    wide = max(map(len, rows), default=0)
    even = all(len(cells) in (wide, PAIR) for cells in rows) if headed else len({*map(len, rows)}) == 1
    even = even and (headed or len(rows) == len(table))
    fewest = FEWEST_UNDER_HEADS if headed else FEWEST_ROWS
    keys = all(len(cells[0].split()) <= MOST_KEY_WORDS for cells in rows)
    keys = keys and (headed or all(cells[0] for cells in rows[1:]))  # the corner may be empty
    full = sum(bool(cell) for cells in rows for cell in cells)
    part = LEAST_FULL_UNDER_HEADS if headed else FULL_CELLS
    return len(table) >= fewest and even and 1 < wide <= MOST_COLUMNS and keys and full >= part * sum(map(len, rows))


def _is_bold(cell: Any) -> bool:
    """Whether all words of a cell are in bold type: so pages without ``th`` show what stands in a column."""
    words = squeeze(cell.text_content())
    return bool(words) and words == squeeze(" ".join(part.text_content() for part in cell.iter("b", "strong")))

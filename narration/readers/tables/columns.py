"""Tables that plain text shows by nothing but its lines: two columns held apart by spaces are a table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from narration.language.brackets import without_brackets
from narration.readers.base import Block, Kind, TableRow
from narration.readers.lines import furniture, marks, senders
from narration.readers.tables import (
    as_sentences,
    column_heads,
    column_lists,
    piped,
    set_in_heads,
    spread,
    tabbed,
    unread_charts,
)

FEWEST_ROWS = 2
FEWEST_LINES = 3
MOST_KEY_WORDS = 6
MOST_LINE_WORDS = 16
MOST_WORDS_UNDER = 12
"""So many words may be in a first cell under words that are known to stand over columns."""
SLACK = 2
"""How many characters a column may begin before or after the one over it; so many more for each one before it."""
FEWEST_OVER = 2
OVER_SLACK = 6
"""A cell over several columns stands so far before where those of the first one begin."""
_POINT = re.compile(
    rf"\s*(?:(?:[-*•●▪◦‣⁃∙·»–—.✓✗✘✖✕]|[✔✅❌]\ufe0f?|--)\s|{marks.BOX}\s|"
    rf"\(?\d{{1,2}}[.)]\s|\d{{1,2}}(?:\.\d{{1,2}})+\.?\t\s*(?=[^\W\d_a-z])|\(?(?:[a-h]|[ivx]{{1,4}})\)\s|o(?:\s{{2}}|\t))"
)
"""What a line of a list begins with; a text processor's hollow bullet becomes the letter “o”."""
_NARROW = re.compile(r"(?<=\S)(?: {2,}|\s*\t\s*)(?=\S)")
_SPACES = re.compile(r"(?<=\S) +(?=\S)")
_AMOUNT = re.compile(r"(?=.*\d)[^.;:!?]{1,24}")
_COUNT = re.compile(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?")
_PLACE = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})*)\s")
_MORE = re.compile(r"[(a-záéíóúñ]")
"""What the second line of a cell begins with."""
_UNDERLINED = re.compile(r"\s*[-=_─—+]{2}\s*[-=_─—+][-=_─—+\s]*")
"""A line of dashes right under the first row, which says that it stands over the columns."""


def tables_in(lines: Sequence[str]) -> Mapping[int, tuple[int, list[Block]]]:
    """Where a table begins, counted from 0: where it ends, and its rows as items of a list."""
    found: dict[int, tuple[int, list[Block]]] = {}
    at = 0
    while at < len(lines):
        cells, end = tabbed.rows(lines, at)
        if not cells:
            cells, end = piped.rows(lines, at)
        fewest = FEWEST_ROWS if cells or "|" not in lines[at] else FEWEST_LINES
        if not cells:
            cells, end = set_in_heads.rows(lines, at)
        if not cells:
            cells, end = max((_rows(lines, at), spread.rows(lines, at)), key=lambda found: found[1])
        if len(cells) >= fewest:
            rows = as_sentences.rows(cells)
            found[at] = (end, [*map(_as_item, rows)])
        at = max(end, at + 1)
    for begin, end, left in unread_charts.found(lines):
        if not any(at < end and begin < last for at, (last, _) in found.items()):
            found[begin] = (end, [left])
    return found


def _as_item(row: Block) -> Block:
    """A row as an item of a list, but for what stands over the rows, or over the cells of a column (“Don’t:”)."""
    stays = row.reason or row.level or row.kind is Kind.ITEM or row.text.endswith(":")
    return row if stays else replace(row, kind=Kind.ITEM, row=True)


def _rows(lines: Sequence[str], at: int) -> tuple[list[TableRow], int]:
    """The rows of a table that begins at a line, and where it ends; a cell may go on in the line below its own."""
    rows: list[tuple[list[str], bool, int]] = []
    first, before, end, begun, blanks = lines[at], "", at, at, 0
    most, lists = _over(lines, at)
    for index in range(at, len(lines)):
        line = lines[index]
        if len(rows) == 1 and not rows[0][1] and _UNDERLINED.fullmatch(line):
            rows[0] = (rows[0][0], True, rows[0][2])
            end = index + 1
        elif not line.strip() and most and len(rows) == blanks + 1 and _row_below(lines, index, first, most):
            blanks += 1  # under the words over the columns, or under each row
        elif rows and not before and (more := _wrapped(lines, index, first, [cells for cells, _, _ in rows])):
            _add(rows[-1][0], more)
            end = index + 1
        elif _is_row(line, first, most):
            cells = _cells(line, first)
            rows.append(([f"{before} {cells[0]}".strip(), *cells[1:]], False, (begun if before else index) + 1))
            before, end = "", index + 1
        elif lists and rows and (alone := _alone(line, first)):
            rows.append((alone, False, index + 1))
            end = index + 1
        elif rows and not before and (whole := _over_columns(line, first)):
            rows.append((whole, False, index + 1))
            end = index + 1
        elif rows and not before and (more := _goes_on_below(line, first)):
            _add(rows[-1][0], more)
            end = index + 1
        elif rows and not before and _is_wrapped_key(lines, index, first, most):
            before, begun = line.strip(), index
        else:
            break
    return [(cells, heading, line) for cells, heading, line in rows], end


def _over(lines: Sequence[str], at: int) -> tuple[int, bool]:
    """How many words the first cell of a row may have, 0 where nothing is known; and whether columns are lists.

    Under words that are known to stand over columns it may have more than under any others.
    """
    first, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    cells = _cells(first, first) if marks.GAP.search(first) else []
    lists = len(cells) > 1 and "|" not in first and column_lists.are_over_lists(cells)
    ruled = len(cells) > 1 and _UNDERLINED.fullmatch(below) is not None
    known = lists or ruled or (len(cells) > 1 and column_heads.names_column(cells[0])) or _over_numbers(lines, at)
    return MOST_WORDS_UNDER if known else 0, lists


def _over_numbers(lines: Sequence[str], at: int) -> bool:
    """Whether words stand over columns with numbers, a blank line below: “Week   Exercise   Times a day”."""
    first, blank, *below = [*lines[at : at + 3], "", ""]
    heads = _cells(first, first) if marks.GAP.search(first) else []
    if len(heads) <= FEWEST_OVER or blank.strip() or not _is_row(first, first, 0) or not _is_row(below[0], first, 0):
        return False
    cells = _cells(below[0], first)
    named = not any(re.search(r"\d|[.:;!]$", head) for head in heads) and all(head[:1].isupper() for head in heads)
    return named and any(_COUNT.fullmatch(cell) for cell in cells)


def _add(cells: list[str], more: Mapping[int, str]) -> None:
    for column, text in more.items():
        cells[column] = f"{cells[column]} {text}".strip()


def _row_below(lines: Sequence[str], index: int, first: str, most: int) -> bool:
    """Whether right under a blank line is a row, and no words over the columns of another table."""
    below = lines[index + 1] if index + 1 < len(lines) else ""
    return _is_row(below, first, most) and not column_heads.names_column(_cells(below, first)[0])


def _wrapped(lines: Sequence[str], index: int, first: str, rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """The second lines of cells, the first among them, by column: “squeeze      and down”, under “Shoulder blade”.

    They go on in small letters, or in a bracket, where what is over them begins with a capital or a number; in a line
    that has no more cells, only the first does.  Words over columns have only brackets under them, or what the line
    below shows to be no row: that begins with a capital.
    """
    line = lines[index]
    more = _goes_on_below(line, first) if _MORE.match(line.strip()) else {}
    full = len(more) > len(marks.GAP.findall(first))
    if 0 not in more or (full and not all(map(_MORE.match, more.values()))):
        return {}
    over = [cells[column] for cells in rows for column in more if column < len(cells)]
    if not all(cell[:1].isupper() or cell[:1].isdigit() for cell in over if cell):
        return {}
    below = lines[index + 1] if index + 1 < len(lines) else ""
    head = len(rows) == 1 and not all(text[:1] == "(" for text in more.values())
    return {} if head and not (below[:1].isupper() or below[:1].isdigit()) else more


def _alone(line: str, first: str) -> list[str]:
    """A point of one list, beside which the other has none: “A book”, under “Bring” and “Leave at home”."""
    starts = [0, *(match.end() for match in marks.GAP.finditer(first))]
    text, margin = line.strip(), len(line) - len(line.lstrip())
    if not text or marks.GAP.search(text) or "\t" in first or _POINT.match(line) or _MORE.match(text):
        return []
    column = next((place for place, start in enumerate(starts) if abs(start - margin) <= SLACK), -1)
    room = starts[column + 1] if 0 <= column < len(starts) - 1 else 0
    if column < 0 or (room and len(line.rstrip()) >= room):
        return []
    return ["" if place != column else " ".join(text.split()) for place in range(len(starts))]


def _over_columns(line: str, first: str) -> list[str]:
    """A row whose one cell stands in the middle of several columns: “Tear drops      as often as you need”."""
    over, gaps = [match.end() for match in marks.GAP.finditer(first)], list(marks.GAP.finditer(line.rstrip()))
    if "|" in first or "\t" in first or len(over) < FEWEST_OVER or len(gaps) != 1 or _POINT.match(line):
        return []
    key, text = _cells(line.rstrip(), line)
    begins = over[0] - OVER_SLACK <= gaps[0].end() < over[-1] and line[:1].strip()
    return [key, text] if begins and len(without_brackets(key).split()) <= MOST_KEY_WORDS else []


def _goes_on_below(line: str, first: str) -> dict[int, str]:
    """The second lines of cells, by their column: they begin under them, and nothing new stands in the first column."""
    starts = [0, *(match.end() for match in marks.GAP.finditer(first))]
    if "|" in first or "\t" in first or not line.strip() or len(starts) < 2:
        return {}
    begins = [len(line) - len(line.lstrip()), *(match.end() for match in marks.GAP.finditer(line.rstrip()))]
    texts = marks.GAP.split(line.strip())
    columns = [next((i for i, at in enumerate(starts) if abs(at - begin) <= SLACK), -1) for begin in begins]
    fits = -1 not in columns and len(set(columns)) == len(texts) == len(columns)
    key = columns[0] == 0  # the first cell goes on, too
    if not fits or (key and not (_MORE.match(line.strip()) and len(texts[0]) < starts[1])):
        return {}
    return {column: " ".join(text.split()) for column, text in zip(columns, texts, strict=True)}


def _is_wrapped_key(lines: Sequence[str], index: int, first: str, most: int) -> bool:
    """Whether a line has only the beginning of the first cell of the row below it (“From / 9 pm   nothing”)."""
    line, below = lines[index], lines[index + 1] if index + 1 < len(lines) else ""
    width = next((match.end() for match in marks.GAP.finditer(first)), 0)
    short = bool(line.strip()) and len(line.rstrip()) < width and not furniture.SENTENCE_END.search(line)
    spaced = "|" not in first and "\t" not in first
    return (
        spaced and short and below[:1].islower() and _is_row(below, first, most) and not marks.GAP.search(line.strip())
    )


def _gaps(line: str, first: str) -> list[re.Match[str]]:
    """What parts the cells of a line; two spaces do where the line has too few cells: the one before them is long."""
    wanted = len(marks.GAP.findall(first))
    wide = list(marks.GAP.finditer(line))
    narrow = list(_NARROW.finditer(line)) if 0 < len(wide) < wanted or (wanted and not wide) else []
    if len(narrow) == wanted and line[:1].strip():
        return narrow
    return _filled(line, first) or wide if len(wide) < wanted else wide


def _filled(line: str, first: str) -> list[re.Match[str]]:
    """The same where a cell fills its column, so that one space is left: the next begins right under that of the first.

    It begins as a cell does, with a capital or a number, and what fills the column is no sentence.
    """
    if "|" in first or "\t" in first or len(line) - len(line.lstrip()) != len(first) - len(first.lstrip()):
        return []
    spaces = {match.end(): match for match in _SPACES.finditer(line)}
    found = [spaces[gap.end()] for gap in marks.GAP.finditer(first) if gap.end() in spaces]
    cells = [line[gap.end() :] for gap in found]
    ended = any(furniture.SENTENCE_END.search(line[: gap.start()]) for gap in found)
    return found if all(cell[:1].isupper() or cell[:1].isdigit() for cell in cells) and not ended else []


def _cells(line: str, first: str) -> list[str]:
    edges = [0, *(at for gap in _gaps(line, first) for at in gap.span()), len(line)]
    return [" ".join(line[a:b].split()) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _is_row(line: str, first: str, under: int) -> bool:
    """Whether a line has columns, under those of the first, and no more words in its first cell than may be."""
    gaps, over = _gaps(line, first), [match.end() for match in marks.GAP.finditer(first)]
    if not gaps or len(gaps) != len(over) or _POINT.match(line) or _is_inside(line, first):
        return False
    marked = "\t" in line or ("|" in line and "|" in first)
    key = _cells(line, first)[0]
    # “Day 2    Practice on the apron” has a word of a clinic's name, but is none.
    sent = senders.is_senders(line) and (senders.is_contact_or_fact(" ".join(line.split())) or senders.is_named(line))
    most = MOST_LINE_WORDS if _has_amounts(_cells(line, first)) else under or MOST_KEY_WORDS
    named = len(without_brackets(key).split()) <= most and not key.endswith(":") and not sent
    return named and (marked or _is_aligned(gaps, over))


def _is_inside(line: str, first: str) -> bool:
    """Whether a line has the number of a heading inside the first's: “2.1” under “2”."""
    over, inner = _PLACE.match(first), _PLACE.match(line)
    return over is not None and inner is not None and inner[1].startswith(f"{over[1]}.")


def _has_amounts(cells: Sequence[str]) -> bool:
    """Whether a line has several columns of mere amounts, and so is no prose in columns: ``4 days``, ``8 days``."""
    amounts = [_AMOUNT.fullmatch(cell) for cell in cells[1:]]
    return len(amounts) > 1 and all(amounts)


def _is_aligned(gaps: Sequence[re.Match[str]], over: Sequence[int]) -> bool:
    """Whether cells begin under those of the first line, or after a cell that is too long for its column."""
    pushed = False
    for at, (gap, column) in enumerate(zip(gaps, over, strict=True), 1):
        pushed = pushed or gap.start() > column - SLACK
        if not (abs(gap.end() - column) <= at * SLACK or (pushed and gap.end() > column)):
            return False
    return True

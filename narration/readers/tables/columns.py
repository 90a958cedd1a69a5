"""Tables that plain text shows by nothing but its lines: two columns held apart by spaces are a table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, TableRow
from narration.readers.lines import furniture, marks, senders
from narration.readers.tables import as_sentences, piped, set_in_heads, tabbed

FEWEST_ROWS = 2
FEWEST_LINES = 3
MOST_KEY_WORDS = 6
MOST_LINE_WORDS = 16
SLACK = 2
"""How many characters a column may begin before or after the one over it; so many more for each one before it."""
FEWEST_OVER = 2
OVER_SLACK = 6
"""A cell over several columns stands so far before where those of the first one begin."""
_BRACKET = re.compile(r"\s?\([^()]*\)")
_POINT = re.compile(
    rf"\s*(?:(?:[-*•●▪◦‣⁃∙·»–—.✓✗✘✖✕]|[✔✅❌]\ufe0f?|--)\s|{marks.BOX}\s|"
    rf"\(?\d{{1,2}}[.)]\s|\d{{1,2}}(?:\.\d{{1,2}})+\.?\t\s*(?=[^\W\d_a-z])|\(?(?:[a-h]|[ivx]{{1,4}})\)\s|o(?:\s{{2}}|\t))"
)
"""What a line of a list begins with; a text processor's hollow bullet becomes the letter “o”."""
_NARROW = re.compile(r"(?<=\S)(?: {2,}|\s*\t\s*)(?=\S)")
_SPACES = re.compile(r"(?<=\S) +(?=\S)")
_AMOUNT = re.compile(r"(?=.*\d)[^.;:!?]{1,24}")
_PLACE = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})*)\s")
_UNDERLINED = re.compile(r"\s*[-=_─—+]{3}[-=_─—+\s]*")
"""A line of dashes right under the first row, which says that it stands over the columns."""


def tables_in(lines: Sequence[str]) -> Mapping[int, tuple[int, list[Block]]]:
    """Where a table begins, counted from 0: where it ends, and its rows as items of a list."""
    found: dict[int, tuple[int, list[Block]]] = {}
    at = 0
    while at < len(lines):
        cells, end = tabbed.rows(lines, at)
        if not cells:
            cells, end = piped.rows(lines, at)
        if not cells:
            cells, end = set_in_heads.rows(lines, at)
        if not cells:
            cells, end = _rows(lines, at)
        if len(cells) >= (FEWEST_LINES if "|" in lines[at] else FEWEST_ROWS):
            rows = as_sentences.rows(cells)
            found[at] = (end, [*map(_as_item, rows)])
        at = max(end, at + 1)
    return found


def _as_item(row: Block) -> Block:
    """A row as an item of a list, but for what stands over the rows, or over the cells of a column (“Don’t:”)."""
    stays = row.reason or row.level or row.kind is Kind.ITEM or row.text.endswith(":")
    return row if stays else replace(row, kind=Kind.ITEM, row=True)


def _rows(lines: Sequence[str], at: int) -> tuple[list[TableRow], int]:
    """The rows of a table that begins at a line, and where it ends; a cell may go on in the line below its own."""
    rows: list[tuple[list[str], bool, int]] = []
    first, before, end, begun = lines[at], "", at, at
    for index in range(at, len(lines)):
        line = lines[index]
        if len(rows) == 1 and not rows[0][1] and _UNDERLINED.fullmatch(line):
            rows[0] = (rows[0][0], True, rows[0][2])
            end = index + 1
        elif _is_row(line, first):
            cells = _cells(line, first)
            rows.append(([f"{before} {cells[0]}".strip(), *cells[1:]], False, (begun if before else index) + 1))
            before, end = "", index + 1
        elif rows and not before and (whole := _over_columns(line, first)):
            rows.append((whole, False, index + 1))
            end = index + 1
        elif rows and not before and (more := _goes_on_below(line, first)):
            for column, text in more.items():
                rows[-1][0][column] += f" {text}"
            end = index + 1
        elif rows and not before and _is_wrapped_key(lines, index, first):
            before, begun = line.strip(), index
        else:
            break
    return [(cells, heading, line) for cells, heading, line in rows], end


def _over_columns(line: str, first: str) -> list[str]:
    """A row whose one cell stands in the middle of several columns: “Tear drops      as often as you need”."""
    over, gaps = [match.end() for match in marks.GAP.finditer(first)], list(marks.GAP.finditer(line.rstrip()))
    if "|" in first or "\t" in first or len(over) < FEWEST_OVER or len(gaps) != 1 or _POINT.match(line):
        return []
    key, text = _cells(line.rstrip(), line)
    begins = over[0] - OVER_SLACK <= gaps[0].end() < over[-1] and line[:1].strip()
    return [key, text] if begins and len(_BRACKET.sub("", key).split()) <= MOST_KEY_WORDS else []


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
    if not fits or (key and not (line[:1].islower() and len(texts[0]) < starts[1])):
        return {}
    return {column: " ".join(text.split()) for column, text in zip(columns, texts, strict=True)}


def _is_wrapped_key(lines: Sequence[str], index: int, first: str) -> bool:
    """Whether a line has only the beginning of the first cell of the row below it (“From / 9 pm   nothing”)."""
    line, below = lines[index], lines[index + 1] if index + 1 < len(lines) else ""
    width = next((match.end() for match in marks.GAP.finditer(first)), 0)
    short = bool(line.strip()) and len(line.rstrip()) < width and not furniture.SENTENCE_END.search(line)
    spaced = "|" not in first and "\t" not in first
    return spaced and short and below[:1].islower() and _is_row(below, first) and not marks.GAP.search(line.strip())


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


def _is_row(line: str, first: str) -> bool:
    """Whether a line has columns, under those of the first."""
    gaps, over = _gaps(line, first), [match.end() for match in marks.GAP.finditer(first)]
    if not gaps or len(gaps) != len(over) or _POINT.match(line) or _is_inside(line, first):
        return False
    marked = "\t" in line or ("|" in line and "|" in first)
    key = _cells(line, first)[0]
    # “Day 2    Practice on the apron” has a word of a clinic's name, but is none.
    sent = senders.is_senders(line) and (senders.is_contact_or_fact(" ".join(line.split())) or senders.is_named(line))
    most = MOST_LINE_WORDS if _has_amounts(_cells(line, first)) else MOST_KEY_WORDS
    named = len(_BRACKET.sub("", key).split()) <= most and not key.endswith(":") and not sent
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

"""Charts of numbers that a copy has taken apart, a cell a line: which kinds of cells come back shows how wide they are.

Doses by weight, times by age: the words over the columns come first, then the rows; a blank line may part them::

    Weight (kg)
    Drops
    Syrup
    5 to 7
    0.5 mL
    2 mL
    8 to 10
    …

Each width is tried.  One is believed where every column has cells of one kind, numbers or words, where the names of
the rows differ, and where no other fits as well: a number under the wrong words would be a wrong dose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from narration.readers.lines import marks
from narration.readers.tables import taken_grids
from narration.readers.tables.column_heads import names_column
from narration.readers.vocabulary import listed

PAIR = 2
MOST_COLUMNS = 7
FEWEST_ROWS = 2
FEWEST_NUMBERS = 2
MOST_LINES = 120
MOST_HEAD_WORDS = 9
MOST_CELL_WORDS = 24
MOST_KEPT = 4096
"""Each line is looked at from many lines above it."""
_NUMERAL = r"[\d½¼¾⅓][\d.,/½¼¾⅓]*"
_SIGN = re.compile(rf"[<>≤≥~]?\s?{_NUMERAL}(?:\s?(?:[-–—]|to|and|a|y|o|or)\s?{_NUMERAL})?")
_UNIT = re.compile(r"\s?(?!(?:and|or|y|o|if|si|with|con)\b)(°\s?[CFcf]|%|[^\W\d_]+)")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?!\d| ?[^\W\d_])|\d{1,2}[:.]\d\d\s?(?:[ap]\.?\s?m|h)", re.IGNORECASE)
_NOTHING = re.compile(r"[-–—/*]+|n\s?/\s?a", re.IGNORECASE)
_BRACKET = re.compile(r"[^()\[\]]{2,60}[(\[][^()\[\]\d]{1,24}[)\]]")
"""“Weight (kg)”, “Hemoglobina (g/dl)”."""
_UNITED = re.compile(
    r"(?:[^\W\d_]+ ){1,3}(?:in |en )?(?:lbs?|kgs?|kilos?|pounds|libras|months|years|meses|años|m[lg])", re.IGNORECASE
)
"""“Weight lb”, “Edad en meses”."""
_ENDED = re.compile(r"(?<![^\W\d_]\.[^\W\d_])[.!:;,…]$")
_HEADS = (
    *("column_names", "column_first_names", "column_plain", "column_counts", "column_when_to", "column_spans_of"),
    *("column_whens_alone", "column_measures", "column_people", "column_groups", "column_asks", "column_frequencies"),
)
_WORDS = "words"
BARE = "n:"
"""The kind of a number without a unit."""


def rows(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The rows of such a chart that begins at a line, with tabs, and where it ends; no rows where none does."""
    first = lines[at].strip()
    if not may_be_head(first) or (at and lines[at - 1].strip() and not _names(first)):
        return [], at
    if any(line.strip() == first for line in lines[at + 1 : at + 1 + MOST_COLUMNS * FEWEST_ROWS]):
        return [], at  # what names a column is none of its cells
    above = next((lines[place].strip() for place in (at - 1, at - 2) if place >= 0 and lines[place].strip()), "")
    for cells, end in _spans(lines, at):
        wide = _wide(cells)
        # The name of the chart stands over it, and might as well be the first of its words over columns.
        if wide and not (may_be_head(above) and _wide([above, *cells])) and not _wide(cells[1:]):
            return taken_grids.in_rows(cells, wide), end
    return [], at


def _spans(lines: Sequence[str], at: int) -> Iterator[tuple[list[str], int]]:
    """The cells that may fill a chart from a line on, and where they end.

    First those up to the next blank line, or to a text or a note right under them; then rows with blank lines between,
    and cells with a blank line after each.
    """
    first = _run(lines, at)
    cells = [lines[place].strip() for place in range(at, first)]
    yield cells, first
    told = next((place for place, cell in enumerate(cells) if place and _ENDED.search(cell)), 0)
    yield cells[:told], at + told
    found = list(_with_blanks(lines, at, max(len(cells), 1)))
    if len(cells) == 1:
        yield from found[: -MOST_COLUMNS - 1 : -1]  # what comes next may stand under its own words
    elif PAIR <= len(cells) <= MOST_COLUMNS:
        # Under blank lines the words over the columns stand alone, so that they say how wide the chart is.
        yield from (span for span in reversed(found) if _wide(span[0]) == len(cells))


def _with_blanks(lines: Sequence[str], at: int, wide: int) -> Iterator[tuple[list[str], int]]:
    """The cells of more and more groups of lines, with a blank line before each; they fill rows."""
    end = at + wide
    cells = [line.strip() for line in lines[at:end]]
    while end + 1 < min(len(lines), at + MOST_LINES) and not lines[end].strip():
        after = _run(lines, end + 1)
        more = [line.strip() for line in lines[end + 1 : after]]
        if not more or len(more) % wide or (wide == 1 and len(more) > 1):
            return
        cells, end = [*cells, *more], after
        yield cells, end


def _run(lines: Sequence[str], at: int) -> int:
    end = at
    while end < min(len(lines), at + MOST_LINES) and is_cell(lines[end].strip()):
        end += 1
    return end


@lru_cache(maxsize=MOST_KEPT)
def is_cell(text: str) -> bool:
    if not text or _NOTHING.fullmatch(text):
        return bool(text)
    plain = "\t" not in text and "|" not in text and not marks.GAP.search(text) and not marks.is_typed(text)
    return plain and len(text.split()) <= MOST_CELL_WORDS and text[:1] not in "*†‡§"


def _wide(cells: Sequence[str]) -> int:
    """How many columns there are; 0 where no width fits, or more than one does."""
    most = min(MOST_COLUMNS, len(cells) // (FEWEST_ROWS + 1))
    wides = [wide for wide in range(PAIR, most + 1) if len(cells) % wide == 0 and _are_heads(cells[:wide])]
    over = next((at for at, cell in enumerate(cells) if _is_number(kind_of(cell))), 0)
    for sure in (False, True):
        fits = [wide for wide in wides if _fits(cells[:wide], cells[wide:], sure=sure and wide == over)]
        if fits:
            return fits[0] if len(fits) == 1 else 0
    return 0


def _are_heads(heads: Sequence[str]) -> bool:
    return all(map(may_be_head, heads)) and len(set(heads)) == len(heads)


@lru_cache(maxsize=MOST_KEPT)
def may_be_head(cell: str) -> bool:
    named = re.search(r"[^\W\d_]{2}", cell) is not None and not _NOTHING.fullmatch(cell)
    return named and is_cell(cell) and len(cell.split()) <= MOST_HEAD_WORDS and not _ENDED.search(cell)


@lru_cache(maxsize=MOST_KEPT)
def _names(head: str) -> bool:
    """Whether words say what the names of rows are: “Age”, “Weight (kg)”."""
    return names_column(head) or _has_unit(head)


def _has_unit(head: str) -> bool:
    return any(pattern.fullmatch(head) for pattern in (_BRACKET, _UNITED))


@lru_cache(maxsize=MOST_KEPT)
def _is_known(head: str) -> bool:
    name = head.strip("¿?: ")
    return _names(head) or any(listed("labels", key).fullmatch(name) for key in _HEADS)


def _fits(heads: Sequence[str], cells: Sequence[str], *, sure: bool) -> bool:
    """Whether cells fill rows under such heads; ``sure``: no other line stands over the first number.

    Then words may stand among the numbers of a column: “Ask your doctor”, over “2.5 mL”.
    """
    wide = len(heads)
    kinds = [[*map(kind_of, cells[at::wide])] for at in range(wide)]
    names, (keys, *columns) = cells[::wide], kinds
    if len(set(names)) < len(names) or any(map(_ENDED.search, names)):
        return False
    numbered = all(map(_is_number, keys))
    if not (_go_on(names, keys) if numbered else {*keys} == {_WORDS} and _names(heads[0])):
        return False
    # What stands over a column is no cell of it: “5 mL” over “5 mL” shows that a row was taken for the heads.
    if any(_is_number(kind_of(head)) and kind_of(head) in kind for head, kind in zip(heads, kinds, strict=True)):
        return False
    counted = [column for column in columns if sum(map(_is_number, column)) >= FEWEST_NUMBERS]
    if wide == PAIR:  # no “Times”, “Where”, “5 days”, “In bed”, which are a list
        return numbered and bool(counted) and len({*columns[0]}) == 1 and _are_trusted(heads, names, keys, counted)
    told = all(map(_are_alike, columns)) and bool(counted)
    sure = sure and numbered and (bool(counted) or _names(heads[0]))
    return (told or sure) and _are_trusted(heads, names, keys, counted)


def _are_trusted(heads: Sequence[str], names: Sequence[str], keys: Sequence[str], counted: Sequence[list[str]]) -> bool:
    """Whether the words over the columns are known, or the numbers under them alone show that they are a chart.

    Where all are mere numbers nothing but those words tells where a row begins: no name of the chart is one of them.
    """
    if counted and {*keys} == {BARE} and all(BARE in column for column in counted):
        over, *others = map(_has_unit, heads)
        return _names(heads[0]) and (over or not any(others)) and (over or min(len(names), len(heads)) > PAIR)
    one_unit = any(len({*column}) == 1 for column in counted)
    return any(map(_is_known, heads)) or (len(heads) > PAIR and _WORDS not in keys and one_unit)


def _go_on(names: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether the numbers that name the rows are of one kind, and go up or down: weights, ages, times."""
    units = {key for key in keys if key != BARE}
    if len(units) > 1 and not all(listed("labels", "time_units").fullmatch(unit[2:]) for unit in units):
        return False
    begins = [(unit, first_number(name)) for unit, name in zip(keys, names, strict=True)]
    pairs = [(above, below) for (one, above), (two, below) in pairwise(begins) if one == two]
    return all(above <= below for above, below in pairs) or all(above >= below for above, below in pairs)


def first_number(name: str) -> float:
    """The first number of a name, as far as it can be told: 12.5 of “12.5–17”, 9.15 of “9:15”."""
    found = re.search(r"\d+(?:[.,:]\d+)?", name)
    return float(re.sub(r"[,:]", ".", found[0])) if found else 0.0


def _are_alike(column: Sequence[str]) -> bool:
    """Whether the cells of a column are all words or all numbers, but for those that say nothing."""
    return _WORDS not in column or not any(map(_is_number, column))


def _is_number(kind: str) -> bool:
    return kind not in ("", _WORDS)


@lru_cache(maxsize=MOST_KEPT)
def kind_of(cell: str) -> str:
    """What kind a cell is: ``words``, ``clock``, or the unit of its number, ``n:ml``; ``""`` where it says nothing."""
    if _NOTHING.fullmatch(cell):
        return ""
    if _CLOCK.match(cell):
        return "clock"
    bound = listed("labels", "column_bounds").match(cell)
    number = _SIGN.match(cell, bound.end() if bound else 0)
    if number is None:
        return _WORDS
    unit = _UNIT.match(cell, number.end())
    return f"n:{unit[1].lower().rstrip('s')}" if unit else BARE

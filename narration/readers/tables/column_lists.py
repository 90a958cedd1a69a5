"""Columns that are lists of their own: each is read wholly, one after another, under the words over it.

Nothing in a row belongs together there. “Headache”, under “Less common”, only stands beside “Nausea”, under
“Common”; and what a morning appointment asks for is not for those who come in the afternoon::

    | If your scan is before 12 | If your scan is after 12 |
    | Have no breakfast         | Have toast before 7 am   |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, TableRow
from narration.readers.lines.promote import LEVEL
from narration.readers.tables import column_marks, column_verdicts, column_words
from narration.readers.vocabulary import data, listed

PAIR = 2
FEWEST_IN_HALVES = 4
HEADING = "heading"
_BEGINS_CASE = re.compile(r"(?:if|when|for an?|si|cuando)\s", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2}")
KINDS = (
    *("column_phases", "column_frequencies", "column_slots", "column_chances"),
    *("column_turns", "column_sizes"),
    *("column_people", "column_groups", "column_cases_over", "column_describing", "column_alarms"),
)
"""Kinds of words over columns; where all of a table's are of one kind, no column has the names of the rows."""
OPPOSITES = (
    ("column_allows", "column_forbids"),
    ("column_to_do", "column_forbids"),
    ("column_needed", "column_optional"),
)
"""What two columns are that tell what is good and what is not."""
SAID_WITH_EACH = (
    "column_people",
    "column_groups",
    "column_slots",
    "column_turns",
    "column_sizes",
    "column_chances",
    "column_cases_over",
    "column_describing",
    "column_alarms",
)
"""“Carer: Switch the recorder on”: whom it is for, or when, must be heard with each."""


def kind_of(heads: Sequence[str]) -> str:
    """What all of some words over columns are: ``column_frequencies``; ``""`` where they are of several kinds."""
    names = [head.strip(" :") for head in heads]
    if not names or len(set(names)) != len(names):
        return ""
    return next((key for key in KINDS if all(listed("labels", key).fullmatch(name) for name in names)), "")


def are_lists(heads: Sequence[str]) -> bool:
    """Whether the words over all columns, with that of the first, say that each is a list of its own."""
    return len(heads) > 1 and kind_of(heads) != ""


def has_lists(table: Sequence[TableRow]) -> bool:
    """Whether columns are lists of their own: ``Allowed`` and ``Avoid``, ✅ and ❌, ``Before`` and ``After``."""
    heads = [head.strip(" :") for head in table[0][0]] if table else []
    if len(table) > 1 and are_lists(heads) and all(len(cells) <= len(heads) for cells, _, _ in table):
        return not _holds(table[1:], kind_of(heads))
    if column_verdicts.are_over(table):
        return True
    if len(table) < PAIR or any(len(cells) != PAIR for cells, _, _ in table):
        return False
    return _are_opposites(heads)


def are_over_lists(heads: Sequence[str]) -> bool:
    """Whether words over columns may stand over lists of their own, before it is known what is below them."""
    return are_lists(heads) or (len(heads) == PAIR and _are_opposites([head.strip(" :") for head in heads]))


def _are_opposites(heads: Sequence[str]) -> bool:
    """Whether two words over columns are what is good and what is not: “Do”, “Don’t”; “Bring”, “Leave at home”."""
    if column_marks.are_over(heads):
        return True
    return any(
        listed("labels", left).fullmatch(one) and listed("labels", right).fullmatch(other)
        for left, right in OPPOSITES
        for one, other in (heads, heads[::-1])
    )


def read(table: Sequence[TableRow]) -> Iterator[Block]:
    """Each column: the words over it, which lead in to its cells."""
    (heads, _, line), *below = table
    kind = kind_of(heads)
    you = data("labels")["column_you"] if kind in SAID_WITH_EACH else {}
    marked = column_marks.are_marked(heads)
    warned = not kind and column_verdicts.is_said_with_each(heads)
    loud = all(map(str.isupper, heads))
    for column, head in enumerate(heads):
        name = column_marks.named(head) if marked else head.strip(" :")
        name = name.capitalize() if loud else name  # “DO”, beside “DON'T”
        name = you.get(name.lower(), name)
        each = marked or kind in SAID_WITH_EACH or warned or column_verdicts.is_order(name)
        each = each or not re.search(r"\w", name)
        mark = f"{whom(name) or as_case(name)}" if each else ""  # said with each: “No: fried fish”
        timed = kind == "column_phases"
        # “Before” names what is under it, “Avoid” goes on in it.
        over = f"{column_words.capitalised(name.lower())}." if timed else f"{name}:"
        lead = Block(
            Kind.PARAGRAPH, f"{head}:" if marked else over, line, level=LEVEL if timed else 0, row=not (timed or mark)
        )
        yield replace(lead, reason=HEADING) if mark else lead
        for cells, _, at in below:
            if column < len(cells) and column_words.says(cells[column]):
                yield Block(Kind.ITEM, _marked(mark, cells[column]), at, depth=1, row=bool(mark))


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page that shows no parts, with the words over such columns as its headings: “Do”, “Don’t”."""
    return [
        replace(block, kind=Kind.HEADING, text=block.text.rstrip(": "), level=LEVEL, row=False)
        if block.row and block.kind is Kind.PARAGRAPH and block.text.endswith(":")
        else block
        for block in blocks
    ]


def _marked(mark: str, cell: str) -> str:
    """A cell after the words over its column: “Day 1: Rest”; a case goes on in what holds in it: “If …, have toast”."""
    if not mark:
        return cell
    said = f", {column_words.lowered(cell)}" if _BEGINS_CASE.match(mark) else f": {cell}"
    return f"{column_words.capitalised(mark)}{said}"


def are_described(table: Sequence[TableRow]) -> bool:
    """Whether the words over all later columns only describe something that stands elsewhere: “Open”, “Keyhole”."""
    heads = table[0][0] if len(table) > 1 else ()
    kinds = [listed("labels", "column_describing").fullmatch(head.strip(" :")) for head in heads[1:]]
    under = [cells for cells, _, _ in table[1:]]
    named = all(len(cells) == len(heads) and cells[0] for cells in under)
    return len(kinds) > 1 and all(kinds) and named and (table[0][1] or not _holds(table[1:], "column_describing"))


def _holds(table: Sequence[TableRow], kind: str) -> bool:
    """Whether a cell is of the kind of words over columns: then the first row is one of several such."""
    return any(listed("labels", kind).fullmatch(cell.strip(" :")) for cells, _, _ in table for cell in cells)


def described(table: Sequence[TableRow]) -> Iterator[Block]:
    """Each such column, under its words, with the names of the rows: “Open.”, “Cut: one of 6 cm”.

    After a row's name they would be heard as its own: “Cut, open”.  What they describe is added only where the first
    of the words over the columns says it: “Type of surgery”, “Open” → “Open surgery”.
    """
    (heads, _, line), *below = table
    corner = heads[0].strip(" :")
    types = listed("labels", "column_types_of").fullmatch(corner)
    for column, head in enumerate(heads[1:], 1):
        name = head.strip(" :")
        yield Block(Kind.PARAGRAPH, f"{_with_noun(name, types)}.", line)
        for cells, _, at in below:
            if column_words.says(cells[column]):
                yield Block(Kind.ITEM, f"{cells[0].rstrip(' :.')}: {cells[column]}", at, depth=1, row=True)
    if corner:
        yield Block(Kind.PARAGRAPH, corner, line, reason=HEADING)


def _with_noun(head: str, types: re.Match[str] | None) -> str:
    """“Open” and “surgery” → “Open surgery”; “Abierta” and “cirugía” → “Cirugía abierta”."""
    name, bracket, more = head.partition(" (")
    if types is None:
        return head
    after = types["after"]
    said = f"{name} {after.lower()}" if after else f"{types['before']} {name.lower()}"
    return f"{column_words.capitalised(said)}{bracket}{more}"


def whom(head: str) -> str:
    """“Your partner” → “for your partner”: what stands under it is told that one; ``""`` for any other words."""
    for pattern, instead in data("labels")["column_beside_you"].items():
        if found := re.fullmatch(pattern, head.strip(" :"), re.IGNORECASE):
            return found.expand(instead).lower()
    return ""


def as_case(head: str) -> str:
    """Words over what holds for one part of the day, as it is said before that: “For a morning appointment”."""
    if not listed("labels", "column_slots").fullmatch(head):
        return head  # “Visit 2” is no case
    for pattern, instead in data("labels")["column_slots_said"].items():
        if found := re.fullmatch(pattern, head, re.IGNORECASE):
            said = instead
            for name, words in found.groupdict().items():
                said = said.replace(f"\\g<{name}>", column_words.lowered(words))
            return column_words.capitalised(said)
    return head


def halves(table: Sequence[TableRow]) -> list[tuple[str, list[TableRow]]]:
    """Two tables side by side, under the same words twice, each with the words over it; none for any other table.

    ``Time``, ``What to take``, ``Time``, ``What to take``, under ``Morning list`` and ``Afternoon list``; or
    ``Time``, ``Morning list``, ``Time``, ``Afternoon list``.
    """
    wide = len(table[0][0]) if table else 0
    half = wide // 2
    if wide < FEWEST_IN_HALVES or wide % 2 or len(table) < PAIR or any(len(cells) != wide for cells, _, _ in table):
        return []  # a row across both would belong to neither
    heads = [cell.strip(" :") for cell in table[0][0]]
    names: list[str] = ["", ""]
    body = list(table)
    if _is_over_halves(heads) and _is_twice(table[1][0]):
        names, body = [heads[0], heads[half]], body[1:]
    elif half == PAIR and heads[0] and heads[0] == heads[half] and are_lists([heads[1], heads[-1]]):
        names = [heads[1], heads[-1]]
    elif not _is_twice(heads) or not (table[0][1] or listed("labels", "column_names").fullmatch(heads[0])):
        return []
    sides = (slice(0, half), slice(half, wide))
    return [
        (
            name,
            [
                (list(cells[side]), not at or heading, line)
                for at, (cells, heading, line) in enumerate(body)
                if any(column_words.SAYS.search(cell) for cell in cells[side])
            ],
        )
        for name, side in zip(names, sides, strict=True)
    ]


def over(name: str, line: int) -> Iterator[Block]:
    """The words over one of two tables side by side, as a heading over it."""
    yield Block(Kind.PARAGRAPH, f"{as_case(name)}.", line, level=LEVEL)


def _is_over_halves(heads: Sequence[str]) -> bool:
    """Whether each half of a row is one name: of a cell that spans it, or of one with empty ones after it."""
    half = len(heads) // 2
    sides = [heads[:half], heads[half:]]
    return heads[0] != heads[half] and all(side[0] and set(side) <= {side[0], ""} for side in sides)


def _is_twice(cells: Sequence[str]) -> bool:
    """Whether the second half of a row has the names of the first again."""
    names = [cell.strip(" :").lower() for cell in cells]
    half = len(names) // 2
    return (
        len(names) == half * 2
        and names[:half] == names[half:]
        and len(set(names[:half])) == half
        and all(map(_NAME.search, names))
    )

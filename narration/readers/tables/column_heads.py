"""Which row of a table has the words over its columns, and what such words do: ask, tell, explain themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import TableRow
from narration.readers.lines import shouts
from narration.readers.tables import column_lists, column_marks, column_options
from narration.readers.vocabulary import data, listed

FEWEST_ROWS = 3
PAIR = 2
MOST_HEAD_WORDS = 6
MOST_ASKING_WORDS = 4
FEWEST_LOUD = 2
"""Words of no more letters are short names: “GP”."""
FEWEST_TELLING = 3
"""So many words over a column are more than the name of what stands in it."""
ENDS = (".", "!", "?", ":")
COUNTED_CELLS = 0.8
"""Of the cells below such words so many have a number."""
_TWO_NAMES = re.compile(r"[^\W\d_]+(?:\s+/\s*|/)[^\W\d_]+")
"""“Visit / medicine”: a column of either, of which each cell says itself what it is."""
_AMOUNT = re.compile(r"\d[\d.,]*\s?(?P<unit>[^\W\d_]{1,10})\b")
_ORDINAL = re.compile(r"\b\d{1,2}(?:\.?[ºª°]|\.?(?:er|o|a)\b|st\b|nd\b|rd\b|th\b)\.?")
"""“1.er y 2.º litro”: a number that counts in the words over a column, and no amount."""
_TURN = re.compile(r"(?P<name>[^\W\d_]{3,})\s\d{1,2}(?:\s?(?:[-–]|a|y|to|and)\s?\d{1,2})?$")
"""“Week 2”, “Days 3–5”: a turn of several, over what is due then."""
_BRACKET = re.compile(r"\s\([^()\d]*\)")
"""“Last drink (within your limit)”: what a bracket adds to the words over a column."""
_SPAN = re.compile(r"\s\([^()]*\)|\b(?:in|per|en|por|cada) (?:any )?\d{1,2} ?(?:h|hs|hrs|hours|horas|days|días)\b")
"""“How often (our patients, 2020)”, “Most in 24 hours”: a number that is said of all cells, over names of rows."""
_BOX = re.compile(r"^\[ *\]\s*|^[☐□❏❑]\s*")
"""“[ ] Up to 400 MBq”: a box that somebody ticks on paper, over a column."""
_CASE = re.compile(r"(?:if|when|si|cuando)\s(?:[^.!?]|(?<=[ap])\.\s?m\.?)+", re.IGNORECASE)
"""“If your surgery is at 7 a.m.”: what holds then, in a column of its own."""
_NUMBER = re.compile(r"\d|\b(?:midnight|noon|midday|medianoche|mediodía)\b", re.IGNORECASE)
_EMPTY = re.compile(r"[-–—/]*")


def has_bare_heads(table: Sequence[TableRow]) -> bool:
    """A first row that is not marked as one of headings, but is one.

    Its first cell says what stands in the column (``Medicine``), or a later one
    asks (``How often``), and no cell has a number; or it has none where every cell below it has one; or it ends in no
    full stop where all the rows below it do.
    """
    if len(table) < FEWEST_ROWS:
        return False
    first = table[0][0]
    if _has_corner(table) or _is_loud(table) or _are_alike(table) or column_options.are_over(table):
        return True
    if _says_below(table):
        return False  # “Food: nothing after midnight”, over “Milk: nothing after midnight”
    plain = [_CASE.sub("", _BRACKET.sub("", _ORDINAL.sub("", cell))) or cell[:1] for cell in first]
    # A number may tell what a column counts: “Day”, “Amount in 24 h”, “Colour”.
    told = r"\d|[.!]$"
    if names_column(first[0]) and (len(first) > PAIR or (len(first) == PAIR and _may_name(_SPAN.sub("", first[-1])))):
        plain, told = [_SPAN.sub("", cell) or cell[:1] for cell in plain], r"^\d|\d$|[.!]$"
    short = all(0 < len(cell.split()) <= MOST_HEAD_WORDS and not re.search(told, cell) for cell in plain)
    if len(first) >= PAIR and short and (names_column(first[0]) or _asks(table)):
        return True
    if len(first) > PAIR and short and _has_names(table):
        return True
    turns = {match["name"].lower().rstrip("s") if (match := _TURN.match(cell)) else "" for cell in first[1:]}
    if len(first) > PAIR and len(turns) == 1 and "" not in turns:
        return not any(_TURN.match(cell) for cells, _, _ in table[1:] for cell in cells[1:])
    if len(first) > PAIR and (_are_amounts(table) or (short and _are_counted(table))):
        return True
    keyed = all(re.search(r"\d", cells[0]) for cells, _, _ in table[1:] if cells)
    told_over = len(first) > PAIR or (tells(first[-1]) and not _answers(first[-1]))
    counted = told_over and _all_have_numbers(table[1:])
    if len(first) >= PAIR and short and (keyed or counted):
        return True
    last = [cells[-1] for cells, _, _ in table if len(cells) > 1 and cells[-1]]
    bare, *others = last or [""]
    return len(last) == len(table) and not bare.endswith(ENDS) and all(text.endswith(ENDS) for text in others)


def _answers(cell: str) -> bool:
    """Whether a cell tells when or what to do of its own row, over others with numbers: ``from the same evening``.

    Taken for words over a column it would be said of all of them: “Driving, from the same evening: 7 days”.
    """
    opened = listed("labels", "column_opens").search(cell.rstrip(" :")) is not None  # “stop this long before”
    return not opened and (cell[:1].islower() or listed("labels", "column_row_answers").match(cell) is not None)


def _has_corner(table: Sequence[TableRow]) -> bool:
    """Whether a first row names all columns but that of the rows' names: ``""``, “Night before”, “Morning”."""
    (first, _, _), *below = table
    over = list(first[1:])
    alone = len(over) > 1 and not first[0] and all(over) and len(set(over)) == len(over)
    return alone and all(cells[0] for cells, _, _ in below if cells) and not any(map(_ends_sentence, over))


def _are_alike(table: Sequence[TableRow]) -> bool:
    """Whether all words over the later columns are of one kind, which no cell below is: “Under 60”, “Over 60”."""
    (first, _, _), *below = table
    cells = [cell.strip(" :") for row, _, _ in below for cell in row[1:]]
    named = not first[0].strip() or names_column(first[0]) or table[0][1]
    named = named or not all(head[:1].islower() for head in first[1:])  # “Metformin”, “morning”, “night” is a row
    return (
        len(first) > PAIR
        and named
        and any(
            all(listed("labels", key).fullmatch(_BOX.sub("", head).strip(" :")) for head in first[1:])
            and not any(map(listed("labels", key).fullmatch, cells))
            for key in (*column_lists.KINDS, "column_doing_then")
        )
    )


def _is_loud(table: Sequence[TableRow]) -> bool:
    """Whether a first row alone is in capitals, and short: “AREA”, “SESSIONS”, “GAP (weeks)”."""
    (first, _, _), *below = table
    words = [_BRACKET.sub("", cell) for cell in first]
    short = len(first) > 1 and all(cell and len(cell.split()) <= MOST_HEAD_WORDS for cell in words)
    loud = short and all(cell.isupper() and not re.search(r"\d", cell) for cell in words)
    return loud and not any(cells[0].isupper() for cells, _, _ in below if cells and cells[0])


def calmed(heads: Sequence[str]) -> Sequence[str]:
    """Words over columns that are all in capitals as they are said inside a sentence: “SESSIONS”, “GAP” → “Gap”.

    “You”, beside “Your partner”, is “for you”.
    """
    bare = [column_marks.plain(_BOX.sub("", head)) for head in heads]
    loud = len(bare) > 1 and all(_BRACKET.sub("", head).isupper() for head in bare if head)
    calm = _with_amounts([shouts.calm(head) if len(head) > FEWEST_LOUD else head for head in bare] if loud else bare)
    whom = [column_lists.whom(head) for head in calm]
    people = sum(listed("labels", "column_people").fullmatch(head.strip(" :")) is not None for head in calm)
    if not any(whom) and people < PAIR:
        return calm
    you = data("labels")["column_you"]
    return [other or you.get(head.lower(), head) for other, head in zip(whom, calm, strict=True)]


def _with_amounts(heads: list[str]) -> list[str]:
    """Words over columns of which some are limits of an amount: ``Up to 400 MBq`` → ``With up to 400 MBq``.

    Right after a row's name the limit would be its end: “Do not go to work, up to 400 MBq: 3 days”.
    """
    amounts = [listed("labels", "column_amounts").fullmatch(head.strip(" :")) for head in heads]
    known = [match for match in amounts if match]
    english = any(match["en"] or match["to"] or match["more"] for match in known)
    if not english and not any(match["es"] for match in known):
        return heads
    begin = "With" if english else "Con"
    return [
        f"{begin} {match[0][:1].lower()}{match[0][1:]}" if match else head
        for head, match in zip(heads, amounts, strict=True)
    ]


def _says_below(table: Sequence[TableRow]) -> bool:
    """Whether a first row of two cells has its last one again in another row."""
    (first, _, _), *below = table
    return len(first) == PAIR and any(cells[-1] == first[-1] for cells, _, _ in below if list(cells) != list(first))


def _ends_sentence(cell: str) -> bool:
    return cell.endswith((".", "!"))


def _has_names(table: Sequence[TableRow]) -> bool:
    """Whether most cells of a first row are names that columns have, and none is one below: “Dose”, “Days”, “For”."""
    first, *below = [cells for cells, _, _ in table]
    named = [_may_name(cell) for cell in first]
    again = any(set(cells) & {cell for cell, name in zip(first, named, strict=True) if name} for cells in below)
    return sum(named) * 2 > len(first) and not again


def _may_name(cell: str) -> bool:
    name = cell.strip("¿?: ")
    known = (
        "column_names",
        "column_first_names",
        "column_allows",
        "column_forbids",
        "column_plain",
        "column_counts",
        "column_actions",
        "column_asks",
        "column_bracket_units",
        "column_when_to",
        "column_spans_of",
    )
    return any(listed("labels", key).fullmatch(name) for key in known)


def are_names(cells: Sequence[str]) -> bool:
    """Whether all cells of a row are words that are known to stand over columns: “Problem”, “Call”."""
    dials = listed("labels", "column_dials").fullmatch
    return all(_may_name(cell) or dials(cell.strip(" :")) is not None for cell in cells)


def _are_amounts(table: Sequence[TableRow]) -> bool:
    """Whether the first row has amounts of one kind, and those below it are of another: ``400 mg``, over ``4 days``."""
    (first, _, _), *below = table
    units = {match["unit"] if (match := _AMOUNT.fullmatch(cell)) else "" for cell in first[1:]}
    others = [_AMOUNT.search(cell) for cells, _, _ in below for cell in cells[1:]]
    named = re.search(r"[^\W\d_]{3}", first[0]) is not None and re.search(r"\d", first[0]) is None
    apart = all(found and found["unit"] not in units for found in others)
    return named and len(units) == 1 and "" not in units and len(set(first[1:])) == len(first[1:]) and apart


def _are_counted(table: Sequence[TableRow]) -> bool:
    """Whether numbers are in most cells below words that have none: “Driving”, over “7 to 10 days” and “6 weeks”.

    So in each of the later columns; a first row that answers as they do (“No”) is one of them.
    """
    first, *below = [cells for cells, _, _ in table]
    told = ("column_answers", "column_keeps", "column_calls")
    names = all(len(cell) > 1 and not any(listed("labels", key).match(cell) for key in told) for cell in first)
    columns = [[bool(_NUMBER.search(cells[at])) for cells in below if len(cells) > at] for at in range(1, len(first))]
    counted = sum(map(sum, columns)) >= COUNTED_CELLS * sum(map(len, columns))
    return names and counted and all(sum(column) * 2 > len(column) for column in columns)


def _asks(table: Sequence[TableRow]) -> bool:
    """Whether a cell over a later column asks what those below it answer (``How often``), or says what to do."""
    asks = listed("labels", "column_asks")
    for column, head in enumerate(table[0][0][1:], 1):
        below = [cells[column] for cells, _, _ in table[1:] if len(cells) > column]
        verb = listed("labels", "column_when_to").fullmatch(head.strip("¿?: "))
        if asks_whether(head) and not any(cell.rstrip().endswith("?") for cell in below):
            return True
        if len(head.split()) <= MOST_ASKING_WORDS and (verb or asks.match(head)) and not any(map(asks.match, below)):
            return True
    return False


def _all_have_numbers(table: Sequence[TableRow]) -> bool:
    return all(
        _NUMBER.search(cell) or (at and _EMPTY.fullmatch(cell))
        for cells, _, _ in table
        for at, cell in enumerate(cells[1:])
    )


def names_column(cell: str) -> bool:
    """Whether words say what stands in a column: ``Medicine``, ``Food group``."""
    name = _BRACKET.sub("", cell).strip(" :")
    return any(listed("labels", key).fullmatch(name) for key in ("column_names", "column_first_names"))


def tells(head: str) -> bool:
    """Whether words over a column say something that its cells do not: an order, and no mere ``What to do``.

    ``What to do on the morning`` says when what stands under it holds, and ``Do the following`` no more than “do”.
    """
    if listed("labels", "column_actions").fullmatch(head.strip("¿?:. ")):
        return False
    if listed("labels", "column_bans").search(head):
        return True
    if listed("labels", "column_doing_then").fullmatch(head.strip("¿?: ")):
        return True
    asked = listed("labels", "column_asks").match(head)
    return len(head.split()) >= FEWEST_TELLING and asked is None and not _TWO_NAMES.fullmatch(head.strip(" :"))


def asks_when(head: str) -> bool:
    """Whether a time under these words would be heard as something else: ``When to stop``, over ``7 days before``."""
    return listed("labels", "column_whens").match(head.strip("¿?: ")) is not None


def asks_whether(head: str) -> bool:
    """Whether words over a column are a question that its cells answer with yes or no: ``Is your head inside?``."""
    bare = listed("labels", "column_bare_questions").fullmatch(head.strip())
    return bare is None and listed("labels", "column_whether").fullmatch(head.strip()) is not None


def explains_itself(head: str) -> bool:
    """Whether what stands in a column needs no name: ``How often``, over ``1 in 20``."""
    plain = listed("labels", "column_plain").fullmatch(head.strip("¿?: "))
    return plain is not None or _TWO_NAMES.fullmatch(head.strip(" :")) is not None

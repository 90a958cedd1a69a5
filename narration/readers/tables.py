"""Tables to blocks: a row is said as a sentence, ``Iron tablets: 7 days before``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from narration.readers import column_words, shouts
from narration.readers.about import REFERENCE
from narration.readers.base import Block, Kind
from narration.readers.colophon import is_control
from narration.readers.promote import LEVEL
from narration.readers.vocabulary import data, listed

HEADING = "heading"
FEWEST_ROWS = 3
PAIR = 2
MOST_WORDS = 20
MOST_HEAD_WORDS = 6
MOST_ASKING_WORDS = 4
FEWEST_TELLING = 3
"""So many words over a column are more than the name of what stands in it."""
_NUMBERED = re.compile(r"\d{1,2}(?:\s*(?:[-–]|a|y|o|to|and|or)\s*\d{1,2})?|[A-Z]")
_TWO_NAMES = re.compile(r"[^\W\d_]+(?:\s+/\s*|/)[^\W\d_]+")
"""“Visit / medicine”: a column of either, of which each cell says itself what it is."""
_AMOUNT = re.compile(r"\d[\d.,]*\s?(?P<unit>[^\W\d_]{1,10})\b")
_ORDINAL = re.compile(r"\b\d{1,2}(?:\.?[ºª°]|\.?(?:er|o|a)\b|st\b|nd\b|rd\b|th\b)\.?")
"""“1.er y 2.º litro”: a number that counts in the words over a column, and no amount."""
_BRACKET = re.compile(r"\s\([^()\d]*\)")
"""“Last drink (within your limit)”: what a bracket adds to the words over a column."""
_NUMBER = re.compile(r"\d|\b(?:midnight|noon|midday|medianoche|mediodía)\b", re.IGNORECASE)
_STOPS = re.compile(r";|[.!?]\s+[^\W\d_a-z]|[^\W\d_]{3}[.!?]$")
_ENDS = (".", "!", "?", ":")
_SHORTENED = re.compile(r"\b(?:etc|m[aá]x|m[ií]n|comp|tabs?|approx|aprox|hrs?|mins?|[ap]\. ?m|e\.g|incl)\.$", re.I)
"""A full stop that ends no sentence: “Apixabán, dabigatrán, etc.”, beside what to do with them."""


def rows(table: Iterable[tuple[Sequence[str], bool, int]]) -> Iterator[Block]:
    """An item of a list for each row of ``(cells, is_heading, line)``.

    The words over the columns are said with each row where there are more than
    two columns, or where those over the second say something (``Stop this long
    before``); else they are left out: two cells explain themselves.
    """
    heads: Sequence[str] = ()
    table = list(table)
    if _has_bare_heads(table):
        table[0] = (table[0][0], True, table[0][2])
    if _has_verdicts(table):
        yield from _by_columns(table)
        return
    # A table of the leaflet's own number, date and owner, over its columns or beside its rows.
    control = bool(table) and (is_control(table[0][0]) or is_control([cells[0] for cells, _, _ in table if cells]))
    for cells, is_heading, line in table:
        cells = _keyed(cells, heads)
        said = [cell for cell in cells if cell]
        if not said:
            continue
        if control:
            yield Block(Kind.PARAGRAPH, ", ".join(said), line, reason=REFERENCE)
            continue
        if (is_heading and not heads) or (heads and list(cells) == list(heads)):  # said again where a page begins
            hedge = "" if heads or len(cells) != PAIR or _tells(cells[1]) or _asks_when(cells[1]) else _hedged(cells[1])
            heads = cells
            yield Block(Kind.PARAGRAPH, cells[0] if hedge else ", ".join(said), line, reason=HEADING)
            if hedge:
                yield Block(Kind.PARAGRAPH, hedge, line, level=LEVEL)
            continue
        if len(said) == 1 or (said[0].endswith(_ENDS) and not _SHORTENED.search(said[0])):
            yield Block(Kind.PARAGRAPH, " ".join(said), line)
            continue
        cells, blanks = column_words.without_blanks(cells, heads, line)
        yield from blanks
        cells, over = column_words.together(cells, heads)
        if len(cells) == len(over) == len(said) == PAIR and (_tells(over[1]) or _asks_when(over[1])):
            yield Block(Kind.ITEM, _with_head(cells[0], over[1], cells[1]), line, depth=1, row=True)
        elif len(cells) > PAIR and len(over) == len(cells) and cells[0]:
            yield Block(Kind.ITEM, _named(cells, over), line, depth=1, row=True)
        else:
            rest = [cell for cell in cells[1:] if cell]
            yield Block(Kind.ITEM, f"{cells[0] or said[0]}: {column_words.beside(rest)}", line, depth=1, row=True)


def _has_verdicts(table: Sequence[tuple[Sequence[str], bool, int]]) -> bool:
    """Whether two columns are lists of their own, ``Allowed`` and ``Avoid``, ``Essential`` and ``Optional``."""
    heads = [head.strip(" :") for head in table[0][0]] if table else []
    if len(table) < PAIR or any(len(cells) != PAIR for cells, _, _ in table):
        return False
    return any(
        listed("labels", left).fullmatch(one) and listed("labels", right).fullmatch(other)
        for left, right in (("column_allows", "column_forbids"), ("column_needed", "column_optional"))
        for one, other in (heads, heads[::-1])
    )


def _by_columns(table: Sequence[tuple[Sequence[str], bool, int]]) -> Iterator[Block]:
    """Each column: the words over it, which lead in to its cells."""
    (heads, _, line), *below = table
    for column, head in enumerate(heads):
        yield Block(Kind.PARAGRAPH, f"{head.rstrip(' :')}:", line)
        for cells, _, at in below:
            if re.search(r"\w", cells[column]):
                yield Block(Kind.ITEM, cells[column], at, depth=1)


def _keyed(cells: Sequence[str], heads: Sequence[str]) -> Sequence[str]:
    """A row; a first cell of mere numbers has the word over its column: ``Visit 2``, ``Weeks 5 to 8``."""
    key = cells[0] if cells else ""
    is_open = listed("labels", "column_open_numbers").fullmatch(key) is not None
    if len(heads) != len(cells) or not (is_open or _NUMBERED.fullmatch(key)):
        return cells
    name = heads[0].strip(" :.")
    if re.search(r"\d\D+\d", key):
        several = data("labels")["column_several"].get(name.lower(), "")
        name = name[:1] + several[1:] if several else name
    named = re.fullmatch(r"[^\W\d_]{3,20}", name) is not None
    return [f"{name} {key}", *cells[1:]] if named else cells


def _named(cells: Sequence[str], heads: Sequence[str]) -> str:
    """A row with the words over its columns: ``Milk, stop in the morning: 4 a.m.; when to stop at noon: 9 a.m.``.

    A column is a sentence of its own, so that each is heard with its name, but
    for short ones that explain themselves.
    """
    timed = re.search(r"\d[:.]\d\d", cells[0]) and listed("labels", "column_silent").fullmatch(heads[0].strip("¿?: "))
    if heads[0] and not timed and not re.search(r"[^\W\d_]{2}", cells[0]):
        cells = [f"{heads[0].rstrip(' :.…')} {cells[0]}", *cells[1:]]  # “Category 3”
    facts = [(head, cell) for head, cell in zip(heads[1:], cells[1:], strict=True) if re.search(r"\w", cell)]
    if not facts:
        return cells[0]
    plain = [not head or _explains_itself(head) for head, _ in facts]
    short = sum(len(cell.split()) for cell in (cells[0], *(cell for _, cell in facts))) <= MOST_WORDS
    if all(plain) and short and not any(_STOPS.search(cell) or column_words.begins_sentence(cell) for _, cell in facts):
        return f"{cells[0]}: {'; '.join(cell for _, cell in facts)}"
    acts = listed("labels", "column_actions").fullmatch(facts[0][0].strip("¿?: "))
    first = plain[0] or acts or _says_again(*facts[0])
    verdict = column_words.allowed(cells[0], facts)
    said = verdict or (f"{cells[0]}: {facts[0][1]}" if first else _with_head(cells[0], *facts[0]))
    if not first and not verdict and _labelled(facts[0][0].strip("¿?: ")) != facts[0][0].strip("¿?: "):
        label = _inside(facts[0][0])  # “Cannula, the place: Nose” is hard to follow
        said = f"{cells[0].rstrip('.')}. {label[:1].upper()}{label[1:]}: {facts[0][1]}"
    for head, cell in facts[1:]:
        # A sentence of its own needs the word over its column, which one that is short enough does not: “1 in 20”.
        silent = column_words.needs_none(head, cell) or _says_again(head, cell)
        asked = not silent and _asks_whether(head)
        fact = cell if silent else f"{head.strip()} {cell}" if asked else f"{_inside(head)}: {cell}"
        said = re.sub(r"(?<=[^\W\d_]{3})\.$", "", said)
        said += f"; {fact}" if said.endswith(".") else f". {fact[:1].upper()}{fact[1:]}"  # after “4 a.m.”
    return re.sub(r"(?<=[^\W\d_]{3})\.$", "", said)


def _with_head(key: str, head: str, cell: str) -> str:
    """A row's first words, the words over a column, and what stands under them.

    ``You can start again`` goes on in ``After 24 hours``, ``How long before`` in
    ``5 days``, and ``Stop this long before`` takes the ``5 days`` in.  Else the words
    over the column stand beside the row's: ``Milk, stop in the morning: 4 a.m.``.
    """
    if _says_again(head, cell) or not head:
        return f"{key}: {cell}"
    if answer := column_words.answered(key, head, cell):
        return answer
    if _asks_whether(head):
        return f"{key}: {_inside(head)}? {cell}" if head[:1] != "¿" else f"{key}: ¿{_inside(head)}? {cell}"
    if listed("labels", "column_clauses").match(head) and listed("labels", "column_goes_on").match(cell):
        return f"{key}: {_inside(head)} {_inside(cell)}"
    asked = listed("labels", "column_spans").fullmatch(head.strip("¿?: "))
    length, bracket, more = cell.partition(" (")  # “8 horas (si lo necesita, úselo)”
    if asked and listed("labels", "column_lengths").fullmatch(length):
        return f"{key}: {length} {asked['side']}{bracket}{more}"
    told = listed("labels", "column_this_long").fullmatch(head.strip("¿?: "))
    length, comma, rest = cell.partition(",")
    if told and listed("labels", "column_lengths").fullmatch(length):
        return f"{key}: {_inside(told['do'])} {length} {told['side']}{comma}{rest}"
    when = listed("labels", "column_when_to").fullmatch(head.strip("¿?: "))
    if when and _goes_on(when["do"], head.strip("¿?: "), cell):
        return f"{key}: {when['do'].lower()} {_inside(cell)}"
    if (when or told) and listed("labels", "column_orders" if when else "column_keeps").match(cell):
        return f"{key}: {cell}"
    # After several names a comma would go on with them, and a second colon would be one too many.
    return f"{key}: {_inside(head)}, {cell}" if "," in key else f"{key}, {_inside(head)}: {cell}"


def _says_again(head: str, cell: str) -> bool:
    """Whether a cell holds the words over its column, which must not be heard twice: ``Stop`` over ``do not stop``."""
    over, under = (re.findall(r"\w+", text.lower()) for text in (head, cell))
    return bool(over) and len(under) > len(over) and any(over == under[at : at + len(over)] for at in range(len(under)))


def _hedged(head: str) -> str:
    """The words over a column that say how sure its cells are: ``What people often notice``; ``""`` for others."""
    told = len(head.split()) >= PAIR and not _explains_itself(head)
    if not told or not listed("labels", "column_hedges").search(head):
        return ""
    return f"{column_words.as_sentence(head)}."


def _goes_on(verb: str, head: str, cell: str) -> bool:
    """Whether a verb over a column goes on in a cell: in a time or a case, or in the length of time right under it."""
    length = verb == head and listed("labels", "column_lengths").fullmatch(cell)
    when = listed("labels", "column_times").fullmatch(cell.rstrip("."))
    return bool(length or when or listed("labels", "column_cases").match(cell))


def _names_column(cell: str) -> bool:
    return listed("labels", "column_names").fullmatch(cell.strip(" :")) is not None


def _tells(head: str) -> bool:
    """Whether words over a column say something that its cells do not: an order, and no mere ``What to do``."""
    asked = listed("labels", "column_asks").match(head)
    return len(head.split()) >= FEWEST_TELLING and asked is None and not _TWO_NAMES.fullmatch(head.strip(" :"))


def _asks_when(head: str) -> bool:
    """Whether a time under these words would be heard as something else: ``When to stop``, over ``7 days before``."""
    return listed("labels", "column_whens").match(head.strip("¿?: ")) is not None


def _asks_whether(head: str) -> bool:
    """Whether words over a column are a question that its cells answer with yes or no: ``Is your head inside?``."""
    return listed("labels", "column_whether").fullmatch(head.strip()) is not None


def _explains_itself(head: str) -> bool:
    """Whether what stands in a column needs no name: ``How often``, over ``1 in 20``."""
    plain = listed("labels", "column_plain").fullmatch(head.strip("¿?: "))
    return plain is not None or _TWO_NAMES.fullmatch(head.strip(" :")) is not None


def _inside(head: str) -> str:
    """The words over a column inside a sentence: ``Stop this long before`` → ``stop this long before``."""
    head = _labelled(head.strip("¿?: "))
    head = shouts.calm(head) if " " in head else head  # one word in capitals may be a short name
    return column_words.lowered(head)


def _labelled(head: str) -> str:
    """A short question over a column as it is said before a colon: ``Where do I go`` → ``the place``."""
    for pattern, instead in data("labels")["column_labels"].items():
        if found := re.fullmatch(pattern, head, re.IGNORECASE):
            return found.expand(instead).lower()
    return head


def _has_bare_heads(table: Sequence[tuple[Sequence[str], bool, int]]) -> bool:
    """A first row that is not marked as one of headings, but is one.

    Its first cell says what stands in the column (``Medicine``), or a later one
    asks (``How often``), and no cell has a number; or it has none where every cell below it has one; or it ends in no
    full stop where all the rows below it do.
    """
    first = table[0][0] if table else ()
    plain = [_BRACKET.sub("", _ORDINAL.sub("", cell)) for cell in first]
    # A number may tell what a column counts: “Day”, “Amount in 24 h”, “Colour”.
    told = r"^\d|\d$|[.!]$" if len(first) > PAIR and _names_column(first[0]) else r"\d|[.!]$"
    short = all(0 < len(cell.split()) <= MOST_HEAD_WORDS and not re.search(told, cell) for cell in plain)
    if len(table) >= FEWEST_ROWS and len(first) >= PAIR and short and (_names_column(first[0]) or _asks(table)):
        return True
    if len(table) >= FEWEST_ROWS and len(first) > PAIR and _are_amounts(table):
        return True
    keyed = all(re.search(r"\d", cells[0]) for cells, _, _ in table[1:] if cells)
    counted = (len(first) > PAIR or _tells(first[-1])) and _all_have_numbers(table[1:])
    if len(table) >= FEWEST_ROWS and len(first) >= PAIR and short and (keyed or counted):
        return True
    last = [cells[-1] for cells, _, _ in table if len(cells) > 1 and cells[-1]]
    bare, *others = last or [""]
    return (
        len(last) == len(table) >= FEWEST_ROWS
        and not bare.endswith(_ENDS)
        and all(text.endswith(_ENDS) for text in others)
    )


def _are_amounts(table: Sequence[tuple[Sequence[str], bool, int]]) -> bool:
    """Whether the first row has amounts of one kind, and those below it are of another: ``400 mg``, over ``4 days``."""
    (first, _, _), *below = table
    units = {match["unit"] if (match := _AMOUNT.fullmatch(cell)) else "" for cell in first[1:]}
    others = [_AMOUNT.search(cell) for cells, _, _ in below for cell in cells[1:]]
    named = re.search(r"[^\W\d_]{3}", first[0]) is not None and re.search(r"\d", first[0]) is None
    apart = all(found and found["unit"] not in units for found in others)
    return named and len(units) == 1 and "" not in units and len(set(first[1:])) == len(first[1:]) and apart


def _asks(table: Sequence[tuple[Sequence[str], bool, int]]) -> bool:
    """Whether a cell over a later column asks what those below it answer (``How often``), or says what to do."""
    asks = listed("labels", "column_asks")
    for column, head in enumerate(table[0][0][1:], 1):
        below = [cells[column] for cells, _, _ in table[1:] if len(cells) > column]
        verb = listed("labels", "column_when_to").fullmatch(head.strip("¿?: "))
        if _asks_whether(head) and not any(cell.rstrip().endswith("?") for cell in below):
            return True
        if len(head.split()) <= MOST_ASKING_WORDS and (verb or asks.match(head)) and not any(map(asks.match, below)):
            return True
    return False


def _all_have_numbers(table: Sequence[tuple[Sequence[str], bool, int]]) -> bool:
    return all(_NUMBER.search(cell) for cells, _, _ in table for cell in cells[1:])

"""Tables to blocks: a row is said as a sentence, ``Iron tablets: 7 days before``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from narration.readers.base import Block, Kind, TableRow
from narration.readers.lines import shouts
from narration.readers.lines.about import REFERENCE
from narration.readers.lines.colophon import is_control
from narration.readers.lines.promote import LEVEL
from narration.readers.tables import (
    column_choices,
    column_groups,
    column_heads,
    column_keys,
    column_levels,
    column_lists,
    column_meals,
    column_ticks,
    column_units,
    column_words,
)
from narration.readers.vocabulary import data, listed

PAIR = 2
MOST_WORDS = 20
_BRACKET = re.compile(r"\([^()]*\)")
_STOPS = re.compile(r";|[.!?]\s+[^\W\d_a-z]|[^\W\d_]{3}[.!?]$")
_STAR = re.compile(r"\s?\(?[*†‡§]{1,3}\)?$")
_ANSWERED = re.compile(r"[:?] (?:yes|no|sí)$", re.IGNORECASE)
_SHORTENED = re.compile(
    r"\b(?:etc|m[aá]x|m[ií]n|comp|tabs?|approx|aprox|hrs?|mins?|[ap]\. ?m|e\.g|incl|sems?|wks?|mos?|hs|sgtes?|vit)\.$",
    re.IGNORECASE,
)
"""A full stop that ends no sentence: “Apixabán, dabigatrán, etc.”, beside what to do with them."""


def rows(table: Iterable[TableRow]) -> Iterator[Block]:
    """An item of a list for each row of ``(cells, is_heading, line)``.

    The words over the columns are said with each row where there are more than
    two columns, or where those over the second say something (``Stop this long
    before``); else they are left out: two cells explain themselves.
    """
    titles, table = column_groups.titled([*table])
    yield from titles
    if sides := column_lists.halves(table):
        for name, side in sides:
            yield from column_lists.over(name, side[0][2]) if name else ()
            yield from rows(side)
        return
    table, asked = column_choices.unasked(column_levels.in_one(table))
    yield from asked
    whole = column_groups.whole(table)
    if column_heads.has_bare_heads(whole):
        table = [(cells, heading or cells is whole[0][0], line) for cells, heading, line in table]
        whole = column_groups.whole(table)
    if column_lists.has_lists(whole):
        for over, section in column_groups.sections(table):
            yield from (*over, *column_lists.read(section))
        return
    written = [list(cells) for cells, _, _ in table[:1]]
    table = column_groups.named(column_ticks.gathered(column_units.spelled(table)))
    if column_lists.are_described(table):
        yield from column_lists.described(table)
        return
    yield from _row_by_row(table, written)


def _row_by_row(table: Sequence[TableRow], written: Sequence[Sequence[str]]) -> Iterator[Block]:
    """The rows; ``written`` is the first one as the page has it."""
    heads: Sequence[str] = ()
    # A table of the leaflet's own number, date and owner, over its columns or beside its rows.
    control = bool(table) and (is_control(table[0][0]) or is_control([cells[0] for cells, _, _ in table if cells]))
    several = len(table) > PAIR
    for at, (cells, is_heading, line) in enumerate(table):
        if name := [*column_groups.name_at(table, at)]:
            yield from name
            continue
        cells = column_keys.keyed(cells, heads, several)
        said = [cell for cell in cells if cell]
        if not said:
            continue
        if control:
            yield Block(Kind.PARAGRAPH, ", ".join(said), line, reason=REFERENCE)
            continue
        if (is_heading and not heads) or (heads and list(cells) in (list(heads), *written)):  # said again on a page
            hedge = "" if heads or len(cells) != PAIR or _needs_head(cells[1]) else _hedged(cells[1])
            said = [cell for cell in (cells if heads else written[0]) if cell]
            bare = column_heads.calmed([_STAR.sub("", cell) for cell in cells])
            heads = column_meals.told(bare, [row for row, heads_it, _ in table if not heads_it])
            yield Block(Kind.PARAGRAPH, cells[0] if hedge else ", ".join(said), line, reason=column_lists.HEADING)
            if apart := column_units.counted_apart(table):
                yield Block(Kind.PARAGRAPH, f"{apart}.", line, level=LEVEL)
            if hedge:
                yield Block(Kind.PARAGRAPH, hedge, line, level=LEVEL)
            continue
        asked = len(heads) == len(cells) > PAIR and said[0].endswith("?")  # “Are you awake?”, beside “No” and “Yes”
        ended = said[0].endswith(column_heads.ENDS) and not (asked or _SHORTENED.search(said[0]))
        if len(said) == 1 or ended:
            yield Block(Kind.PARAGRAPH, " ".join(said), line)
            continue
        cells, blanks = column_words.without_blanks(cells, heads, line)
        yield from blanks
        cells, over = column_words.together(*column_words.said_once(cells, heads))
        timed = several and over and column_keys.of_visit(over[0])
        if len(cells) == len(over) == len(said) == PAIR and (timed or _needs_head(over[1], cells[1])):
            yield Block(Kind.ITEM, _ended(_with_head(cells[0], over[1], cells[1])), line, depth=1, row=True)
        elif len(cells) > PAIR and len(over) == len(cells) and cells[0]:
            yield Block(Kind.ITEM, _named(cells, over), line, depth=1, row=True)
        else:
            rest = [cell for cell in cells[1:] if column_words.SAYS.search(cell)]
            beside = f": {column_words.beside(rest)}" if rest else ""
            yield Block(Kind.ITEM, _ended(f"{cells[0] or said[0]}{beside}"), line, depth=1, row=True)


def _needs_head(head: str, cell: str = "") -> bool:
    """Whether what stands under some words means something else without them: ``When to stop``, ``What to avoid``.

    So does a time of day under any name but that of a time, and a mere number: ``Closes``, over ``8 pm``.
    """
    name = head.strip(" :")
    kinds = ("column_phases", "column_slots", "column_people", "column_groups")
    known = any(listed("labels", key).fullmatch(name) for key in kinds)
    known = known or column_keys.names_time(head, cell) or column_keys.names_number(head, cell)
    known = known or column_words.unsure(head) != "" or column_words.dials(head, cell)
    return known or column_heads.tells(head) or column_heads.asks_when(head)


def _named(cells: Sequence[str], heads: Sequence[str]) -> str:
    """A row with the words over its columns: ``Milk, stop in the morning: 4 a.m.; when to stop at noon: 9 a.m.``.

    A column is a sentence of its own, so that each is heard with its name, but
    for short ones that explain themselves.
    """
    timed = re.search(r"\d[:.]\d\d|\d\s?hs?$", cells[0]) and listed("labels", "column_silent").fullmatch(
        heads[0].strip("¿?: ")
    )
    if heads[0] and not timed and not re.search(r"[^\W\d_]{2}", cells[0]):
        name = column_keys.counted(heads[0].rstrip(" :.…"), cells[0])
        cells = [f"{name} {cells[0]}", *cells[1:]]  # “Category 3”
    facts = [(head, cell) for head, cell in zip(heads[1:], cells[1:], strict=True) if column_words.SAYS.search(cell)]
    facts = [fact for fact in facts if not listed("labels", "column_nothing").fullmatch(fact[1])] or facts
    if not facts:
        return cells[0]
    if cells[0].endswith("?"):
        answers = [f"{column_words.capitalised(head.strip('¿?: '))}: {cell.rstrip('.')}" for head, cell in facts]
        return _ended(f"{cells[0]} {'. '.join(answers)}")
    plain = [not head or (column_heads.explains_itself(head) and not column_heads.asks_when(head)) for head, _ in facts]
    short = sum(len(cell.split()) for cell in (cells[0], *(cell for _, cell in facts))) <= MOST_WORDS
    if all(plain) and short and not any(_STOPS.search(cell) or column_words.begins_sentence(cell) for _, cell in facts):
        return f"{cells[0]}: {'; '.join(cell for _, cell in facts)}".replace("; for ", ", for ").replace(
            "; durante ", ", durante "
        )
    over = facts[0][0].strip("¿?: ")
    acts = any(listed("labels", key).fullmatch(over) for key in ("column_actions", "column_things", "column_diets"))
    first = plain[0] or acts or _says_again(*facts[0])
    verdict = column_words.allowed(cells[0], facts)
    said = verdict or (f"{cells[0]}: {facts[0][1]}" if first else _with_head(cells[0], *facts[0]))
    apart = "," in _BRACKET.sub("", over)  # “Morning of, upper EUS” would go on with the row's name
    if not first and not verdict and (apart or _labelled(over) != over):
        label = _inside(facts[0][0])  # “Cannula, the place: Nose” is hard to follow
        said = f"{cells[0].rstrip('.')}. {label[:1].upper()}{label[1:]}: {facts[0][1]}"
    last = facts[0][1]
    for head, cell in facts[1:]:
        # A sentence of its own needs the word over its column, which one that is short enough does not: “1 in 20”.
        kept = listed("labels", "column_pauses").fullmatch(head) and listed("labels", "column_keeps").match(cell)
        told_of_it = column_words.of_it(cell)
        silent = column_words.needs_none(head, cell) or _says_again(head, cell) or kept is not None or bool(told_of_it)
        asked = not silent and column_heads.asks_whether(head)
        fact = (told_of_it or cell) if silent else f"{head.strip()} {cell}" if asked else _beside_name(head, cell)
        if not (silent or asked) and listed("labels", "answers_with_more").match(cell):
            fact = _with_head(cells[0], head, cell)  # “Stay, heart: No. Stay, bone: Yes, 2 days”
        told, last = last, cell
        if silent and column_words.goes_on(fact) and not (_STOPS.search(told) or re.search(r"[,/]", told)):
            said += f", {fact}"  # “dose: 1 tablet. How often: 8 hours, 3 days”
            continue
        said = re.sub(r"(?<=[^\W\d_]{3})\.$", "", said)
        said += f"; {fact}" if said.endswith(".") else f". {fact[:1].upper()}{fact[1:]}"  # after “4 a.m.”
    return _ended(re.sub(r"(?<=[^\W\d_]{3})\.$", "", said))


def _ended(said: str) -> str:
    """A row that ends with an answer, with its full stop: “Fasting? No” would go on in the name of the next row."""
    return f"{said}." if _ANSWERED.search(said) else said


def _beside_name(head: str, cell: str) -> str:
    """A later cell with the words over it: ``what to do: Ring us``; a verb goes on: ``restart next morning``."""
    verb = listed("labels", "column_when_to").fullmatch(head.strip("¿?: "))
    goes_on = verb and (_goes_on(verb["do"], "", cell) or listed("labels", "column_next").match(cell))
    if verb and goes_on and " " not in verb["do"]:
        return f"{verb['do'].lower()} {cell if cell[1:2].isupper() else cell[:1].lower() + cell[1:]}"
    return _numbered(head, cell) or f"{_inside(head)}: {cell}"


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
    if column_heads.asks_whether(head):
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
    if listed("labels", "column_pauses").fullmatch(head) and listed("labels", "column_keeps").match(cell):
        return f"{key}: {cell}"
    if numbered := _numbered(head, cell):
        return f"{key}: {numbered}"
    if column_words.dials(head, cell):
        return f"{key}: {_inside(head)} {cell}"
    if "," in head:
        return f"{key}. {column_words.capitalised(_inside(head))}: {cell}"
    # After several names a comma would go on with them, and a second colon would be one too many.
    return f"{key}: {_inside(head)}, {cell}" if "," in key else f"{key}, {_inside(head)}: {cell}"


def _numbered(head: str, cell: str) -> str:
    """“Weeks 4–6”, of a cell with numbers under “Weeks” or “Week”; ``""`` for any other."""
    name = head.strip(" :").lower()
    if name in ("weeks", "semanas") and cell[:1].isdigit():
        return f"{_inside(head)} {cell}"
    turn = listed("labels", "column_turn_names").fullmatch(name) and column_keys.is_numbered(cell)
    return f"{_inside(column_keys.counted(head.strip(' :'), cell))} {cell}" if turn else ""


def _says_again(head: str, cell: str) -> bool:
    """Whether a cell holds the words over its column, which must not be heard twice: ``Stop`` over ``do not stop``."""
    over, under = (re.findall(r"\w+", text.lower()) for text in (head, cell))
    if listed("labels", "column_not_yet").match(cell) and listed("labels", "column_forbids").fullmatch(head):
        return True  # “Not until the cast is off”, under “Do not”
    return bool(over) and len(under) > len(over) and any(over == under[at : at + len(over)] for at in range(len(under)))


def _hedged(head: str) -> str:
    """The words over a column that say how sure its cells are: ``What people often notice``; ``""`` for others."""
    told = len(head.split()) >= PAIR and not column_heads.explains_itself(head)
    if not told or not listed("labels", "column_hedges").search(head):
        return ""
    return f"{column_words.as_sentence(head)}."


def _goes_on(verb: str, head: str, cell: str) -> bool:
    """Whether a verb over a column goes on in a cell: in a time or a case, or in the length of time right under it."""
    length = verb == head and listed("labels", "column_lengths").fullmatch(cell)
    when = listed("labels", "column_times").fullmatch(cell.rstrip("."))
    return bool(length or when or listed("labels", "column_cases").match(cell))


def _inside(head: str) -> str:
    """The words over a column inside a sentence: ``Stop this long before`` → ``stop this long before``."""
    head = _labelled(head.strip("¿?: "))
    head = shouts.calm(head) if " " in head else head  # one word in capitals may be a short name
    return column_words.lowered(head)


def _labelled(head: str) -> str:
    """A short question over a column as it is said before a colon: ``Where do I go`` → ``the place``.

    ``What to do on the morning`` → ``on the morning``.
    """
    if then := listed("labels", "column_doing_then").fullmatch(head):
        return str(then["then"])
    for pattern, instead in data("labels")["column_labels"].items():
        if found := re.fullmatch(pattern, head, re.IGNORECASE):
            return found.expand(instead).lower()
    return head

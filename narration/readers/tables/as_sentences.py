"""Tables to blocks: a row is said as a sentence, ``Iron tablets: 7 days before``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from narration.readers.base import Block, Kind, TableRow
from narration.readers.lines.about import REFERENCE
from narration.readers.lines.colophon import is_control
from narration.readers.lines.promote import LEVEL
from narration.readers.tables import (
    cell_sentences,
    cells_alone,
    column_cases,
    column_choices,
    column_groups,
    column_heads,
    column_keys,
    column_levels,
    column_lights,
    column_lists,
    column_meals,
    column_packed,
    column_ticks,
    column_units,
    column_words,
    row_sentences,
)
from narration.readers.vocabulary import listed

PAIR = 2
_STAR = re.compile(r"\s?\(?[*†‡§]{1,3}\)?$")
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
    if column_heads.has_bare_heads(whole) or column_lights.are_over(whole):
        table = [(cells, heading or cells is whole[0][0], line) for cells, heading, line in table]
        whole = column_groups.whole(table)
    if column_lists.has_lists(whole):
        for over, section in column_groups.sections(table):
            yield from (*over, *column_lists.read(section))
        return
    written = [list(cells) for cells, _, _ in table[:1]]
    spelled = column_packed.told(column_units.spelled(table))
    table = column_groups.named(column_ticks.gathered(spelled))
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
            hedge = "" if heads or len(cells) != PAIR or _needs_head(cells[1]) else _hedged(*cells)
            said = [cell for cell in (cells if heads else written[0]) if cell]
            bare = column_heads.calmed([_STAR.sub("", cell) for cell in cells])
            heads = column_lights.told(column_meals.told(bare, [row for row, heads_it, _ in table if not heads_it]))
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
        if case := column_cases.said(cells, over):
            yield Block(Kind.ITEM, row_sentences.ended(case), line, depth=1, row=True)
        elif len(cells) == len(over) == len(said) == PAIR and (timed or _needs_head(over[1], cells[1])):
            beside = row_sentences.ended(cell_sentences.with_head(cells[0], over[1], cells[1]))
            yield Block(Kind.ITEM, beside, line, depth=1, row=True)
        elif len(cells) > PAIR and len(over) == len(cells) and cells[0]:
            yield Block(Kind.ITEM, row_sentences.named(cells, over), line, depth=1, row=True)
        else:
            rest = [cell for cell in cells[1:] if column_words.SAYS.search(cell)]
            beside = f": {cells_alone.beside(rest)}" if rest else ""
            yield Block(Kind.ITEM, row_sentences.ended(f"{cells[0] or said[0]}{beside}"), line, depth=1, row=True)


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


def _hedged(first: str, head: str) -> str:
    """The words over a column that say how sure its cells are: ``What people often notice``; ``""`` for others.

    Or that what is in them is allowed at the times beside them: ``What you can do``.
    """
    told = len(head.split()) >= PAIR and not column_heads.explains_itself(head)
    allows = listed("labels", "column_allowing").fullmatch(head.strip("¿?: "))
    allows = allows and listed("labels", "column_silent").fullmatch(first.strip("¿?: "))
    if not told or not (allows or listed("labels", "column_hedges").search(head)):
        return ""
    return f"{column_words.as_sentence(head)}."

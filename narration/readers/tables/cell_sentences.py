"""One cell of a row with the words over its column: “Milk, stop in the morning: 4 a.m.”, “restart next morning”."""

from __future__ import annotations

import re

from narration.language.brackets import without_brackets
from narration.readers.lines import shouts
from narration.readers.tables import column_heads, column_keys, column_words
from narration.readers.vocabulary import data, listed

MOST_WORDS_AGAIN = 6


def with_head(key: str, head: str, cell: str) -> str:
    """A row's first words, the words over a column, and what stands under them.

    ``You can start again`` goes on in ``After 24 hours``, ``How long before`` in
    ``5 days``, and ``Stop this long before`` takes the ``5 days`` in.  Else the words
    over the column stand beside the row's: ``Milk, stop in the morning: 4 a.m.``.
    """
    if says_again(head, cell) or not head:
        return f"{key}: {cell}"
    if answer := column_words.answered(key, head, cell):
        return answer
    if column_heads.asks_whether(head):
        return f"{key}: {inside(head)}? {cell}" if head[:1] != "¿" else f"{key}: ¿{inside(head)}? {cell}"
    if listed("labels", "column_clauses").match(head) and listed("labels", "column_goes_on").match(cell):
        return f"{key}: {inside(head)} {inside(cell)}"
    if listed("labels", "column_from").fullmatch(head.strip("¿?: ")):
        case = listed("labels", "column_from_cases").match(cell)
        since = re.sub(r"\bde el\b", "del", f"{head.strip('¿?: ').lower()} {column_words.lowered(cell)}")
        return f"{key}: {cell if case else since}"
    asked = listed("labels", "column_spans").fullmatch(head.strip("¿?: "))
    length, bracket, more = cell.partition(" (")  # “8 horas (si lo necesita, úselo)”
    if asked and listed("labels", "column_lengths").fullmatch(length):
        return f"{key}: {length} {asked['side']}{bracket}{more}"
    told = listed("labels", "column_this_long").fullmatch(head.strip("¿?: "))
    if told and (said := _this_long(told, cell)):
        return f"{key}: {said}"
    when = listed("labels", "column_when_to").fullmatch(head.strip("¿?: "))
    if when and _goes_on(when["do"], head.strip("¿?: "), cell):
        return f"{key}: {when['do'].lower()} {inside(cell)}"
    if (when or told) and listed("labels", "column_orders" if when else "column_keeps").match(cell):
        return f"{key}: {cell}"
    if listed("labels", "column_pauses").fullmatch(head) and listed("labels", "column_keeps").match(cell):
        return f"{key}: {cell}"
    if numbered := _numbered(head, cell):
        return f"{key}: {numbered}"
    if column_words.dials(head, cell):
        return f"{key}: {inside(head)} {cell}"
    if listed("labels", "column_felt").fullmatch(head.strip("¿?: ")) and key.count(" "):
        return f"{key.rstrip('.')}. {column_words.capitalised(head.strip('¿?: '))}: {column_words.lowered(cell)}"
    if "," in head:
        return f"{key}. {column_words.capitalised(inside(head))}: {cell}"
    if "," not in without_brackets(key):
        return f"{key}, {inside(head)}: {cell}"
    # After several names a comma would go on with them, and a second colon would be one too many.
    if told and " " in told["side"]:
        return f"{key}. {column_words.capitalised(inside(head))}: {cell[:1].lower()}{cell[1:]}"
    counted = cell[:1].isdigit() and head.strip(" :")[-1:].isdigit()  # “agitar: semana 1, 4” would be two weeks
    return f"{key}. {column_words.capitalised(inside(head))}: {cell}" if counted else f"{key}: {inside(head)}, {cell}"


def beside_name(head: str, cell: str) -> str:
    """A later cell with the words over it: ``what to do: Ring us``; a verb goes on: ``restart next morning``."""
    verb = listed("labels", "column_when_to").fullmatch(head.strip("¿?: "))
    goes_on = verb and (_goes_on(verb["do"], "", cell) or listed("labels", "column_next").match(cell))
    if verb and goes_on and " " not in verb["do"]:
        return f"{verb['do'].lower()} {cell if cell[1:2].isupper() else cell[:1].lower() + cell[1:]}"
    if numbered := _numbered(head, cell):
        return numbered
    told = listed("labels", "column_this_long").fullmatch(head.strip("¿?: "))
    return (told and _this_long(told, cell)) or f"{inside(head)}: {cell}"


def _this_long(told: re.Match[str], cell: str) -> str:
    """``Stop before surgery`` with the ``7 days`` under it: ``stop 7 days before surgery``; ``""`` for other cells."""
    do, side = inside(told["do"]), told["side"]
    length = re.split(r",| \(", cell, maxsplit=1)[0]
    if listed("labels", "column_lengths").fullmatch(length):
        return f"{do} {length} {side}{cell[len(length) :]}"
    needless = data("labels")["column_needless"].items() if " " in side else ()
    says = (found.expand(say) for at, say in needless if (found := re.fullmatch(at, f"{do}: {cell.rstrip('.')}")))
    return next((f"{said} {side}" for said in says), "")


def _numbered(head: str, cell: str) -> str:
    """“Weeks 4–6”, of a cell with numbers under “Weeks” or “Week”; ``""`` for any other."""
    name = head.strip(" :").lower()
    if name in ("weeks", "semanas") and cell[:1].isdigit():
        return f"{inside(head)} {cell}"
    turn = listed("labels", "column_turn_names").fullmatch(name) and column_keys.is_numbered(cell)
    return f"{inside(column_keys.counted(head.strip(' :'), cell))} {cell}" if turn else ""


def says_again(head: str, cell: str) -> bool:
    """Whether a cell holds the words over its column, which must not be heard twice: ``Stop`` over ``do not stop``.

    A long one that holds them inside only speaks of the thing: “Drops”, over “A nurse puts two drops into your eye”.
    """
    over, under = (re.findall(r"\w+", text.lower()) for text in (head, cell))
    if listed("labels", "column_not_yet").match(cell) and listed("labels", "column_forbids").fullmatch(head):
        return True  # “Not until the cast is off”, under “Do not”
    if not over or len(under) <= len(over):
        return False
    inside = len(under) <= MOST_WORDS_AGAIN and any(over == under[at : at + len(over)] for at in range(len(under)))
    return inside or over == under[: len(over)]


def _goes_on(verb: str, head: str, cell: str) -> bool:
    """Whether a verb over a column goes on in a cell: in a time or a case, or in the length of time right under it."""
    length = verb == head and listed("labels", "column_lengths").fullmatch(cell)
    when = listed("labels", "column_times").fullmatch(cell.rstrip("."))
    return bool(length or when or listed("labels", "column_cases").match(cell))


def inside(head: str) -> str:
    """The words over a column inside a sentence: ``Stop this long before`` → ``stop this long before``."""
    head = labelled(head.strip("¿?: "))
    head = shouts.calm(head) if " " in head else head  # one word in capitals may be a short name
    return column_words.lowered(head)


def labelled(head: str) -> str:
    """A short question over a column as it is said before a colon: ``Where do I go`` → ``the place``.

    ``What to do on the morning`` → ``on the morning``.
    """
    if then := listed("labels", "column_doing_then").fullmatch(head):
        return str(then["then"])
    for pattern, instead in data("labels")["column_labels"].items():
        if found := re.fullmatch(pattern, head, re.IGNORECASE):
            return found.expand(instead).lower()
    return head

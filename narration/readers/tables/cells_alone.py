"""Cells that are said without the words over their column: “7 days”, “if it hurts”, “9 am, room 4”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.tables.column_words import NUMBER, OUTER, lowered
from narration.readers.vocabulary import data, listed

FEWEST_SAID = 3
"""So many words in a cell may be a sentence."""
MOST_GOING_ON = 8


def goes_on(fact: str) -> bool:
    """Whether what is said without the word over it is no sentence after a full stop: “7 days”, “if it hurts”."""
    if any(listed("labels", key).match(fact) for key in ("column_orders", "column_keeps")):
        return False  # “do not restart by yourself”
    return (fact[:1].isdigit() or fact[:1].islower()) and len(fact.split()) <= MOST_GOING_ON and ";" not in fact


def needs_none(head: str, cell: str) -> bool:
    """Whether a cell is plain without the word over it: “after food”, under “When”, and no “3 to 5”, under “Days”."""
    name = head.strip(OUTER)
    silent = listed("labels", "column_silent").fullmatch(name) is not None
    if name.lower() in ("time", "tiempo") and listed("labels", "column_mere_times").fullmatch(cell):
        return False  # “Gap: 4 weeks. Time: 10 min”
    return not head or (silent and NUMBER.fullmatch(cell) is None)


def of_it(cell: str) -> str:
    """“Usually settles over months”, beside a risk: “It usually settles over months”; ``""`` for any other cell."""
    for pattern, instead in data("labels")["column_of_it"].items():
        if found := re.match(pattern, cell, re.IGNORECASE):
            pronoun, told = found.expand(instead).split(" ", maxsplit=1)
            return f"{pronoun} {lowered(told)}{cell[found.end() :]}"
    return ""


def beside(cells: Sequence[str]) -> str:
    """The cells beside a row's name, under no words: “9 am, room 4”; one that says more is a sentence of its own."""
    told = any(begins_sentence(cell) or ";" in cell for cell in cells[1:])
    return ". ".join(cell.rstrip(".") for cell in cells) if told else ", ".join(cells)


def begins_sentence(said: str) -> bool:
    """Whether a cell is some words that begin as a sentence does: ``Take it with water``."""
    return len(said.split()) >= FEWEST_SAID and said[:1].isupper() and said[1:2].islower()

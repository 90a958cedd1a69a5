"""Orders in a row of several columns, which are about what the row names: “Metformina, día anterior: Normal.”

“Día del estudio: No tomar.” would be an order without its object, “No tome”, which is heard as drinking nothing: with
the row's name it is “No la tome”, and an infinitive where no pronoun is sure.  In English a bare “Omit;” would run on
into what comes after it: “Leave it out. Half the usual dose …”.
"""

from __future__ import annotations

import re

from narration.document import Section
from narration.language.brackets import without_brackets
from narration.writing.rules import infinitives
from narration.writing.sentences import objects
from narration.writing.sentences.plurals import plural
from narration.writing.sentences.text import capitalised
from narration.writing.vocabulary import Vocabulary

_LABEL = re.compile(r"(?:[^:.;]{2,140}:\s+)?(?:[^:,.;]{3,40},\s+(?=[^\W\d_a-z]))?")
"""What stands before a cell: “Metformina, día anterior: ”, “Aspirina, ticagrelor: día anterior, ”."""


def told(text: str, place: int, section: Section, words: Vocabulary) -> list[str]:
    """The sentence with its order about the row's name, or several; none where it is no such order."""
    sentences = section.sentences
    if not sentences[place].row:
        return []
    first = place
    while first and sentences[first - 1].row and sentences[first - 1].item == sentences[place].item:
        first -= 1
    name = _name(sentences[first].text, words)
    label = _LABEL.match(text)
    if not name or label is None or infinitives.names_row(f"{name}: "):
        return []
    order = text[label.end() :]
    if alone := _alone(name, order, words):
        return [f"{label[0]}{alone[0]}", *alone[1:]]
    rows = words.grammar.get("orders", {}).get("of_row")
    whole = f"{name}: {order}"
    if not rows or not re.match(rows["at"], whole) or label[0] == f"{name}: ":
        return []
    said = infinitives.apply(whole, words)[0]
    if objects.said(whole, words) == whole or said == whole:
        return [text] if re.match(words.grammar["row_orders"]["misheard"], order) else []
    return [f"{label[0]}{said[len(name) + 2 :]}"]


def _name(row: str, words: Vocabulary) -> str:
    """The name of a row, without the words over a column: “Metformina” of “Metformina, día anterior: Normal”."""
    name = row.partition(":")[0]
    over = words.grammar.get("row_orders", {}).get("over")
    before, comma, last = name.rpartition(", ")
    return before if comma and over and re.search(over, last) else name


def _alone(name: str, order: str, words: Vocabulary) -> list[str]:
    """“Omit; half the dose after it” → “Leave it out.”, “Half the dose after it”; none of any other order."""
    alone = words.grammar.get("row_orders", {}).get("alone")
    match = re.match(alone, order) if alone else None
    if match is None:
        return []
    plain = without_brackets(name)
    several = ", " in plain or plural(plain, "", words)
    said = words.grammar["row_orders"]["several" if several else "one"]
    rest = order[match.end() :].lstrip(" ,;.")
    return [f"{said}.", *([capitalised(rest)] if rest else [])]

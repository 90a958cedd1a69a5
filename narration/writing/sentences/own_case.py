"""What is cut from a beginning with a case, and holds in it only: an order, or what follows a dash.

“Si le ponen gotas verá mal; no conduzca”: the words for an order are the language's ``said_of_case``.  “Ring us if
you have a cough – we'll put it off”: those for the rest are the ``in_that_case`` of its brackets.
"""

from __future__ import annotations

import re

from narration.writing.sentences.clauses import command, instructs, main_clause
from narration.writing.vocabulary import Vocabulary


def beginning(left: str, right: str, mark: str, words: Vocabulary) -> str | None:
    """What the second half then begins with: ``""`` where it names no case; None where it cannot be cut.

    “En ese caso,” where the first half only tells what happens in the case, or goes on after a colon.
    After another order and a semicolon it may hold always (“Si le duele, tome A; no tome B”): None, so no cut.
    """
    case = words.grammar.get("insertions", {}).get("in_that_case")
    if case and mark in ("–", "—") and re.match(case["then"], right) and re.search(case["if"], left):
        return str(case["say"])
    if not _is_order_of(left, right, words):
        return ""
    if mark != ":" and instructs(main_clause(left, words), words):
        return None
    return str(words.grammar["said_of_case"]["say"])


def _is_order_of(left: str, right: str, words: Vocabulary) -> bool:
    """Whether the second half is an order that may be one of the case that the first begins with.

    It is none where a pronoun names the thing of the case (“; no los suspenda”), or the order has a case of its own.
    """
    said = words.grammar.get("said_of_case")
    if not said or not re.match(said["if"], left) or re.match(said["has_its_own"], right):
        return False
    return any(command(part, words) for part in right.split(", ")) or re.match(said["duty"], right) is not None

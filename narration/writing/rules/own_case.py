"""An order that is cut from a beginning with a case (“Si le ponen gotas verá mal; no conduzca”): it holds then only.

The words are the language's ``said_of_case``; a language without them cuts as its joints say.
"""

from __future__ import annotations

import re

from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import command, instructs, main_clause


def is_order_of(left: str, right: str, words: Vocabulary) -> bool:
    """Whether the second half is an order that may be one of the case that the first begins with.

    It is none where a pronoun names the thing of the case (“; no los suspenda”), or the order has a case of its own.
    """
    said = words.grammar.get("said_of_case")
    if not said or not re.match(said["if"], left) or re.match(said["has_its_own"], right):
        return False
    return any(command(part, words) for part in right.split(", ")) or re.match(said["duty"], right) is not None


def beginning(left: str, mark: str, words: Vocabulary) -> str | None:
    """“En ese caso,” where the first half only tells what happens in the case, or goes on after a colon.

    After another order and a semicolon it may hold always (“Si le duele, tome A; no tome B”): None, so no cut.
    """
    if mark != ":" and instructs(main_clause(left, words), words):
        return None
    return str(words.grammar["said_of_case"]["say"])


def goes_on(left: str, right: str, words: Vocabulary) -> bool:
    """Whether a case of the first half goes on behind a semicolon: “si A; B; o si C”, where B alone would be a fact."""
    grammar = words.grammar.get("case_lists")
    if grammar is None or not re.search(rf"\b{grammar['if']}\s", left, re.IGNORECASE):
        return False
    return re.search(grammar["more_cases"], right) is not None

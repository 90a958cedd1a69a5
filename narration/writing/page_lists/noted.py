"""What is to be noted, where a list names it: “Press the button and write down:” + “the time”, “what you felt”.

→ “Press the button and write down the time.” “Also write down what you felt.”  The order has nothing without its
points, and “What you felt.” would be heard as a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.language.brackets import without_brackets
from narration.writing.page_lists import stems
from narration.writing.page_lists.points import FEWEST_POINTS, MOST_WORDS_TOGETHER, Point, ended
from narration.writing.sentences.clauses import conditional
from narration.writing.sentences.text import capitalised
from narration.writing.vocabulary import Vocabulary


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[tuple[str, list[Point]]]:
    """A sentence for each point, with the order; none for any other beginning, or points that are sentences."""
    pattern = words.grammar["bullets"].get("noted")
    found = re.fullmatch(pattern["at"], lead) if pattern else None
    if pattern is None or found is None or conditional(lead, words, strictly=True):
        return []
    if not all(_is_noted(point.text, pattern["what"], words) for point in points):
        return []
    if all(point.end == point.place + 1 for point in points) and len(points) == FEWEST_POINTS and _short(lead, points):
        return []  # “Write down: the time and the dose.”
    again = capitalised(pattern["also"].format(do=found["do"]))
    return [(ended(f"{again if index else lead} {point.text}"), [point]) for index, point in enumerate(points)]


def _is_noted(point: str, what: str, words: Vocabulary) -> bool:
    """Whether a point names or asks: “the time (look at the clock)”, “what you felt”; not “The nurse reads it.”"""
    found = re.match(what, point)
    if found is None or ":" in point:
        return False
    return bool(found["asks"]) or not stems.statements([without_brackets(point)], words)


def _short(lead: str, points: Sequence[Point]) -> bool:
    return len(" ".join([lead, *(point.text for point in points)]).split()) <= MOST_WORDS_TOGETHER

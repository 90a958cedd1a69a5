"""Beginnings of a list that are no clause of their own, and points with an order of their own.

“Less commonly:” only says how often, and “It must be empty, so:” what follows
from it: neither can be a sentence before its points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing import stems
from narration.writing.points import Point, ended, pairs, together, with_joint
from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import capitalised, command, conditional

MOST_WORDS = 20


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[tuple[str, Sequence[Point]]] | None:
    """The sentences that a beginning and its points make, each with its points; ``None`` for any other beginning."""
    grammar = words.grammar["bullets"]
    text = lead.strip().rstrip(":….").strip()
    if re.fullmatch(grammar.get("how_often", r"(?!)"), text):
        return _each(f"{text}:", points, words)
    follows = re.search(grammar.get("follows_from", r"(?!)"), text)
    if follows is None:
        return None
    if stems.statements([point.text for point in points], words):
        first, *rest = points
        alone = [(ended(capitalised(point.text)), [point]) for point in rest]
        return [(ended(f"{text} {first.text}"), [first]), *alone]
    return _each(text, points, words)


def _each(begin: str, points: Sequence[Point], words: Vocabulary) -> list[tuple[str, Sequence[Point]]]:
    """All points in one sentence where that is short, else two by two after the same beginning."""
    joint = words.grammar["bullets"]["and"]
    texts = [point.text for point in points]
    plain = all(point.end == point.place + 1 for point in points)
    if plain and len(begin.split()) + sum(len(text.split()) for text in texts) <= MOST_WORDS:
        return [(ended(f"{begin} {together(texts, joint, words)}"), points)]
    return [(ended(f"{begin} {together([p.text for p in some], joint, words)}"), some) for some in pairs(points, words)]


def own_order(begin: str, point: str, words: Vocabulary) -> str:
    """“Ring us if” + “chest pain – call 999” → “If you have chest pain, call 999”; ``""`` for any other point."""
    match = re.match(words.grammar["bullets"].get("own_order", r"(?!)"), point)
    if match is None or not conditional(begin, words) or not command(match["order"], words):
        return ""
    whole = stems.with_point(begin, with_joint(match["case"], words.grammar["or"], words), words)
    at = [found.start() for found in re.finditer(r"\b(?:if|when)\b", whole)]
    return f"{capitalised(whole[at[-1] :])}, {match['order']}" if at else ""


def needs_all(stem: str, words: Vocabulary) -> bool:
    """Whether all the points must be so, and not just one of them: “You can go home when:”."""
    return re.search(words.grammar["bullets"].get("all_needed", r"(?!)"), stem) is not None


def all_at_once(stem: str, points: Sequence[str], words: Vocabulary) -> str:
    """The beginning and its points in one sentence: a second one (“You can also …”) would ask for less."""
    first, *rest = points
    return together([stems.with_point(stem, first, words), *rest], words.grammar["bullets"]["and"], words)

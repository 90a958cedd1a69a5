"""Beginnings of a list that lack what their points are: who does them (“La enfermera:”), or what a verb asks for.

“Le pediremos en estos días:” is no sentence before a list of tests, nor is
“verifica su nombre” one without “La enfermera”.  The words are under ``bullets``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing import stems
from narration.writing.points import Point, ended, joint_of, together
from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import command, finite
from narration.writing.rules.text import capitalised, tokens

MOST_WORDS = 20

Told = tuple[str, Sequence[Point], bool]
"""A sentence, the points that it says, and whether it says the beginning, too."""


def acts(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """“La enfermera” + “le toma la tensión” → “La enfermera le toma la tensión.”, and so for each point."""
    pattern = words.grammar["bullets"].get("one_acts", r"(?!)")
    if not re.fullmatch(pattern, text) or not all(_begins_with_verb(point.text, words) for point in points):
        return []
    return [(ended(f"{text} {point.text}"), [point], True) for point in points]


def _begins_with_verb(point: str, words: Vocabulary) -> bool:
    """Whether a point begins with what somebody does: “le toma la tensión”, and no noun that looks like it."""
    found = tokens(point)
    at = next((at for at, token in enumerate(found) if token not in words.grammar["bullets"]["clitics"]), 0)
    ordered = at == 0 and command(point, words) and words.grammar["command_person"].get(found[0]) == "usted"
    known = finite(found, at, words) or (at > 0 and re.fullmatch(r".+(?:a|e|rá)", found[at]) is not None)
    return bool(found) and point[:1].islower() and known and not ordered


def objects(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """“Le pediremos estos días” + things → “Le pediremos estos días: un análisis.” “Y también una placa.”"""
    grammar = words.grammar["bullets"]
    texts = [point.text for point in points]
    if not re.fullmatch(grammar.get("wants_object", r"(?!)"), text):
        return []
    if any(command(point, words) or stems.is_clause(point.partition(":")[0], words) for point in texts):
        return []
    whole = ended(f"{text}: {together(texts, joint_of(points, words), words)}")
    plain = all(point.end == point.place + 1 and ":" not in point.text for point in points)
    if plain and len(whole.split()) <= MOST_WORDS:
        return [(whole, points, True)]
    first, *rest = points
    said: list[Told] = [(ended(f"{text}: {first.text}"), [first], True)]
    for point in rest:
        named = ":" in point.text
        line = capitalised(point.text) if named else f"{grammar['next']['one']} {point.text}"
        said.append((ended(line), [point], False))
    return said

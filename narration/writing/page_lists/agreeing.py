"""Beginnings of a list with a verb whose number is that of what comes after it: «Después se conectan:».

“Después se conectan:” + “un sensor” → “Después se conecta un sensor.”  “También se conectan tres electrodos.”
A plural verb before one thing would be wrong.  A language whose verbs do not tell has no such row under ``bullets``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from narration.writing.page_lists.points import Point, Told, ended, pairs, together, with_joint
from narration.writing.sentences.clauses import command, finite
from narration.writing.sentences.text import capitalised, tokens
from narration.writing.vocabulary import Vocabulary

MOST_WORDS = 20


def said(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """The sentences that such a beginning and its points make; none for any other, or where a point is no thing."""
    grammar = words.grammar["bullets"].get("agreeing")
    match = re.fullmatch(grammar["at"], text) if grammar else None
    if grammar is None or match is None or not all(_is_thing(point.text, grammar, words) for point in points):
        return []
    joint = words.grammar["bullets"]["and"]
    whole = f"{text} {together([point.text for point in points], joint, words)}"
    plain = all(point.end == point.place + 1 and "," not in point.text for point in points)
    if plain and len(whole.split()) <= MOST_WORDS:
        return [(ended(whole), points, True)]
    made: list[Told] = []
    for some in pairs(points, words):
        one = len(some) == 1 and not _is_several(some[0].text, grammar)
        verb = match["verb"][: -len(grammar["plural"])] if one else match["verb"]
        before = f"{capitalised(words.grammar['lists']['also'])} " if made else match["before"]
        told = together([with_joint(point.text, joint, words) for point in some], joint, words)
        begin = f"{before}{match['se'].lower() if before else match['se']} {verb}{match['after']}"
        made.append((ended(f"{begin} {told}"), some, True))
    return made


def _has_article(point: str, grammar: Mapping[str, Any]) -> bool:
    return re.match(grammar["one"], point) is not None or re.match(grammar["several"], point) is not None


def _is_several(point: str, grammar: Mapping[str, Any]) -> bool:
    if re.match(grammar["several"], point) or re.search(grammar["also_another"], point):
        return True
    first = (tokens(point) or [""])[0]
    return not re.match(grammar["one"], point) and first.endswith("s") and first not in grammar["no_plurals"]


def _is_thing(point: str, grammar: Mapping[str, Any], words: Vocabulary) -> bool:
    first = (tokens(point) or [""])[0]
    if not first or re.search(r"[:;.!?]", point.rstrip(".")) or re.match(grammar["no_thing"], point):
        return False
    if _has_article(point, grammar):
        return True
    closed = {*words.grammar["negative"], *words.grammar["conditions"], *words.grammar["subordinators"]}
    closed |= {*words.grammar["prepositions"], *words.grammar["adverbs"], *words.grammar["bullets"]["clitics"]}
    return first not in closed and not command(point, words) and not finite(tokens(point), 0, words)

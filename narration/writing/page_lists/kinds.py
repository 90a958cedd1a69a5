"""Beginnings that name a kind in the plural, over a first thing that is one, or over points that are sentences.

“The reasons are:” + “your scan showed a shadow”, “a cough” → “The reasons are these.” “One is that your scan showed a
shadow.” “Another is a cough.”  After “are” a sentence breaks, and one thing is no “reasons”.  What a language says
is under ``kinds`` in its grammar; without it no beginning is such a one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from narration.language.brackets import without_brackets
from narration.writing.page_lists import stems
from narration.writing.page_lists.points import FEWEST_POINTS, Point, Told, ended, pairs, several, together, with_joint
from narration.writing.sentences.clauses import command, stands
from narration.writing.vocabulary import Vocabulary

MOST_WORDS = 20


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """The sentences that such a beginning and its points make; none where its points go on from it as they are."""
    grammar = words.grammar.get("kinds") or {}
    row = next((row for row in grammar.get("rows", ()) if re.fullmatch(row["at"], lead)), None)
    if row is None or len(points) < FEWEST_POINTS or any(_is_unfit(point.text, grammar, words) for point in points):
        return []
    groups = list(_groups(points, grammar, words))
    clauses = sum(_is_clause(point.text, grammar, words) for point in points)
    alone = len(groups[0]) == 1 and not clauses and not several(groups[0][0].text, words)
    if not clauses and not (alone and "one" in row["first"]):
        return []
    if clauses == len(points) and not re.search(grammar["unsure"], lead):
        return []  # “The benefits are these. You go home sooner.”
    if not clauses and (whole := _in_one(lead, points, words)):
        return [(whole, points, True)]
    return list(_each(lead, groups, row, words))


def _each(lead: str, groups: Sequence[Sequence[Point]], row: Mapping[str, Any], words: Vocabulary) -> Iterator[Told]:
    """“The reasons are these.” “One is that ….” “Others are … and ….”; two things first need no “these”."""
    joint = words.grammar["bullets"]["and"]
    for index, some in enumerate(groups):
        told = together([with_joint(point.text, joint, words) for point in some], joint, words)
        way = "one" if len(some) == 1 and not several(some[0].text, words) else "several"
        if _is_clause(some[0].text, words.grammar["kinds"], words):
            way = "clause"
        begin = row["next" if index else "first"].get(way, lead)
        if not index and begin != lead:
            yield ended(f"{lead} {row['these']}"), [], True
        yield ended(f"{begin} {told}"), some, begin == lead


def _in_one(lead: str, points: Sequence[Point], words: Vocabulary) -> str:
    """“The reasons are a cough, and pain that comes back.”: two things, of which only the last is told more of."""
    joint = words.grammar["bullets"]["and"]
    whole = f"{lead} {points[0].text}, {joint} {points[-1].text}"
    plain = all(point.end == point.place + 1 and not re.search(r"[,;:–—()]", point.text) for point in points)
    bare = plain and next(pairs([points[0], points[0]], words)) != points[:1]
    short = len(points) == FEWEST_POINTS and len(whole.split()) <= MOST_WORDS
    return ended(whole) if short and bare else ""


def _groups(points: Sequence[Point], grammar: Mapping[str, Any], words: Vocabulary) -> Iterator[Sequence[Point]]:
    """Points one by one, or two things that share a sentence."""
    for some in pairs(points, words):
        if any(_is_clause(point.text, grammar, words) for point in some):
            yield from ([point] for point in some)
        else:
            yield some


def _is_clause(point: str, grammar: Mapping[str, Any], words: Vocabulary) -> bool:
    """Whether a point is a sentence (“the nurse who saw you was concerned”), and no thing (“a lump you have felt”)."""
    bare = without_brackets(point)
    if re.match(grammar["no_clause"], bare):
        return False
    found = stems.is_clause(point, words) or stands(bare, words, opening=False)
    return found or re.match(grammar["clause"], bare) is not None


def _is_unfit(point: str, grammar: Mapping[str, Any], words: Vocabulary) -> bool:
    return ":" in point or command(point, words) or re.match(grammar["unfit"], point) is not None

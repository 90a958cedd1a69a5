"""Things under “Do not eat” of which some are drunk, or that no joint ends: “Juice, soda, all fruit”.

“Do not eat juice” has the wrong verb, and “do not eat all fruit” allows some of it: → “Do not have juice, soda, or any
fruit.”  The words are under ``bullets`` in a language's grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from narration.writing.page_lists import repeats, stems
from narration.writing.page_lists.points import FEWEST_POINTS, MOST_WORDS_TOGETHER, Point, Told, ended, together
from narration.writing.vocabulary import Vocabulary

MOST_WORDS_IN_NAME = 5


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """The sentences of such a list; none where a point is more than names, or nothing in it would be said wrong."""
    grammar = words.grammar["bullets"].get("diet")
    stem = (stems.opened(lead, words) or lead) if grammar else ""
    if not grammar or not re.search(grammar["at"], stem) or len(points) < FEWEST_POINTS:
        return []
    names = [_names(point.text, grammar) for point in points]
    wrong = any(_is_drunk(name, grammar) or re.match(grammar["all"], name) for some in names for name in some)
    if not all(names) or not wrong:
        return []
    denied = stems.denies(stem, words)
    joint = words.grammar["bullets"]["or" if denied else "and"]
    made: list[Told] = []
    for some in _groups(points, names):
        told = [_under_ban(name, grammar) if denied else name for point in some for name in _names(point.text, grammar)]
        begin = repeats.again(stem, words) if made else stem
        text = some[0].text if len(some) == 1 else ""
        closed = re.search(grammar["closed"], text) is not None  # “rice, rye or anything made of them”
        things = _under_ban(text, grammar) if closed else together(told, joint, words)
        made.append((ended(f"{_with_verb(begin, told, grammar)} {things}"), some, True))
    return made


def _names(text: str, grammar: Mapping[str, Any]) -> list[str]:
    """“bread, rice and pasta” → the three; none where something is more than a name."""
    found = [name for name in re.split(grammar["between"], text) if name]
    plain = not re.search(r"[:;.–—]", text) and all(len(name.split()) <= MOST_WORDS_IN_NAME for name in found)
    return found if plain and not re.search(grammar["no_names"], text) else []


def _groups(points: Sequence[Point], names: Sequence[Sequence[str]]) -> Iterator[Sequence[Point]]:
    """Points of one name each as one sentence where that is short; else each by itself."""
    short = sum(len(point.text.split()) for point in points) <= MOST_WORDS_TOGETHER
    if short and all(len(some) == 1 for some in names):
        yield points
    else:
        yield from ([point] for point in points)


def _with_verb(stem: str, names: Sequence[str], grammar: Mapping[str, Any]) -> str:
    """“Do not eat” before drinks: “Do not drink”; before drinks and food: “Do not have”."""
    drunk = [_is_drunk(name, grammar) for name in names]
    verbs = grammar["drink"] if all(drunk) else grammar["have"] if any(drunk) else {}
    before, _, eat = stem.rpartition(" ")
    return f"{before} {verbs.get(eat, eat)}"


def _is_drunk(name: str, grammar: Mapping[str, Any]) -> bool:
    return re.search(grammar["drinks"], name) is not None


def _under_ban(name: str, grammar: Mapping[str, Any]) -> str:
    """“all fruit” → “any fruit”: not to eat all of it would be to eat some."""
    return re.sub(grammar["all"], grammar["any"], name)

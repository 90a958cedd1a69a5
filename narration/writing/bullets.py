"""A list on the page, made of a sentence that ends in a colon and its points, as sentences that can be heard.

“You should: / – have a shower / – stop eating” → “You should have a shower.”
“You should also stop eating.”  A beginning that stands by itself (“You will
need the following:”) gives up what only the page needs, or is followed by
“These are …”.  What denies (“Do not: …”) or has a number stays one sentence,
because its beginning may be said only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import (
    capitalised,
    conditional,
    decapitalised,
    has_verb,
    plural,
    stands,
    tokens,
)
from narration.writing.rules.lists import said_again

MOST_WORDS_TOGETHER = 14
"""Two points share a sentence up to this length."""
FEWEST_POINTS = 2


class Said(NamedTuple):
    """A sentence to be said, and the places of those of the page that it says."""

    text: str
    places: tuple[int, ...]


def joined(texts: Sequence[str], words: Vocabulary) -> list[Said]:
    """The sentences of a section, in order, with its lists made into sentences."""
    made: list[Said] = []
    place = 0
    while place < len(texts):
        points = _points(texts, place, words)
        inline = _inline(texts[place], words)
        if inline:
            lead, given = inline
            made += (Said(said.text, (place,)) for said in _said(lead, given, place, words))
            place += 1
        elif points:
            made += _said(texts[place].strip().rstrip(":").strip(), points, place, words)
            place += 1 + len(points)
        else:
            made.append(Said(_without_colon(texts[place], words), (place,)))
            place += 1
    return made


def _inline(text: str, words: Vocabulary) -> tuple[str, list[str]] | None:
    """A list inside one sentence: “Call us if you have: a fever; a rash; or pain.”"""
    pattern = words.grammar["bullets"].get("inline")
    match = re.match(pattern, text.strip()) if pattern else None
    lead = re.sub(words.grammar["bullets"]["names"], "", match["lead"]) if match else ""
    if match is None or not _open(lead, words):
        return None
    points = re.split(
        rf";\s+(?:(?:{words.grammar['bullets']['and']}|{words.grammar['bullets']['or']})\s+)?", match["points"]
    )
    return lead.rstrip(":").strip(), [_bare(point, words) for point in points]


def _without_colon(text: str, words: Vocabulary) -> str:
    """“Side effects include: nausea and …” needs no colon to be heard."""
    pattern = words.grammar["bullets"].get("colon")
    match = re.match(pattern, text) if pattern else None
    if match is None:
        return text
    lead = re.sub(words.grammar["bullets"]["names"], "", match["lead"])
    if not _open(lead, words) or has_verb(match["rest"], words):
        return text
    return f"{lead} {match['rest']}"


def _points(texts: Sequence[str], place: int, words: Vocabulary) -> list[str]:
    """The points of a list that begins at ``place``; nothing where there is none, or none that is sure."""
    if not words.grammar["bullets"] or not texts[place].rstrip().endswith(":"):
        return []
    opened = _open(texts[place], words)
    found: list[str] = []
    for text in texts[place + 1 :]:
        if not _point(text, opened, words):
            break
        found.append(_bare(text, words))
    return found if len(found) >= FEWEST_POINTS else []


def _point(text: str, opened: bool, words: Vocabulary) -> bool:
    """A point begins in lower case, or ends like none; after an open beginning it may be written as a command."""
    text = text.strip()
    if not text[:1].isalnum():
        return False
    if text[0].islower() or not re.search(r"[.!?…:]$", text):
        return True
    return opened and tokens(text)[0] in words.grammar["verbs"] and not has_verb(text, words, 1)


def _bare(text: str, words: Vocabulary) -> str:
    """A point without the “; and” between it and the next."""
    bare = re.sub(words.grammar["bullets"]["between"], "", text.strip().rstrip(".")).strip()
    acronym = bare[:2].isupper() or tokens(bare)[0] == "i"
    return bare if acronym else decapitalised(bare)


def _open(text: str, words: Vocabulary) -> bool:
    """Whether a beginning cannot stand without its points (“You should:”, “Call us if you have:”)."""
    found = tokens(text)
    grammar = words.grammar["bullets"]
    return found[-1] in grammar["opens"] or (
        found[-1] in words.grammar["verbs"]
        and found[-1] not in grammar.get("closes", ())
        and not re.search(grammar["names"], text)
    )


def _said(lead: str, points: list[str], place: int, words: Vocabulary) -> Iterator[Said]:
    grammar = words.grammar["bullets"]
    places = tuple(range(place + 1, place + 1 + len(points)))
    lead = re.sub(grammar["names"], "", lead).strip() if _open(re.sub(grammar["names"], "", lead), words) else lead
    if _open(lead, words):
        yield from _one_beginning(lead, points, place, words)
        return
    yield Said(f"{lead}.", (place,))
    if all(stands(point, words, opening=False) for point in points):
        yield from (Said(f"{capitalised(point)}.", (at,)) for point, at in zip(points, places, strict=True))
        return
    for index, (some, at) in enumerate(_pairs(points, places)):
        one = len(some) == 1 and not plural(some[0], "", words)
        begin = grammar["next" if index else "first"]["one" if one else "several"]
        yield Said(f"{begin} {_and(some, grammar['and'])}.", (place, *at))


def _one_beginning(lead: str, points: list[str], place: int, words: Vocabulary) -> Iterator[Said]:
    grammar = words.grammar["bullets"]
    places = tuple(range(place + 1, place + 1 + len(points)))
    denies = bool(set(tokens(lead)) & set(words.grammar["negative"]))
    again = "" if denies else said_again(lead, words)
    if not again or re.search(r"\d", again):
        word = grammar["or"] if denies or conditional(lead, words) else grammar["and"]
        yield Said(f"{lead} {_and(points, word)}.", (place, *places))
        return
    word = grammar["or"] if conditional(lead, words) else grammar["and"]
    begin = lead
    for some, at in _pairs(points, places):
        yield Said(f"{begin} {_and(some, word)}.", (place, *at))
        begin = again


def _pairs(points: Sequence[str], places: Sequence[int]) -> Iterator[tuple[list[str], tuple[int, ...]]]:
    """Points one by one, or two where both are short and have no joints of their own."""
    at = 0
    while at < len(points):
        two = points[at : at + 2]
        plain = len(two) == 2 and not any(re.search(r",|\b(?:and|or|if|y|o|si)\b", point) for point in two)
        size = 2 if plain and sum(len(point.split()) for point in two) <= MOST_WORDS_TOGETHER else 1
        yield list(points[at : at + size]), tuple(places[at : at + size])
        at += size


def _and(points: Sequence[str], word: str) -> str:
    if len(points) == 1:
        return points[0]
    comma = "," if any("," in point for point in points) or len(points) > FEWEST_POINTS else ""
    return f"{', '.join(points[:-1])}{comma} {word} {points[-1]}"

"""The numbers of a page's paragraphs, as in a contract: ``2.1 No fasting is needed.`` is said without its number.

It is for the eye, and would be heard as an amount.  Only numbers that count on
(2.1, 2.2, 3.1; 2a, 2b, 3a) are such, before a sentence or before each line of a
paragraph (``2.3.1 take tablets;``); a heading keeps its own.  One to which the
text points (``see section 2.3``) is said, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from string import ascii_lowercase

from narration.readers.base import Block, Kind, changed
from narration.readers.vocabulary import listed

FEWEST = 3
_NUMBER = re.compile(
    r"(?:(?P<number>\d{1,2}(?:\.\d{1,2}){1,2})[.)]?[-–]?|(?P<with_letter>\d{1,2}\.?[a-h])[.):][-–]?)"
    r"\s+(?=[¿¡\"“«(]?[^\W\d_a-z])"
)
_LINE = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,2})(?P<with_letter>)[.)]?\s+(?=[^\W\d_])")
"""A number before one of several lines, which may begin with a small letter."""
_SENTENCE = re.compile(r"[.:;!?][”\"»)]?$")
_BRACKETS = re.compile(r"\([^()]*\)")
_DASHED = re.compile(r"(?<=[^\W\d_]{3}\s\d)\.-(?=\s+[^\W\dA-ZÁÉÍÓÚÑ_]|[,;)])")
"""What stands after a number in a heading, in a sentence that goes on after it."""
_POINTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+")

Found = tuple[int, re.Match[str]]
"""Where a line begins that has a number, and the match there."""


def without(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each sentence without such a number before it; “el apartado 5.- con …” points without its sign."""
    blocks = [changed(block, [(*sign.span(), "") for sign in _DASHED.finditer(block.text)]) for block in blocks]
    found = {at: matches for at, block in enumerate(blocks) if (matches := _matches(block))}
    numbers = [_places(match) for matches in found.values() for _, match in matches]
    counted = len(numbers) >= FEWEST and all(_goes_on(one, other) for one, other in pairwise(numbers))
    if not counted:
        return list(blocks)
    pointed = _pointed(blocks)
    return [_unnumbered(block, found.get(at, []), pointed) for at, block in enumerate(blocks)]


def _matches(block: Block) -> list[Found]:
    if block.kind not in {Kind.PARAGRAPH, Kind.ITEM} or block.row or not _SENTENCE.search(block.text):
        return []
    starts = [0, *block.breaks]
    lines = [(start, match) for start in starts if (match := _LINE.match(block.text, start))]
    if len(starts) > 1 and len(lines) == len(starts):
        return lines
    match = _NUMBER.match(block.text)
    return [(0, match)] if match else []


def _pointed(blocks: Sequence[Block]) -> frozenset[str]:
    """The numbers to which the text points, but for brackets, which are not said: “(see point 2.1)”."""
    points = listed("labels", "points_to_clauses")
    texts = [_BRACKETS.sub("", block.text) for block in blocks]
    places = [(text, place.start()) for text in texts for place in points.finditer(text)]
    return frozenset(number[0] for text, at in places if (number := _POINTED.search(text, at)))


def _places(match: re.Match[str]) -> tuple[int, ...]:
    """A number as its places: ``2.1`` and ``2a`` are both 2, 1."""
    if lettered := match["with_letter"]:
        return int(lettered[:-1].rstrip(".")), ascii_lowercase.index(lettered[-1]) + 1
    return tuple(map(int, match["number"].split(".")))


def _goes_on(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether a number comes next, or begins a later part: 2.1 after 1.3, 2.2.1 or 2.3 after 2.2."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if same == len(one) or same == len(other):
        return len(other) == len(one) + 1 and other[-1] == 1
    return other[same] == one[same] + 1 if same else other[0] > one[0] and set(other[1:]) == {1}


def _unnumbered(block: Block, found: Sequence[Found], pointed: frozenset[str]) -> Block:
    said = ((start, match, f"{match['number']} " if match["number"] in pointed else "") for start, match in found)
    return changed(block, [(start, match.end(), number) for start, match, number in said])

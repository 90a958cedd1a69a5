"""The numbers of a page's paragraphs, as in a contract: ``2.1 No fasting is needed.`` is said without its number.

It is for the eye, and would be heard as an amount.  Only numbers that count on
(2.1, 2.2, 3.1; 2a, 2b, 3a) are such, before a sentence; a heading keeps its own.  Where the
text points to one of them (``see section 2.3``) all are said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_lowercase

from narration.readers.base import Block, Kind
from narration.readers.vocabulary import listed

FEWEST = 3
_NUMBER = re.compile(
    r"(?:(?P<number>\d{1,2}(?:\.\d{1,2}){1,2})[.)]?[-–]?|(?P<with_letter>\d{1,2}\.?[a-h])[.):][-–]?)"
    r"\s+(?=[¿¡\"“«(]?[^\W\d_a-z])"
)
_SENTENCE = re.compile(r"[.:;!?][”\"»)]?$")


def without(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each sentence without such a number before it."""
    found = {at: match for at, block in enumerate(blocks) if (match := _match(block))}
    numbers = [_places(match) for match in found.values()]
    counted = len(numbers) >= FEWEST and all(_goes_on(one, other) for one, other in pairwise(numbers))
    points = listed("labels", "points_to_clauses")
    if not counted or any(points.search(block.text) for block in blocks):
        return list(blocks)
    return [_unnumbered(block, found[at].end()) if at in found else block for at, block in enumerate(blocks)]


def _match(block: Block) -> re.Match[str] | None:
    told = block.kind in {Kind.PARAGRAPH, Kind.ITEM} and _SENTENCE.search(block.text) is not None
    return _NUMBER.match(block.text) if told and not block.row else None


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


def _unnumbered(block: Block, start: int) -> Block:
    breaks = tuple(at - start for at in block.breaks if at > start)
    return replace(block, text=block.text[start:], breaks=breaks, lead=max(0, block.lead - start))

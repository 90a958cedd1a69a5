"""The lines right under a title with who made the page and where: “Lark Infirmary · Nurse-led drip clinic”, “Leeds”.

A line of several pieces is one where a piece is a named house and every other is a house, a place, the kind of sheet
or a credit.  ``houses`` knows a practice with its street; here the house may have its department or its town in more
words.  The words are in ``data/letterhead.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

from narration.readers import about, stages
from narration.readers.base import Block
from narration.readers.houses import is_house
from narration.readers.senders import is_kind, is_named, is_whereabouts
from narration.readers.topics import is_line
from narration.readers.vocabulary import bare, data

MOST_WORDS = 18
MOST_HOUSE_WORDS = 8
MOST_PLACE_WORDS = 5
MOST_LINES = 8
"""Under a title: its facts, and who sends the page."""
_BETWEEN = re.compile(r"\s*[·|•]\s*|\s+[—–-]\s+|,\s+|\s*[()]\s*")
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_masthead(text: str, plain: AbstractSet[str]) -> bool:
    """Whether a line is nothing but a house and what goes with it; ``plain`` are the page's words in small letters."""
    clean = text.strip().rstrip(".")
    begun = re.match(data("letterhead")["made_by"], clean, re.IGNORECASE)
    pieces = _pieces(clean[begun.end() if begun else 0 :])
    if len(clean.split()) > MOST_WORDS or re.search(r"[.?!:]\s", clean) or not (begun or len(pieces) > 1):
        return False
    named = any(_is_house(piece) and is_named(piece) for piece in pieces)
    return named and all(_is_house(piece) or _goes_with_house(piece, plain) for piece in pieces)


def under(blocks: Sequence[Block], title: int, known: Collection[int], plain: AbstractSet[str]) -> list[int]:
    """The lines that are such under the title, and then the town in a line of its own.

    Between may stand what is told of the page, and lines that are ``known`` to be the sender's.
    """
    found: list[int] = []
    for index in range(title + 1, min(title + 1 + MOST_LINES, len(blocks))):
        text = blocks[index].text
        practice = index == title + 1 and index not in known and is_house(text, plain)
        if practice or is_masthead(text, plain) or _is_town_under(blocks, index, {*known, *found}, plain):
            found.append(index)
        elif index not in known and not blocks[index].reason and not about.facts(text)[0]:
            break
    return found


def _is_town_under(blocks: Sequence[Block], index: int, known: Collection[int], plain: AbstractSet[str]) -> bool:
    """Whether a line is a place right under one of the sender's, with no blank line between."""
    close = index - 1 in known and blocks[index].line == blocks[index - 1].line + 1
    return close and is_line(blocks[index]) and all(_is_place(piece, plain) for piece in _pieces(blocks[index].text))


def _pieces(text: str) -> list[str]:
    return [piece for piece in (one.strip(" *_") for one in _BETWEEN.split(text)) if piece]


def _is_house(piece: str) -> bool:
    """A piece with the word for a house or for a part of one in it, and none to the reader."""
    words = [word.lower() for word in _WORD.findall(piece)]
    told = set(words) & set(data("letterhead")["to_reader"]) or stages.is_stage(piece)
    return not told and len(words) <= MOST_HOUSE_WORDS and bool(re.search(data("letterhead")["house"], piece.lower()))


def _goes_with_house(piece: str, plain: AbstractSet[str]) -> bool:
    known = is_kind(piece) or is_whereabouts(piece) or about.is_credit(piece, strictly=True)
    made = re.fullmatch(data("letterhead")["made_by_team"], piece, re.IGNORECASE)
    return known or made is not None or _is_place(piece, plain)


def _is_place(piece: str, plain: AbstractSet[str]) -> bool:
    """A name in few words, hardly any of which the page writes without a capital: “San Marcos del Monte”.

    After “provincia de” it may be any: “Entre Ríos”.
    """
    name = re.sub(data("letterhead")["region"], "", bare(piece), flags=re.IGNORECASE)
    words = _WORD.findall(name)
    few = 0 < len(words) <= MOST_PLACE_WORDS and not re.search(r"\d", name)
    said = {word.lower() for word in words} - set(data("letterhead")["small"])
    own = name != bare(piece) or len(said & plain) <= (len(said) - 1) // 2
    return few and is_named(name) and own and not stages.is_stage(piece)

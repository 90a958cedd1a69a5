"""The line right under a title with who sends the page and where from: “Corder Audiology · 4 Mill Lane, Wexmouth”.

Elsewhere such a line may name a part.  The words are in ``data/letterhead.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from narration.readers.base import Block
from narration.readers.lines import furniture, stages
from narration.readers.lines.senders import is_body, is_kind, is_letterhead, is_named, is_place
from narration.readers.sender.topics import stands_over_parts
from narration.readers.vocabulary import BARS, bare, data, listed

MOST_NAME_WORDS = 6
MOST_TOWN_WORDS = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
_STATE = re.compile(r"[^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,3}, (?:[^\W\d_]+\.(?: ?[^\W\d_]+\.)*|[A-Z]{2,3})")
"""A town with its state, shortened: “Guadalajara, Jal.”, “Austin, TX”."""


def is_state(text: str) -> bool:
    """Whether a line is a town and its state, shortened: ``León, Gto.``"""
    return _STATE.fullmatch(text.strip()) is not None and is_named(text)


def is_house(text: str, plain: Iterable[str]) -> bool:
    """Whether a line is a practice's name with its street or town, and names no part: “Dental Surgery, Recovery”.

    ``plain`` are the words that the page also writes without a capital, as it does not those of a town.
    """
    pieces = BARS.split(text.strip())
    if len(pieces) == 1:
        pieces = text.strip(" .").split(", ", maxsplit=1)
        if len(pieces) == 1 or text.isupper():
            return False
    name, *places = pieces
    if all(map(is_state, places[-1:])) and len(BARS.split(text)) > 1:
        return len(name.split()) <= MOST_NAME_WORDS and not any(map(furniture.is_prose, pieces[:-1]))
    words = set(plain)
    return _is_practice(name) and all(_is_where(place, words) for place in places)


def over_a_body(blocks: Sequence[Block], head: Sequence[int]) -> list[int]:
    """A first line that ends as a health service's name does, right over one of its units: ``Marlow Vale Health``.

    So does one right over the kind of sheet, where the title stands under both; else it may be the title itself.
    """
    first, second, third = [*head, -1, -1, -1][:3]
    if second < 0 or blocks[first].line + 1 != blocks[second].line:
        return []
    over_kind = is_kind(blocks[second].text) and third >= 0 and stands_over_parts(blocks, third)
    if not (is_body(blocks[second].text) or over_kind):
        return []
    named = is_named(blocks[first].text) and listed("letterhead", "services").fullmatch(bare(blocks[first].text))
    return [first] if named else []


def owners(blocks: Sequence[Block], head: Sequence[int]) -> list[int]:
    """The lines over the text with the name of whoever owns the page, as its last lines say: “© Brook Foot & Ankle”.

    Over the text it may stand without its legal form: “© Brook Fertility Ltd”.
    """
    said = [found["name"] for block in blocks for found in re.finditer(data("letterhead")["owner"], block.text)]
    form = data("letterhead")["tails"]["legal_form_of_owner"]
    said += [re.sub(form, "", name, flags=re.IGNORECASE) for name in said]
    names = {bare(name).casefold() for name in said if len(name.split()) > 1}
    return [index for index in head if bare(blocks[index].text).casefold() in names]


def plain_words(blocks: Sequence[Block]) -> set[str]:
    """The words that a page writes in small letters."""
    return {word for block in blocks for word in _WORD.findall(block.text) if word.islower()}


def _is_practice(name: str) -> bool:
    """``Quay Clinic``, ``Cardiología Puerta del Sol``: a body, or a name with what is done there in it."""
    named = is_named(name) and 1 < len(name.split()) <= MOST_NAME_WORDS and not re.search(r"\d", name)
    return is_body(name) or (named and listed("letterhead", "trades").search(name) is not None)


def _is_where(place: str, plain: set[str]) -> bool:
    if furniture.is_contact(place) or is_place(place) or is_state(place) or is_body(place):
        return True
    town = is_named(place) and len(place.split()) <= MOST_TOWN_WORDS and not re.search(r"\d|[.?!:]", place)
    known = is_kind(place) or is_letterhead(place) or stages.is_stage(place)
    return town and not known and not {word.lower() for word in _WORD.findall(place)} & plain

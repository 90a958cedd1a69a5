"""The lines right under a title with who made the page and where: “Lark Infirmary · Nurse-led drip clinic”, “Leeds”.

A line of several pieces is one where a piece is a named house and every other is a house, a place, the kind of sheet
or a credit.  ``houses`` knows a practice with its street; here the house may have its department or its town in more
words.  The words are in ``data/letterhead.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from narration.readers.base import Block, Kind, part_of
from narration.readers.lines import about, stages, triage
from narration.readers.lines.furniture import is_prose
from narration.readers.lines.senders import is_kind, is_named, is_whereabouts
from narration.readers.sender.houses import is_house, plain_words
from narration.readers.sender.topics import is_line
from narration.readers.vocabulary import bare, data, listed

MOST_WORDS = 18
MOST_HOUSE_WORDS = 8
MOST_PLACE_WORDS = 5
FEWEST_PIECES = 2
FEWEST_NAME_WORDS = 3
MOST_SAID = 0.2
"""Of the words of a line of names, those that the page also writes in small letters."""
MOST_ABOVE = 6
"""Blocks in which the first paragraph of a page is looked for."""
MOST_LINES = 8
"""Under a title: its facts, and who sends the page."""
_BETWEEN = re.compile(r"\s*[·|•]\s*|\s+[—–-]\s+|,\s+|\s*[()]\s*")
_STOP = re.compile(r"(?<=[a-záéíóúñ]{3})\.\s+(?=[A-ZÁÉÍÓÚÑ])")
"""Between what is told of the house and its town: “Dental care for all. Port Ellis, Maine”."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_masthead(text: str, plain: AbstractSet[str]) -> bool:
    """Whether a line is nothing but a house and what goes with it; ``plain`` are the page's words in small letters."""
    clean = _STOP.sub(" · ", text.strip().rstrip("."))
    begun = re.match(data("letterhead")["made_by"], clean, re.IGNORECASE)
    pieces = _pieces(clean[begun.end() if begun else 0 :])
    if len(clean.split()) > MOST_WORDS or re.search(r"[.?!:]\s", clean) or not (begun or len(pieces) > 1):
        return False
    named = any(_is_house(piece) and is_named(piece) for piece in pieces)
    return named and all(_is_house(piece) or _goes_with_house(piece, plain) for piece in pieces)


def _are_unsaid_names(text: str, title: str, plain: AbstractSet[str]) -> bool:
    """Whether a line is names in several pieces, hardly a word of which the page writes without a capital.

    “Saltgrass Pain & Wellness — Port Ellis, Maine”: no word says that it is a house.  “No Food, From Midnight” has
    words that no name has.  Not where the ``title`` over it is said no more: then that may be the house.
    """
    pieces = _pieces(text.strip().rstrip("."))
    if len(pieces) < FEWEST_PIECES or text.endswith(")") or re.search(r"[.?!:]\s", text):
        return False
    words = {word.lower() for piece in pieces for word in _WORD.findall(piece)} - set(data("letterhead")["small"])
    names = all(is_named(piece) and not stages.is_stage(piece) for piece in pieces)
    few = len(words) >= FEWEST_NAME_WORDS and not re.search(r"\d", text)
    topic = {word.lower() for word in _WORD.findall(title)}
    unsaid = len(words & plain) <= len(words) * MOST_SAID and len(topic & plain) > len(topic) * MOST_SAID
    return names and few and unsaid and not words & triage.grammar()


def _is_unsaid_practice(text: str, plain: AbstractSet[str]) -> bool:
    """Whether a line is one name that ends as a practice's does, and begins with words said nowhere else.

    “Cobble Hill Sports Care”; “Wound and Skin Care” is a part, whose wound the page speaks of.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    named = is_named(text) and not re.search(r"[\d.?!:]", text) and not stages.is_stage(text)
    ends = FEWEST_NAME_WORDS < len(words) <= MOST_HOUSE_WORDS and words[-1] in data("letterhead")["practices"]
    return named and ends and not set(words[:2]) & (plain | triage.grammar() | set(data("letterhead")["to_reader"]))


def _is_practice_in_rooms(text: str) -> bool:
    """Whether a line is what is practised and where in the house: “Reproductive Medicine, Level 2, Blue Lifts”."""
    name, *rooms = _pieces(text) or [""]
    ends = set(_WORD.findall(name.lower())[-1:]) & set(data("letterhead")["practices"])
    practised = ends or listed("letterhead", "specialties").fullmatch(name)
    placed = any(map(is_whereabouts, rooms))
    known = all(is_whereabouts(room) or (is_named(room) and len(room.split()) < FEWEST_NAME_WORDS) for room in rooms)
    return bool(practised) and is_named(name) and placed and known and not stages.is_stage(name)


def cut_off(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; what the first paragraph says of who sends it is a line of small print of its own.

    “Banksia Fertility, Port Ellis. Answered by Meg, your nurse. An egg collection is …”
    """
    plain = plain_words(blocks)
    made = list(blocks)
    for index, block in enumerate(blocks[:MOST_ABOVE]):
        if block.kind is Kind.PARAGRAPH and not block.reason and is_prose(block.text):
            at = _senders_end(block.text, plain)
            if at:
                sent = replace(part_of(block, 0, at), reason=about.REFERENCE)
                made[index : index + 1] = [
                    sent,
                    *([part_of(block, at, len(block.text))] if at < len(block.text) else []),
                ]
            break
    return made


def _senders_end(text: str, plain: AbstractSet[str]) -> int:
    """Where the sentences end that only say who sends a page and who wrote it; 0 where there are none."""
    at = 0
    for sentence in re.finditer(r"[^.!?]{5,90}[.](?:\s+|$)", text):
        said = sentence[0].strip(" .")
        made = re.fullmatch(data("letterhead")["made_by_team"], said, re.IGNORECASE)
        credit = at > 0 and (made is not None or about.is_credit(said, strictly=True))
        if sentence.start() != at or not (credit or _is_house_in_town(said, plain)):
            break
        at = sentence.end()
    return at


def _is_house_in_town(said: str, plain: AbstractSet[str]) -> bool:
    """“Currawong Sleep & Breathing, Port Ellis”: a name of several words, and a place, with no verb."""
    name, *places = re.split(r",\s|\s(?=\()", said)
    several = len(name.split()) > 1 and is_named(name) and not {w.lower() for w in _WORD.findall(name)} <= plain
    several = several and not re.search(r"\d|\s[–—-]\s", name)
    practised = re.search(data("letterhead")["practised"], name, re.IGNORECASE) or _is_house(name)
    words = {word.lower() for word in _WORD.findall(said)} - set(data("letterhead")["small"])
    unsaid = not words & triage.grammar() and len(words & plain) * 2 <= len(words)
    unsaid = unsaid and not re.search(r"\([A-Z]{2,6}\)", said)  # a short name is no town
    several = several and (bool(practised) or unsaid)  # “Nil By Mouth, From Midnight.” is an order
    return (
        several and bool(places) and all(_is_place(place.strip("()"), plain) for place in places) and not is_kind(name)
    )


def under(blocks: Sequence[Block], title: int, known: Collection[int], plain: AbstractSet[str]) -> list[int]:
    """The lines that are such under the title, and then the town in a line of its own.

    Between may stand what is told of the page, and lines that are ``known`` to be the sender's.
    """
    found: list[int] = []
    said = plain_words(blocks[title + 1 :])
    for index in range(title + 1, min(title + 1 + MOST_LINES, len(blocks))):
        text = blocks[index].text
        next_line = index == title + 1 and index not in known
        names = next_line and (
            _are_unsaid_names(text, blocks[title].text, said)
            or _is_unsaid_practice(text, said)
            or _is_practice_in_rooms(text)
        )
        sender = names or (next_line and is_house(text, plain))
        if sender or is_masthead(text, plain) or _is_town_under(blocks, index, {*known, *found}, plain):
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
    practised = listed("letterhead", "specialties").fullmatch(piece)
    return known or made is not None or practised is not None or _is_place(piece, plain)


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

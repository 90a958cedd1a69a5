"""The numbers over a letter that its text points to: “the above number”, “the Unit”, or to change the appointment.

They are said right after the sentence that does, with whose they are, also where the text has somebody else's number:
one who is told to ring the unit would ring that.  The words are in ``data/furniture.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from narration.document import LeftOut
from narration.readers.base import Block, Kind
from narration.readers.lines import furniture, helpline, senders
from narration.readers.vocabulary import BARS, bare, data, either

MOST_LINES_BETWEEN = 4
"""A name so many lines over a number is still that of who is rung there."""
MOST_LINES_ABOVE = 12
"""A number further down than this stands over no letter."""
_HOUSE = re.compile(r",.*$|[.\s]+$", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_WRITTEN = re.compile(r",?\s+(?:[^\W\d_-]+:\s*)?(?=\S+@\S+\.\w|www\.|https?:).*$", re.DOTALL)
"""An address to write to, after a number on its line."""


def of(left: Sequence[LeftOut]) -> Iterator[tuple[Block, re.Pattern[str]]]:
    """Each number over the text, with the name that it is said with, and what a text says that means it."""
    units = [item for item in left if _is_unit(_HOUSE.sub("", item.text))]
    for item in left:
        if item.reason != furniture.CONTACT or not 0 < item.line <= MOST_LINES_ABOVE:
            continue
        for piece in BARS.split(item.text):
            text = _WRITTEN.sub("", piece).strip(" .")
            number = helpline.NUMBER.search(text)
            if number is None or not helpline.is_line(text):
                continue
            name = bare(text[: number.start()])
            if re.fullmatch(data("furniture")["contact"]["bookings"]["label"], name, re.IGNORECASE):
                yield Block(Kind.PARAGRAPH, f"{text}.", item.line), _words("bookings", "said")
            elif not name or either(data("furniture")["contact"]["mere_labels"]).fullmatch(name):
                near = [unit for unit in units if 0 <= item.line - unit.line <= MOST_LINES_BETWEEN][-1:]
                for unit in near:
                    said = f"{_HOUSE.sub('', unit.text)}: {text[number.start() :]}."
                    yield Block(Kind.PARAGRAPH, said, item.line), _means(unit.text)
                    yield Block(Kind.PARAGRAPH, said, item.line), above()
                    yield Block(Kind.PARAGRAPH, said, item.line), rings_us()


def above() -> re.Pattern[str]:
    """What points to a number over the text, as long as the text has said none: that would be the one above."""
    return _words("number_above")


def rings_us() -> re.Pattern[str]:
    """What tells to ring the sender, as long as the text has said no number: one of a ward's, below, is not theirs."""
    return _words("rings_us")


def before_any() -> tuple[re.Pattern[str], ...]:
    """What means the sender's number only as long as the text has said none."""
    return above(), rings_us()


def _is_unit(name: str) -> bool:
    """Whether a name is that of a part of a house, as a letter may call it: “Endoscopy Unit”, and no hospital."""
    return senders.is_body(name) and bool(_units_in(name))


def _units_in(name: str) -> list[str]:
    known = data("furniture")["contact"]["of_house"]
    return [word for word in map(str.lower, _WORD.findall(_HOUSE.sub("", name))) if word in known]


def _means(name: str) -> re.Pattern[str]:
    """What tells to ring such a unit, without its number beside it."""
    words = data("furniture")["contact"]
    called = "|".join(map(re.escape, _units_in(name)))
    rings = rf"\b(?:{words['rings']})\s(?:(?:{words['the']})\s)?(?:{called})\b(?![^.!?]{{0,60}}\d{{3}})"
    return re.compile(rings, re.IGNORECASE)


def _words(*keys: str) -> re.Pattern[str]:
    found = data("furniture")["contact"]
    for key in keys:
        found = found[key]
    return re.compile(found, re.IGNORECASE)

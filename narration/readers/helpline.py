"""The number to ring: a contact line is no part of a text, unless it tells its listener to ring and gives no number.

Then the lines with a phone number are said where they stand, and a number that
stands only over the letter is said at its end.  One for the hours that it names
(“8am to 5pm: …”) is said wherever the text tells to ring, one for emergencies
or a time of its own (“At the weekend: …”) always.  Fax, e-mail and register numbers never
are.  The words are in ``data/furniture.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from narration.readers import about, furniture
from narration.readers.base import Block, Kind
from narration.readers.vocabulary import data, either

FEWEST_DIGITS = 7
_NUMBER = re.compile(rf"(?<![\w/-])\+?\(?\d(?:[ ().‑–-]{{0,2}}\d){{{FEWEST_DIGITS - 1},}}")
_MONEY = re.compile(r"(?:[$€£]|US\$|S/)\s*\d[\d.,]*|\d[\d.,]*\s*(?:€|pesos|euros)")
_LABELLED = re.compile(r"[^\W\d_a-z][^\W\d_]+ [^\d:.|·•]{2,40}(?:\s\d{1,2}\s?h(?:oras)?)?:\s*\+?\(?\d")
"""A number with its name: “Línea del Holter 24 h: 300 …”."""
_BARS = re.compile(r"\s[·|•]\s")
MOST_NUMBERS = 2
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")


def asks(spoken: Iterable[Block]) -> bool:
    """Whether the text tells its listener to ring."""
    text = " ".join(block.text for block in spoken)
    return re.search(data("furniture")["contact"]["asks"], text, re.IGNORECASE) is not None


def is_missing(spoken: Iterable[Block]) -> bool:
    """Whether the text tells its listener to ring, and no phone number is said."""
    blocks = list(spoken)
    return asks(blocks) and not has_number(" ".join(block.text for block in blocks))


def has_number(text: str) -> bool:
    """Whether a phone number stands in a text."""
    return _NUMBER.search(_MONEY.sub(" ", _DATE.sub(" ", text))) is not None


def is_line(text: str) -> bool:
    """Whether a contact line is a phone number that a patient may be told to ring."""
    other = re.search(data("furniture")["contact"]["other"], text, re.IGNORECASE)
    return other is None and not about.facts(text)[0] and (furniture.is_emergency(text) or has_number(text))


def is_for_a_time(text: str) -> bool:
    """Whether a line has the number for a time of its own: ``On the night (after 7 pm): 0491 570 156``."""
    return is_line(text) and (
        furniture.is_emergency(text) or either(data("furniture")["contact"]["at_times"]).match(text.strip()) is not None
    )


def is_for_hours(text: str) -> bool:
    """The same, or the number for the hours that the line names: ``8am to 5pm: Day unit, 01632 960123``."""
    if is_for_a_time(text):
        return True
    before = re.split(r":(?!\d)", text, maxsplit=1)[0]
    named = either(data("furniture")["contact"]["at_hours"]).match(text.strip()) is not None
    return is_line(text) and (named or (before != text and furniture.is_hours(before)))


def names_hours(text: str) -> bool:
    """The same, or a number with its hours after it: ``Unidad: 920 555 010 (de 8:00 a 15:00)``."""
    return is_for_hours(text) or (
        is_line(text) and re.search(data("furniture")["contact"]["hours_span"], text, re.IGNORECASE) is not None
    )


def told_by(spoken: Sequence[Block]) -> Callable[[str], bool]:
    """Which contact lines are said beside what is ``spoken`` already."""
    if is_missing(spoken):
        return is_line
    if any(is_for_a_time(block.text) and not furniture.is_emergency(block.text) for block in spoken):
        return names_hours  # who hears the number for the night alone would ring it by day
    return is_for_hours if asks(spoken) else is_for_a_time


def from_letterhead(lines: Sequence[Block]) -> list[Block]:
    """The first number over a letter, to be said at its end."""
    found = [line for line in lines if is_line(line.text)]
    # Two numbers side by side, each with its name, are two sentences.
    text = re.sub(r"(?<=\d)\s+(?=[^\W\d_a-z][^\d:.]{2,40}:\s*[\d(+])", ". ", found[0].text) if found else ""
    return [Block(Kind.PARAGRAPH, f"{text.rstrip('.')}.", found[0].line)] if found else []


def from_footer(lines: Sequence[Block]) -> list[Block]:
    """The numbers of a page's footer, where each has its name beside it: to be said at the end of the text."""
    for line in reversed(lines):
        named = [part.strip() for part in _BARS.split(line.text) if _LABELLED.match(part.strip()) and is_line(part)]
        if 0 < len(named) <= MOST_NUMBERS:
            return [Block(Kind.PARAGRAPH, f"{part.rstrip('.')}.", line.line) for part in named]
    return []

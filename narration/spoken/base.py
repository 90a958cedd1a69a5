"""The seam for spoken forms, and how to add one.

A form is **one function and one table row**: ``apply(text, words) -> str`` in a
file of ``narration/spoken/``, and its place in ``FORMS`` in ``forms.py``.  What
a form needs to know of a language (units, abbreviations, how a range is said)
stands in ``data/<language>.yaml`` and ``data/<language>.<part>.yaml``.

A form that knows only the order of the words leaves the digits in place: the
last number form says them, and agrees them with the noun that follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
"""A number as it may be written in any of our languages; ``value.read`` says what it means."""


NEAR = 200
"""So many letters before and after a place decide what it means; all of a long page took too long."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A language's data.  ``region`` is the upper-case region of the tag (``es-MX`` → ``MX``), or empty."""

    language: str
    region: str
    data: Mapping[str, Any]

    @property
    def agrees(self) -> bool:
        """Whether numbers agree with their nouns."""
        return "agreement" in self.data

    def number(self, value: int, kind: str = "cardinal") -> str:
        """A whole number in words: ``45`` → ``forty-five``; ``kind`` is ``cardinal``, ``ordinal`` or ``year``."""
        from num2words import num2words

        try:
            text: str = num2words(value, lang=self.language, to=kind)
        except (NotImplementedError, OverflowError):
            return self.digits(str(value))
        for wrong, right in self.data["mend"].items():  # where num2words is off
            text = re.sub(wrong, right, text)
        return text.replace(",", "")

    def digits(self, written: str) -> str:
        """Digit by digit."""
        return " ".join(self.number(int(digit)) for digit in written if digit.isdigit())


Form = Callable[[str, Words], str]


def one_of(items: Mapping[str, Any] | list[str]) -> str:
    """A pattern for any of these, longest first; a space in one stands for any space or none."""
    return _one_of(tuple(map(str, items)))


@lru_cache(maxsize=512)
def _one_of(items: tuple[str, ...]) -> str:
    return "|".join(re.escape(item).replace(r"\ ", r"\s*") for item in sorted(items, key=len, reverse=True))


def ends_sentence(after: str) -> bool:
    """Whether what follows an abbreviation is the end, or the beginning of another sentence."""
    return re.match(r"\s*$|[”\"’»)]*\s+[“\"«¿¡(]*[A-ZÁÉÍÓÚÑ]", after) is not None


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that a place is in, as far as it is near; a stop that no space follows ends none."""
    first = max(0, start - NEAR)
    begin = max((found.end() for found in re.finditer(r"[.?!]\s", text[first:start])), default=0)
    stop = re.search(r"[.?!](?=\s|$)", text[end : end + NEAR])
    return text[first + begin : end + stop.start() if stop else end + NEAR]


def near_before(match: re.Match[str]) -> str:
    """What stands before a match, as far as it is near."""
    return match.string[max(0, match.start() - NEAR) : match.start()]


def near_after(match: re.Match[str]) -> str:
    return match.string[match.end() : match.end() + NEAR]

"""The seam for spoken forms, and how to add one.

A form is **one function and one table row**: ``apply(text, words) -> str`` in a
file of ``narration/spoken/``, and its place in ``FORMS`` in ``forms.py``.  What
a form needs to know of a language (units, abbreviations, how a range is said)
stands in ``data/<language>.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """A language's data, and the code that ``num2words`` knows it by."""

    language: str
    data: Mapping[str, Any]

    def number(self, value: int | float, kind: str = "cardinal") -> str:
        """A number in words: ``45`` → ``forty-five``; ``kind`` is ``cardinal``, ``ordinal`` or ``year``."""
        from num2words import num2words

        try:
            text: str = num2words(value, lang=self.language, to=kind)
        except (NotImplementedError, OverflowError):
            text = " ".join(num2words(int(digit), lang=self.language) for digit in str(value) if digit.isdigit())
        return text.replace(",", "")


Form = Callable[[str, Words], str]

"""Brackets set aside while a sentence is cut, so that no word in one is taken for the sentence's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FIRST_SIGN = 0xE000
"""Signs that no page uses (the private use area of Unicode)."""


def taken(text: str) -> tuple[str, list[str]]:
    """The text with a sign in place of each bracket, or of what stands between two long dashes, and the brackets."""
    brackets: list[str] = re.findall(r"\s*\([^()]*\)|\s*—(?=\S)[^—]+(?<=\S)—", text)
    for place, bracket in enumerate(brackets):
        text = text.replace(bracket, chr(_FIRST_SIGN + place), 1)
    return text, brackets


def put_back(text: str, brackets: Sequence[str]) -> str:
    """A text, or a piece of it, with its brackets again."""
    for place, bracket in enumerate(brackets):
        text = text.replace(chr(_FIRST_SIGN + place), bracket)
    return text


def holds(text: str) -> bool:
    """Whether a bracket was taken out of this piece."""
    return any(ord(sign) >= _FIRST_SIGN for sign in text)

"""A number that is written twice, as lawyers do: “three (3) weeks”."""

from __future__ import annotations

import re

from num2words import num2words

_TWICE = re.compile(r"\b(?P<word>[^\W\d_]+(?:[- ][^\W\d_]+)?)\s*\((?P<number>[1-9]\d{0,2})\)")


def said_once(text: str, tag: str) -> str:
    """The text with the figure alone; “room four (4B)” and “zero (000)” are no such numbers."""

    def once(match: re.Match[str]) -> str:
        number = match["number"]
        spelled = _spelled(number, tag)
        before, _, last = match["word"].lower().rpartition(" ")
        if match["word"].lower() in spelled:
            return number
        return f"{match['word'][: len(before)]} {number}" if before and last in spelled else match[0]

    return _TWICE.sub(once, text)


def _spelled(number: str, tag: str) -> set[str]:
    """The number's word, and the shorter and the feminine form that Spanish has of *uno*."""
    word = str(num2words(int(number), lang=tag))
    return {word, word.removesuffix("o"), f"{word.removesuffix('o')}a"} if word.endswith("uno") else {word}

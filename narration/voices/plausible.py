"""How long a clause can take to say: what an online service sends outside these bounds is not its clause.

``benchmarks/voices_length.py`` prints the seconds a letter from which the bounds are taken.
"""

from __future__ import annotations

import unicodedata

_LEAST_SECONDS_A_LETTER, _LEAST_ALLOWANCE_SECONDS = 0.04, 0.2
_LEAST_SECONDS = 0.1
_MOST_SECONDS_A_LETTER, _MOST_ALLOWANCE_SECONDS = 0.2, 2.0
_MOST_SECONDS_A_SIGN = 0.7
"""A capital, a digit or a letter by itself is read by its name, and an ideograph is a syllable or more."""


def plausible_seconds(clause: str, *, slow: bool = False) -> tuple[float, float]:
    """The shortest and the longest; ``slow`` speech may take twice as long."""
    letters = sum(character.isalnum() for character in clause)
    most = _MOST_ALLOWANCE_SECONDS + sum(_most_seconds(word) for word in clause.split())
    least = max(_LEAST_SECONDS, letters * _LEAST_SECONDS_A_LETTER - _LEAST_ALLOWANCE_SECONDS)
    return least, most * (2 if slow else 1)


def _most_seconds(word: str) -> float:
    letters = [character for character in word if character.isalnum()]
    spelt = sum(len(letters) == 1 or not _spells_a_sound(character) for character in letters)
    return spelt * _MOST_SECONDS_A_SIGN + (len(letters) - spelt) * _MOST_SECONDS_A_LETTER


def _spells_a_sound(character: str) -> bool:
    return unicodedata.category(character) == "Ll"

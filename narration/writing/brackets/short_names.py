"""Short names: their article, and whether they are made of the first letters of a longer one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

MOST_WORDS_BACK = 8
"""A long name has at most so many words."""
_MOST_WORDS_DRAWN = 2
_FEWEST_LETTERS = 3
_LETTERS_WITH_AN = "AEFHILMNORSX"
_AS_IN_YOU = re.compile(r"(?i)(?:uni|us[ei]|ut[ei]|ur[aeio]|eu|one\b)")


def with_article(name: str) -> str:
    """The article that a name has where it is new: ``a uterus``, ``an ECG``."""
    if name[:2].isupper():
        return "an" if name[0] in _LETTERS_WITH_AN else "a"
    return "an" if name[0].lower() in "aeiou" and not _AS_IN_YOU.match(name) else "a"


def with_new_article(named: str, things: Mapping[str, Any]) -> str:
    """A thing that a note names without its article: “foot ulcer” → “a foot ulcer”; only one that is surely counted."""
    first = re.split(r",| or | and ", named, maxsplit=1)[0]
    bare = re.fullmatch(r"(?!(?:an?|the|your|any|no|one|some|previous)\b)[a-z-]+(?: [a-z-]+)?", first)
    if not things or bare is None or first.split()[-1] not in things["counted"]:
        return named
    return f"{with_article(named)} {named}"


def stands_for(short: str, text: str) -> bool:
    """Whether the letters of ``short`` begin words of ``text`` in order, and its first and last word among them."""
    letters = [letter.lower() for letter in re.sub(r"s$", "", short.split()[-1]) if letter.isupper()]
    firsts = [word[0] for word in re.split(r"[\s-]+", text.lower())[-MOST_WORDS_BACK:] if word[:1].isalpha()]
    place = len(firsts)
    for letter in reversed(letters):
        place = next((at for at in range(place - 1, -1, -1) if firsts[at] == letter), -1)
        if place < 0:
            return False
    return bool(letters)


def may_stand_for(short: str, text: str) -> bool:
    """Whether words of ``text`` begin with letters of ``short``, in any order (“PET”: “tomografía por emisión de …”).

    “La EPS (vigente)” and “el DNI (original y copia)” are no other names.
    """
    firsts = [word[0] for word in text.lower().split() if len(word) >= _FEWEST_LETTERS]
    same = sum(letter in short.lower() for letter in firsts)
    return bool(firsts) and (firsts[0] == short[0].lower() or same > 1)


def drawn_from(short: str, text: str) -> bool:
    """Whether ``short`` begins as the first word of ``text`` and has its letters in order: “intravenous line”."""
    first, *rest = text.lower().split()
    name, letters = short.lower(), iter(first)
    drawn = first.startswith(name[:1]) and all(letter in letters for letter in name)
    return drawn and len(rest) < _MOST_WORDS_DRAWN and len(first) > len(name)


def clipped(short: str, text: str) -> bool:
    """Whether ``short`` is the beginning of the last word of ``text``: “gynae”, “the gynaecology”."""
    name, *last = short.lower(), *text.lower().split()[-1:]
    return len(name) >= _FEWEST_LETTERS and any(word != name and word.startswith(name) for word in last)

"""The table of forms, in the order of their working."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from narration.spoken import letters, numbers
from narration.spoken.base import Form, Words

FORMS: tuple[Form, ...] = (
    letters.addresses,
    letters.abbreviations,
    letters.shouting,
    numbers.phone_numbers,
    numbers.times_of_day,
    numbers.fractions,
    numbers.ranges,
    numbers.multiples,
    numbers.ordinals,
    numbers.units,
    numbers.years,
    letters.acronyms,
    letters.symbols,
    numbers.plain,
    letters.punctuation,
)

FALLBACK = "en"
_HELD = "\ue000{}\ue001"
"""Private-use marks around what ``say_as`` has already decided."""


def spoken(text: str, language: str, say_as: Mapping[str, str]) -> str:
    """The whole way from written to spoken."""
    words = _words(language.split("-")[0])
    text = " ".join(re.sub("[\ue000\ue001]", " ", text).split())
    # Digits and letters in other scripts and widths become the ones that the forms know.
    text = "".join(_plain(character) for character in text)
    held: list[str] = []
    text = _hold(text, say_as, held)
    for form in FORMS:
        text = form(text, words)
    text = re.sub("\ue000([A-J]+)\ue001", lambda m: held[_index(m[1])], text)
    return letters.guard(numbers.plain(text, words), words)


def _plain(character: str) -> str:
    if character.isdigit() and not character.isascii():
        return unicodedata.normalize("NFKC", character) if character not in "²³" else character
    return "\u0020" if unicodedata.category(character) in ("Zs", "Cc") else character


def _hold(text: str, say_as: Mapping[str, str], held: list[str]) -> str:
    """Take out the words that ``say_as`` decides, so that no form touches them: longest first, as written first."""
    for flags in (re.NOFLAG, re.IGNORECASE):
        for written in sorted(say_as, key=len, reverse=True):
            if not written.strip():
                continue

            def mark(match: re.Match[str], written: str = written) -> str:
                del match
                held.append(say_as[written])
                return _HELD.format(_name(len(held) - 1))

            text = re.sub(rf"(?<![\w\ue000]){re.escape(written)}(?![\w\ue001])", mark, text, flags=flags)
    return text


def _name(index: int) -> str:
    """A number in letters, which no form of numbers touches."""
    return "".join(chr(ord("A") + int(digit)) for digit in str(index))


def _index(name: str) -> int:
    return int("".join(str(ord(letter) - ord("A")) for letter in name))


@cache
def _words(language: str) -> Words:
    import yaml

    folder = files("narration.spoken") / "data"
    known = language if (folder / f"{language}.yaml").is_file() else FALLBACK
    return Words(known, yaml.safe_load((folder / f"{known}.yaml").read_text(encoding="utf-8")))

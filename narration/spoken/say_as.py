"""What a person has decided about a word (``say_as``, lexicons) is taken out before any form sees it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Private-use marks around what is already decided."""
_DIGITS = str.maketrans("0123456789", "".join(chr(0xE010 + digit) for digit in range(10)))
_BACK = {private: digit for digit, private in _DIGITS.items()}
_HELD = re.compile(f"{_OPEN}([\ue010-\ue019]+){_CLOSE}")


def without_marks(text: str) -> str:
    """The text without private-use characters: those are ours."""
    return re.sub("[\ue000-\ue0ff]", " ", text)


def hold(text: str, say_as: Mapping[str, str]) -> tuple[str, list[str]]:
    """The text with marks for the words that are decided, and what is said for each: longest first.

    A word is found however it is capitalised, but for one with capitals inside
    (``US``, ``mRNA``), which must be written so; one spelling of an apostrophe
    or a space stands for all.
    """
    held: list[str] = []
    if not say_as:
        return text, held
    exact, folded, pattern = _lexicon(tuple(say_as.items()))

    def mark(match: re.Match[str]) -> str:
        written = _key(match[0])
        said = exact.get(written, folded.get(written.casefold()))
        if said is None:
            return match[0]
        held.append(said)
        return f"{_OPEN}{str(len(held) - 1).translate(_DIGITS)}{_CLOSE}"

    return pattern.sub(mark, text), held


def release(text: str, held: list[str]) -> str:
    """The decided words in their places again."""
    return _HELD.sub(lambda m: held[int(m[1].translate(_BACK))], text)


@lru_cache(maxsize=8)
def _lexicon(entries: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], dict[str, str], re.Pattern[str]]:
    exact = {_key(written): said for written, said in entries if _key(written)}
    folded = {written.casefold(): said for written, said in exact.items() if not _capitals_inside(written)}
    longest_first = sorted(exact, key=len, reverse=True)
    return exact, folded, re.compile("|".join(map(_whole, longest_first)) or r"(?!)", re.IGNORECASE)


def _key(written: str) -> str:
    return " ".join(unicodedata.normalize("NFC", written).replace("’", "'").split())


def _capitals_inside(written: str) -> bool:
    return any(letter.isupper() for word in written.split() for letter in word[1:])


def _whole(written: str) -> str:
    """A whole word; a mark at its edge needs no space beside it."""
    pattern = re.escape(written).replace(r"\ ", r"\s+").replace("'", "['’]")
    begin = r"(?<!\w)" if written[0].isalnum() else ""
    return f"{begin}{pattern}" + (r"(?!\w)" if written[-1].isalnum() else "")

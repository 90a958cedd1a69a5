"""One stem for all forms of a word, and words of one family.

Stems are Porter's (the Snowball stemmers), so that ``feelings`` and ``feeling`` are one word.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

_SAME_BEGINNING = 6
_STEMMERS = {"en": "english", "es": "spanish"}


@lru_cache(maxsize=20_000)
def stem(word: str, base: str) -> str:
    """The stem of a word of the language ``base``, or the word where no stemmer knows the language."""
    stemmer = _stemmer(base)
    return str(stemmer.stemWord(word)) if stemmer else word


def alike(stem: str, others: Iterable[str]) -> bool:
    """Whether one of ``others`` is this stem, or begins as a word of its family does (“react”, “reaction”)."""
    begin = stem[:_SAME_BEGINNING]
    return any(stem == other or _family(begin, other[:_SAME_BEGINNING]) for other in others)


def _family(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return len(short) >= _SAME_BEGINNING - 1 and long.startswith(short)


@cache
def _stemmer(base: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(_STEMMERS[base]) if base in _STEMMERS else None

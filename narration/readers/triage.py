"""What is spoken and what is not: filler is found by what it is.

Placeholder Latin shares its words with no language that patients read.  A
sentence is filler when most of its words stand in the vocabulary of such text
(``filler.txt``) and hardly any is a function word of the document's language;
a single Latin term in a real sentence never is.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

FILLER = "filler"
SHARE_LATIN = 0.5
SHARE_FUNCTION_WORDS = 0.15
FEWEST_WORDS = 3

_WORD = re.compile(r"[^\W\d_]+")


def is_filler(text: str, language: str) -> bool:
    """Whether ``text`` is placeholder Latin."""
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < FEWEST_WORDS:
        return False
    latin = sum(word in _list("filler.txt") for word in words) / len(words)
    function = sum(word in function_words(language) for word in words) / len(words)
    return latin >= SHARE_LATIN and function <= SHARE_FUNCTION_WORDS


def guess_language(text: str) -> str:
    """``en`` or ``es``, by whose function words the text has more of; ``en`` where neither shows."""
    words = [word.lower() for word in _WORD.findall(text[:20_000])]
    counts = {name: sum(word in function_words(name) for word in words) for name in ("en", "es")}
    return "es" if counts["es"] > counts["en"] else "en"


def function_words(language: str) -> frozenset[str]:
    """The commonest grammatical words of a language; none for a language without a list."""
    return _list(f"function_words.{language.split('-')[0]}.txt")


@cache
def _list(name: str) -> frozenset[str]:
    resource = files("narration.readers") / "data" / name
    if not resource.is_file():
        return frozenset()
    return frozenset(resource.read_text(encoding="utf-8").split())

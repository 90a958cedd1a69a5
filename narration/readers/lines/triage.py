"""What language a page is in, and what in it is filler: found by what it is.

Placeholder Latin shares its words with no language that patients read; what is
written in living words for those who fill the page (“Dummy copy”, “TODO: …”)
is in ``data/placeholders.yaml``.  A
sentence is filler when most of its words stand in the vocabulary of such text
(``filler.txt``, ``latin_words.txt``) or end as Latin words do, and hardly any
is a function word of a living language; a single Latin term in a real sentence
never is.
"""

from __future__ import annotations

import re
from functools import cache

from narration.readers.vocabulary import listed as patterns
from narration.readers.vocabulary import words as listed

FILLER = "filler"
SHARE_LATIN = 0.5
SHARE_FUNCTION_WORDS = 0.15
FEWEST_WORDS = 3
MOST_LABEL_WORDS = 8
FEWEST_KNOWN = 3
"""Of a sentence that is Latin mostly by its endings, so many words must stand in the lists."""
SHARE_ENDINGS = 0.75
_SHARE_CROSSES = 0.3
"""So many of a line's words are “xxxx” where somebody had to fill it; “Ring 01632 XXXX if it bleeds” says more."""

_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(
    r"(?:.{2,}(?:us|um|ae|is|os|orum|arum|ibus|tur|unt|ant|ent|it|at|am|em|im|que|isse|ere|are|ire|endi|andi|andum|endum|a|o|i|e)"
    r")$"
)


def is_filler(text: str, language: str) -> bool:
    """Whether ``text`` is placeholder Latin, or a label before it (“Your offer here: lorem ipsum …”)."""
    label, colon, rest = text.partition(": ")
    if colon and len(label.split()) <= MOST_LABEL_WORDS and is_filler(rest, language):
        return True
    words = [word.lower() for word in _WORD.findall(text)]
    crosses = sum(len(word) > 2 and set(word) == {"x"} for word in words)
    if patterns("placeholders", "notes").fullmatch(text.strip()) or crosses > _SHARE_CROSSES * len(words) > 0:
        return True
    if len(words) < FEWEST_WORDS:
        return len(words) > 1 and all(word in listed("filler") and len(word) > 4 for word in words)
    known = [word in listed("filler") or word in listed("latin_words") for word in words]
    living = function_words(language) | listed("function_words.other")
    latin_only = listed("filler") | listed("latin_words")
    function = sum(word in living and not (word in latin_only and len(word) < 4) for word in words) / len(words)
    if sum(word in function_words(language) for word in words) / len(words) > SHARE_FUNCTION_WORDS:
        return False
    if sum(word in listed("filler") for word in words) / len(words) >= SHARE_LATIN:
        return True
    ended = sum(is_known or bool(_ENDING.match(word)) for word, is_known in zip(words, known, strict=True)) / len(words)
    return (
        function <= SHARE_FUNCTION_WORDS / 2
        and sum(known) >= max(FEWEST_KNOWN, 0.4 * len(words))
        and ended >= SHARE_ENDINGS
    )


def guess_language(text: str) -> str:
    """``en`` or ``es``, by whose function words the text has more of; ``en`` where neither shows."""
    words = [word.lower() for word in _WORD.findall(text[:20_000])]
    counts = {name: sum(word in function_words(name) for word in words) for name in ("en", "es")}
    return "es" if counts["es"] > counts["en"] else "en"


def function_words(language: str) -> frozenset[str]:
    """The commonest grammatical words of a language; none for a language without a list."""
    return listed(f"function_words.{language.split('-')[0]}")


@cache
def grammar() -> frozenset[str]:
    """The grammatical words of the languages that pages come in, where a reader does not know which it is."""
    return function_words("en") | function_words("es")

"""Both genders of a noun, which a page writes in one word: “Señor(a) usuario(a)” → “Señor usuario o señora usuaria”.

The endings are a language's ``genders``; a language that has none writes no such words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from narration.writing.sentences import euphony
from narration.writing.vocabulary import Vocabulary

_PLURAL = re.compile(r"\b(\w{2,})\((s|es)\)")


def written_out(text: str, words: Vocabulary) -> str:
    """Both genders in full, and more than one for “one or more”: “Medicamento(s)” → “Medicamentos”."""
    return _PLURAL.sub(r"\1\2", spelled(text, words))


def spelled(sentence: str, words: Vocabulary) -> str:
    """The sentence with both words in full; words side by side share one “o”."""
    grammar = words.grammar.get("genders")
    if not grammar:
        return sentence

    def both(match: re.Match[str]) -> str:
        marked = re.findall(grammar["marked"], match[0], re.IGNORECASE)
        first = " ".join(word for word, _ in marked)
        second = " ".join(_feminine(word, ending, grammar["feminine"]) for word, ending in marked)
        if not second:
            return match[0]
        joint = euphony.joint(words.grammar["or"], second, words)
        return f"{first} {joint} {second[0].lower()}{second[1:]}"

    return re.sub(rf"{grammar['marked']}(?:\s+{grammar['marked']})*", both, sentence, flags=re.IGNORECASE)


def _feminine(word: str, ending: str, patterns: Mapping[str, str]) -> str:
    """``usuario`` + ``a`` → ``usuaria``, ``doctor`` + ``a`` → ``doctora``, ``citado`` + ``as`` → ``citadas``."""
    found = ((re.fullmatch(masculine, word, re.IGNORECASE), stem) for masculine, stem in patterns.items())
    return next(match.expand(stem) for match, stem in found if match) + ending

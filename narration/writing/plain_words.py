"""Formal words to plain ones, each with the inflection that stands in the data file.

The longest entry wins; the first letter keeps its case; what stands in
quotation marks is somebody's own word and stays.
"""

from __future__ import annotations

import re
from functools import lru_cache

from narration.writing.base import Vocabulary

_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence in plain words."""
    if not words.plain:
        return [sentence]
    pattern = _pattern(tuple(words.plain))

    def plain(match: re.Match[str]) -> str:
        found = match.group(0)
        replacement = words.plain[" ".join(found.lower().split())]
        return replacement[0].upper() + replacement[1:] if found[0].isupper() else replacement

    pieces = _QUOTED.split(sentence)
    changed = "".join(piece if index % 2 else pattern.sub(plain, piece) for index, piece in enumerate(pieces))
    return [_articles(changed, sentence) if words.language == "en" else changed]


@lru_cache(maxsize=4)
def _pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(entries, key=len, reverse=True)
    alternatives = "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in longest_first)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def _articles(changed: str, original: str) -> str:
    """A new word may ask for ``an`` where the old one had ``a``; untouched articles stay as they were."""
    before = {match.group(0).lower() for match in re.finditer(r"\ban?\s+\w+", original)}

    def mend(match: re.Match[str]) -> str:
        if match.group(0).lower() in before:
            return match.group(0)
        article = "an" if match[2][0].lower() in "aeiou" and not re.match(r"(?i)(uni|use|one)", match[2]) else "a"
        return (article.capitalize() if match[1][0].isupper() else article) + " " + match[2]

    return re.sub(r"\b([Aa]n?)\s+(\w+)", mend, changed)

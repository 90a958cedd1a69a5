"""Brackets, which a listener cannot see: a clause at the end becomes a sentence, anything short stands between commas.

Longer insertions in the middle, references to figures, and brackets in brackets stay as they are.
"""

from __future__ import annotations

import re

from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import FEWEST_WORDS, capitalised, stands, tokens

_BRACKET = re.compile(r"\s*\(([^()]+)\)")
_PLURAL = re.compile(r"\b(\w{2,})\((?:s|es)\)")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?")
_MOST_WORDS = 8


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence without the brackets it can do without."""
    sentence = _PLURAL.sub(lambda match: f"{match[1]}{match[0][len(match[1]) + 1 : -1]}", sentence)
    end = re.search(r"\s*\(([^()]+)\)([.!?])$", sentence)
    if end and _clause(end[1], words):
        before = f"{sentence[: end.start()]}{end[2]}"
        after = end[1].strip().rstrip(".")
        return [*apply(before, words), f"{capitalised(after)}."]
    made = sentence
    for match in reversed(list(_BRACKET.finditer(sentence))):
        content, after = match[1].strip(), sentence[match.end() :]
        if not _short(content, words) or match.start() == 0:
            continue
        said = f", {words.grammar['or']} {content}" if _ACRONYM.fullmatch(content) else f", {content}"
        closes = "" if not after or after[0] in ".,;:!?)" else ","
        made = f"{made[: match.start()]}{said}{closes}{made[match.end() :]}"
    return [made]


def _clause(content: str, words: Vocabulary) -> bool:
    return len(tokens(content)) > FEWEST_WORDS and stands(content, words, opening=False)


def _short(content: str, words: Vocabulary) -> bool:
    found = tokens(content)
    refers = set(found[:1]) & set(words.grammar["refers"])
    return 0 < len(found) <= _MOST_WORDS and not refers and not re.search(r"[:;]|https?", content)

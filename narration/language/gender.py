"""The gender of a Spanish noun or adjective, by its ending but for listed words (``gender.yaml``)."""

from __future__ import annotations

import re
from typing import Any

from narration import language


def is_feminine(word: str, tag: str) -> bool:
    """Whether a noun, or the form of an adjective, is feminine; singular and plural alike."""
    grammar: Any = language.load(tag, "gender")
    word = word.lower()
    forms = {word, re.sub(r"s$", "", word), re.sub(r"es$", "", word)}
    if forms & set(grammar["feminine"]):
        return True
    if forms & set(grammar["masculine"]) or re.search(grammar["masculine_endings"], word):
        return False
    return re.search(grammar["feminine_endings"], word) is not None


def is_plural(word: str, tag: str) -> bool:
    """Whether a noun is plural: it ends in -s and is none that does so in the singular (*análisis*)."""
    grammar: Any = language.load(tag, "gender")
    word = word.lower()
    if re.search(grammar["singular_endings"], word):
        return False
    return word.endswith("s") and word not in grammar["singular_in_s"]

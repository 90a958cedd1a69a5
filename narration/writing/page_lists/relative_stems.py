"""A beginning whose points hang on a relative, said once more: “We inject a dye, which can be” → “The dye can also be”.

What is done is done once: “También se inyecta …” would be heard as a second act.
"""

from __future__ import annotations

import re

from narration.writing.rules import relatives
from narration.writing.sentences import antecedents
from narration.writing.sentences.clauses import conditional, says_subjects, stands
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


def again(stem: str, words: Vocabulary) -> str:
    """What the relative stands for, and the rest of the beginning; ``""`` for any other, or where that is not sure."""
    match = re.fullmatch(words.grammar["bullets"].get("on_a_relative", r"(?!)"), stem)
    if match is None or conditional(stem, words) or not stands(match["told"], words, opening=True):
        return ""
    if says_subjects(words):
        noun = relatives.named(match["told"], match["goes_on"], words)
    else:
        verb = next((at for at, token in enumerate(tokens(match["goes_on"])) if token == match["verb"].lower()), None)
        noun = antecedents.of(match["told"], match["goes_on"], verb, words) or _several(match)
    also = words.grammar["lists"]["also"]
    if not noun:
        return ""
    if says_subjects(words):
        return f"{noun} {match['verb']} {also} {match['after']}".strip()
    return f"{noun} {also} {match['goes_on']}"


def _several(match: re.Match[str]) -> str:
    """“unos parches, que pueden ser” → “Los parches”."""
    found = re.search(r"\b(?P<article>unos|unas|los|las) (?P<noun>[^\W\d_]{3,}s)$", match["told"])
    if found is None or not match["verb"].endswith("n"):
        return ""
    return f"{'Las' if found['article'].endswith('as') else 'Los'} {found['noun']}"

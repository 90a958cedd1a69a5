"""Whether a subject is one or several."""

from __future__ import annotations

import re

from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


def plural(noun_phrase: str, verb: str, words: Vocabulary) -> bool:
    """Whether a subject is plural: its verb shows it, or a quantity before its head noun, or the noun's ending."""
    grammar = words.grammar
    if verb in grammar["singular_verbs"] or verb in grammar["plural_verbs"]:
        return verb in grammar["plural_verbs"]
    bases = grammar.get("verb_bases", ())
    if verb in grammar["verbs"] and (verb in bases or (bases and verb.endswith("s"))):
        return verb in bases  # “which helps”, “which help”
    found = tokens(noun_phrase)
    ends, closed = grammar.get("ends_head", r"(?!)"), {*grammar["prepositions"], *grammar["relatives"]}
    head: list[str] = []
    for token in found:
        if head and (token in closed or token.endswith("ing") or re.search(ends, f"{head[-1]} {token}")):
            break
        head.append(token)
    if not head:
        return False
    last = head[-1]
    return (
        "and" in head
        or head[0] in grammar["plural_quantities"]
        or last in grammar["plural_nouns"]
        or (last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in grammar.get("one_in_s", ()))
    )

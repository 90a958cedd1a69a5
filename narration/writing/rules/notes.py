"""A note without a verb, as an order: “No caffeine after midday.” → “Have no caffeine after midday.”

Only for what a person can have (``notes`` in the grammar lists it), and only
with a time, so that it can be no statement about a thing (“No milk in the drip.”).
"""

from __future__ import annotations

import re

from narration.writing.sentences.clauses import has_verb
from narration.writing.sentences.text import decapitalised
from narration.writing.vocabulary import Vocabulary


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or the order that it is."""
    notes = words.grammar.get("notes", {})
    note = re.match(notes["at"], sentence) if notes else None
    if note is None or has_verb(note["time"], words) or re.search(notes["not_with"], sentence):
        return [sentence]
    return [f"{notes['have']} {decapitalised(sentence)}"]

"""A sentence that has no subject but the name before it: “Swelling. Peaks on day 2.” → “Swelling. This peaks on day 2.”

The page shows the name in bold type, and by ear the verb would hang in the air.
The verbs are those that only a thing does: “Can drive after a day” is said of the listener.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from narration.writing.sentences.clauses import command, has_verb
from narration.writing.sentences.text import decapitalised
from narration.writing.vocabulary import Vocabulary


def apply(sentences: Sequence[str], words: Vocabulary) -> list[str]:
    """The sentences, each such one with a word for the thing."""
    tells = words.grammar.get("insertions", {}).get("tells_of_thing")
    if not tells:
        return list(sentences)
    return [*sentences[:1], *(_with_subject(*two, tells, words) for two in pairwise(sentences))]


def _with_subject(before: str, sentence: str, tells: Mapping[str, str], words: Vocabulary) -> str:
    bare = before.endswith(".") and not has_verb(before, words) and not command(before, words)
    told = decapitalised(sentence)
    open_ = bare and sentence[:1].isupper() and re.fullmatch(tells["at"], told.rstrip("."))
    return f"{tells['this']} {told}" if open_ else sentence

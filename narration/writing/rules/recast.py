"""Long sentences whose second half needs a verb or a word of its own: “…, starting low and going up slowly.”

→ “It starts low and goes up slowly.”  Each shape is a row of ``grammar/recast.yaml``: ``at`` is the whole sentence,
``say`` the sentences that say it, with the named pieces of ``at``.  A row may say more:

``over``  only a sentence of more words than this, else than twenty
``verbs`` how the named piece ``verb`` (and ``second``) is said in the new sentence (“starting” → “starts”)

What holds for one half only must not come to hold for both, so a row names what may not stand in a half.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.sentences.clauses import has_verb, long
from narration.writing.sentences.text import balanced, capitalised
from narration.writing.vocabulary import Vocabulary

_OVER_WORDS = 20


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or those that say it."""
    for row in words.grammar["recast"]:
        if not long(sentence, words, row.get("over", _OVER_WORDS)):
            continue
        found = re.fullmatch(row["at"], sentence)
        made = _said(found, row) if found else []
        # “A nurse” has none: of her a relative tells before the verb comes.
        if made and all(map(balanced, made)) and has_verb(made[0], words):
            return [made[0], *(line for one in made[1:] for line in apply(one, words))]
    return [sentence]


def _said(found: re.Match[str], row: Mapping[str, Any]) -> list[str]:
    verbs = row.get("verbs", {})
    pieces = {name: verbs.get(piece, piece) for name, piece in found.groupdict("").items()}
    said = (re.sub(r"\{(\w+)\}", lambda name: pieces[name[1]], form) for form in row["say"])
    return [capitalised(re.sub(r"\s+", " ", line).strip()) for line in said]

"""The verb that a thing needs after a bare “if”: “Llame si” + “fiebre” → “Llame si hay fiebre”.

“Hay” takes no thing with its article: “si hay el corte huele mal”.  Such a point has a verb of its own, which no list
may know, or only says how the thing is: “los dedos fríos” → “si tiene los dedos fríos”.
"""

from __future__ import annotations

import re

from narration.writing.rules.base import Vocabulary


def verb_for(point: str, words: Vocabulary) -> str:
    """What stands between “if” and a point that is not surely a clause; ``""`` where its own verb may follow."""
    grammar = words.grammar["bullets"]
    definite = grammar.get("definite_thing")
    named = re.match(definite["at"], point, re.IGNORECASE) if definite else None
    if not definite or named is None:
        return str(grammar["holds"])
    how_it_is = re.match(words.grammar["signs"]["described"], point[named.end() :])
    return str(definite["had"][words.style.get("address", "usted")]) if how_it_is else ""

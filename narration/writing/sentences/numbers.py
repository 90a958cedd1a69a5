"""The number of a Spanish verb whose subject comes after it and is new there: “si se presentan destellos”.

A list of things under one verb (“si se presenta dolor, destellos o …”) has the verb of its first thing; said again
before another, it agrees with that one.  Which verbs is data (``signs.of_things``).
"""

from __future__ import annotations

import re

from narration.writing.sentences.plurals import plural
from narration.writing.vocabulary import Vocabulary


def agreeing(line: str, source: str, words: Vocabulary) -> str:
    """A line cut from ``source``, with such a verb in the number of the first thing that it now stands before."""
    forms = words.grammar["signs"]["of_things"]
    other = {**forms, **{many: one for one, many in forms.items()}}
    verb = "|".join(sorted(other, key=len, reverse=True))

    def fitted(match: re.Match[str]) -> str:
        if match[0] in source:
            return match[0]
        many = plural(match["thing"], "", words) and not re.search(words.grammar["signs"]["one_in_s"], match["thing"])
        wrong = many == (match["verb"] in forms)
        return f"{match['if']} {other[match['verb']] if wrong else match['verb']} {match['thing']}"

    return re.sub(rf"\b(?P<if>si) (?P<verb>{verb}) (?P<thing>(?:(?! [oue] )[^,.;:])+)", fitted, line)

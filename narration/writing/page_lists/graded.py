"""Points that only say how often, or how grave, what stands under them is: “Common (1 in 10)”, over “a bruise”.

“The risks are common.” would tell what the page does not.  So the beginning points at them all (“The risks are
these.”), and each is said with the points under it: “Common, 1 in 10: a bruise.”
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.page_lists import fits
from narration.writing.page_lists.points import Point
from narration.writing.sentences.text import last_word
from narration.writing.vocabulary import Vocabulary


def lead(begin: str, stem: str, points: Sequence[Point], words: Vocabulary) -> str:
    """The beginning as a sentence before such points; ``""`` where they are none."""
    grammar = words.grammar["bullets"]
    graded = all(re.fullmatch(grammar.get("how_often", r"(?!)"), point.text.rstrip(": ")) for point in points)
    nested = all(point.end > point.place + 1 for point in points)
    if not (graded and nested):
        return ""
    if not stem:
        return begin
    known = grammar.get("graded", {})
    these = known.get(last_word(stem))
    return "" if these is None else f"{stem} {these or fits.the_following(stem, words)}"

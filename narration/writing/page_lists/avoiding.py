"""Points under “Avoid” that tell what somebody does: “Avoid:” + “lift weights”, “hot baths”.

→ “Do not lift weights.” “Avoid hot baths.”
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.language import forbidding
from narration.writing.page_lists.leads import Led
from narration.writing.page_lists.points import Point, ended, pairs, together
from narration.writing.sentences.text import capitalised
from narration.writing.vocabulary import Vocabulary


def said(stem: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """The sentences that the beginning and its points make; none where no point is surely what somebody does."""
    pattern = words.grammar["bullets"].get("avoiding")
    avoid = re.fullmatch(pattern["at"], stem) if pattern else None
    acts = [bool(avoid) and forbidding.is_act(point.text, words.language) for point in points]
    if pattern is None or avoid is None or not any(acts) or any(":" in point.text for point in points):
        return []
    do_not = capitalised(f"{avoid['before']}{pattern['modal' if avoid['modal'] else 'plain']}")
    made: list[Led] = []
    for known in (True, False):
        mine = [point for point, act in zip(points, acts, strict=True) if act is known]
        for some in pairs(mine, words):
            told = together([point.text for point in some], words.grammar["bullets"]["or"], words)
            made.append(Led(ended(f"{do_not if known else stem} {told}"), some))
    return made

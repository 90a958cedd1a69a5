"""Beginnings of what happens when something that is needed is missing: “It will be cancelled if you have not:”.

Each of the points is needed.  “If you have not brought A or B” is heard as “neither”, and “unless you have A or B” as
“one is enough”, so each is said with the beginning: “… if you have not brought A.” “… if you have not brought B.”
The beginnings are under ``bullets`` in a language's grammar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.page_lists import stems
from narration.writing.page_lists.points import FEWEST_POINTS, Point, Told, ended, joint_of
from narration.writing.sentences.text import capitalised
from narration.writing.vocabulary import Vocabulary


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """A sentence for each point; none where the page says “or”, or a point is more than a thing or an act."""
    grammar = words.grammar["bullets"]
    missing = re.search(grammar.get("lacking", r"(?!)"), lead)
    if missing is None or len(points) < FEWEST_POINTS or joint_of(points, words) == grammar["or"]:
        return []
    if any(":" in point.text or _is_clause(point.text, words) for point in points):
        return []
    return [(ended(capitalised(stems.with_point(lead, point.text, words))), [point], True) for point in points]


def _is_clause(point: str, words: Vocabulary) -> bool:
    """Whether a point is a clause of its own; “someone to drive you” only begins like one."""
    grammar = words.grammar["bullets"]
    return not re.match(grammar["lacking_person"], point) and re.match(grammar["clause"], point) is not None

"""What is not normal, and what to do then, over the signs: “These are not normal, and you must ring us:” + points.

Said before its points, the order would be heard as one for now.  So the signs come with what is said of them, and the
order after them: “These are not normal: pain or a fever.” “In any of these cases, you must ring us.”
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.page_lists.points import Point, ended, together
from narration.writing.sentences.text import decapitalised
from narration.writing.vocabulary import Vocabulary


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[tuple[str, Sequence[Point]]]:
    """The sentences of such a list; none for any other beginning, or where a point says more of its own."""
    pattern = words.grammar["bullets"].get("unusual")
    found = re.fullmatch(pattern["at"], lead) if pattern else None
    if pattern is None or found is None or any(":" in point.text or point.end > point.place + 1 for point in points):
        return []
    told = together([point.text for point in points], words.grammar["bullets"]["or"], words)
    order = str(pattern["then"]).replace("{order}", decapitalised(found["order"]))
    return [(ended(f"{found['not']}: {told}"), points), (ended(order), [])]

"""A heading inside a part, as a soft step to what follows: “Medicines to stop.” → “Now, medicines to stop.”

A question is asked as it stands, and a condition (“If you react”) leads in to
its sentence.  The words are the style's ``headings``.
"""

from __future__ import annotations

import re

from narration.writing import headings, stems
from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import conditional, has_verb


def led_in(text: str, words: Vocabulary) -> str:
    """The heading as it is said; one that goes on in what stands under it ends in a comma or a colon."""
    ways = words.style["headings"].get("within")
    if not ways or text.endswith(("?", ":")):
        return text
    name = text.rstrip(" .")
    if conditional(name, words, strictly=True) and stems.adverbial(name, words):
        return f"{name},"
    heading = headings.shaped(name, words.style, {})
    if heading.shape not in ways or has_verb(name, words):
        return text
    said = str(ways[heading.shape]).replace("{phase}", heading.full)
    return said if re.findall(r"\d+", said) == re.findall(r"\d+", text) else text

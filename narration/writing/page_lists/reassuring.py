"""A point under “Call us if” that says for what nobody need call: “A little bleeding is normal.”

Said with its beginning, it would order the opposite: “Call us if a little bleeding is normal.”
"""

from __future__ import annotations

import re

from narration.writing.sentences.clauses import conditional
from narration.writing.vocabulary import Vocabulary


def told(stem: str, point: str, words: Vocabulary) -> bool:
    """Whether a point reassures, under a beginning with a condition.

    It says no more than that, and how long or for whom it is so; “your sugar is normal but you feel faint” is a sign.
    """
    pattern = words.grammar["bullets"].get("reassures", r"(?!)")
    return conditional(stem, words) and re.fullmatch(pattern, point) is not None

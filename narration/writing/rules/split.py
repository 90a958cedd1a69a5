"""Long sentences to short ones, at joints where both halves stand on their own.

The joints are data: where to cut, and how the second half then begins.
Anything less sure stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import capitalised, long, plural, stands


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or the sentences it falls into."""
    if not long(sentence):
        return [sentence]
    for joint in words.grammar["joints"]:
        for match in re.finditer(joint["at"], sentence):
            left, right = sentence[: match.start()].rstrip(" ,;"), sentence[match.end() :].lstrip()
            which = _relative(joint, left, right, words)
            whole = f"{which} {right}" if which else right
            if stands(left, words, opening=True) and stands(whole, words, opening=False):
                begin = which or joint["begin"]
                begun = f"{begin} {right}" if begin else capitalised(right)
                return [part for half in (f"{left}.", begun) for part in apply(half, words)]
    return [sentence]


def _relative(joint: Mapping[str, Any], left: str, right: str, words: Vocabulary) -> str:
    """The subject that stands for ``which``: its number shows in the verb, or else in the noun before it."""
    if "singular" not in joint:
        return ""
    verb = right.split()[0].lower() if right else ""
    before = left.split()[-1] if left else ""
    return str(joint["plural" if plural(before, verb, words) else "singular"])

"""Long sentences to short ones, at clause boundaries where both halves stand on their own.

A half stands on its own when it begins with a subject and has a finite verb:
the data file lists the words that show each.  Anything less sure stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.base import Vocabulary

MOST_WORDS = 12
"""A sentence up to this length is short enough."""
FEWEST_WORDS = 3


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or the sentences it falls into."""
    if len(sentence.split()) <= MOST_WORDS or not words.splitting:
        return [sentence]
    for joint in words.splitting["joints"]:
        for match in re.finditer(joint["at"], sentence):
            left, right = sentence[: match.start()].rstrip(" ,;"), sentence[match.end() :].lstrip()
            subject = _relative(joint, left, right, words)
            whole = f"{subject} {right}" if subject else right
            if _stands(left, words, opening=True) and _stands(whole, words, opening=False) and _balanced(left):
                begin = subject or joint["begin"]
                begun = f"{begin} {right}" if begin else right[0].upper() + right[1:]
                return [part for half in (f"{left}.", begun) for part in apply(half, words)]
    return [sentence]


def _stands(half: str, words: Vocabulary, opening: bool) -> bool:
    tokens = re.findall(r"[\w’']+", half.lower())
    if len(tokens) < FEWEST_WORDS:
        return False
    grammar = words.splitting
    if opening and tokens[0] in grammar["subordinators"]:
        # "When it begins, you may feel warm": the main clause comes after the comma.
        _, comma, main = half.partition(",")
        return bool(comma) and _stands(main, words, opening=False)
    reach = tokens[1 : 1 + (len(tokens) if opening else grammar["verb_within"])]
    verb = any(token in grammar["verbs"] for token in reach)
    return verb if opening else verb and (tokens[0] in grammar["subjects"])


def _relative(joint: Mapping[str, Any], left: str, right: str, words: Vocabulary) -> str:
    """The subject that stands for ``which``: its number shows in the verb, or else in the noun before it."""
    if "singular" not in joint:
        return ""
    verb = right.split()[0].lower() if right else ""
    before = left.split()[-1].lower() if left else ""
    if verb in words.splitting["singular_verbs"]:
        return str(joint["singular"])
    plural = verb in words.splitting["plural_verbs"] or (
        before.endswith("s") and not before.endswith(("ss", "us", "is"))
    )
    return str(joint["plural"] if plural else joint["singular"])


def _balanced(half: str) -> bool:
    """A cut inside brackets or quotation marks would leave one open on each side."""
    return half.count("(") == half.count(")") and half.count("“") == half.count("”") and half.count('"') % 2 == 0

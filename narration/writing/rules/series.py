"""Three or more whole clauses in a row: “A band goes here, a clip sits there, and a light shines.” → three sentences.

Only where each could stand alone or each is an order, and where no condition,
no “not” and no inner clause of one could hold for the others.
"""

from __future__ import annotations

import re

from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import command, conditional, long, stands, subordinate
from narration.writing.rules.text import balanced, capitalised, last_word, tokens

_OVER_WORDS = 18
_FEWEST_CLAUSES = 3


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or one for each clause."""
    joint = words.grammar.get("series")
    if not joint or not long(sentence, words, _OVER_WORDS) or not re.fullmatch(r"[^:;?()]+\.", sentence):
        return [sentence]
    clauses = _in_a_row(sentence[:-1].split(", "), f"{joint} ", words)
    if len(clauses) < _FEWEST_CLAUSES or not balanced(sentence):
        return [sentence]
    first = tokens(clauses[0])[0]
    led = first in words.grammar["no_subject"] or first in words.grammar["times_shared"]
    own = words.grammar.get("own_condition", r"(?!)")  # “take a tablet if sore”
    if led or any(conditional(re.sub(own, "", clause), words) for clause in clauses):
        return [sentence]
    if any(subordinate(re.sub(own, "", clause), words) for clause in clauses[:-1]):
        return [sentence]
    if set(tokens(clauses[0])) & set(words.grammar["negative"]):
        return [sentence]
    if any(last_word(clause) in words.grammar["borrow"] for clause in clauses):
        return [sentence]  # “Some need to be held, others must not be, and …”
    orders = [command(clause, words) for clause in clauses]
    alone = stands(clauses[0], words, opening=True) and all(stands(c, words, opening=False) for c in clauses[1:])
    if not (all(orders) or (alone and not any(orders))):
        return [sentence]
    return [f"{capitalised(clause)}." for clause in clauses]


def _in_a_row(parts: list[str], joint: str, words: Vocabulary) -> list[str]:
    """The clauses; the last two may have no comma between them: “…, the joint is filled and a camera is passed in”."""
    *clauses, last = parts
    if last.startswith(joint):
        return [*clauses, last.removeprefix(joint)]
    left, _, right = last.partition(f" {joint}")
    whole = clauses and f" {joint}" not in right and all(stands(part, words, opening=False) for part in (left, right))
    return [*clauses, left, right] if whole else []

"""What follows a semicolon as one more case of the first half, and so is no sentence: “Call us if it bleeds; or …”."""

from __future__ import annotations

import re

from narration.writing.sentences.clauses import command, says_subjects
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


def follow(left: str, right: str, words: Vocabulary) -> bool:
    """Whether the second half is a case, or cases, of what the first half says."""
    return _next_case(left, right, words) or _only_cases(right, words)


def _next_case(left: str, right: str, words: Vocabulary) -> bool:
    """Whether the second half may be one more case of an order: “Call us if it bleeds; you have a fever”."""
    cases = words.grammar.get("cases")
    begin = re.match(cases["begin"], left) if cases else None
    if not cases or begin is None or not command(begin[0], words):
        return False
    if set(tokens(begin[0])) & set(words.grammar["negative"]):
        return False  # “Don't worry if …; it is …”
    ordered = any(command(part, words) for part in right.split(", "))  # “; in an emergency, dial …”
    return not ordered and re.match(cases["points_back"], right) is None


def _only_cases(right: str, words: Vocabulary) -> bool:
    """Whether all that follows is conditions of what stands in the first half: “if it bleeds; or if it hurts”."""
    if not says_subjects(words):
        return False
    parts = [re.sub(rf"^{words.grammar['or']}\s+", "", part) for part in re.split(r";\s+", right)]
    strict, says = set(words.grammar["strict_conditions"]), words.grammar["says_after_if"]
    return all(set(tokens(part)[:1]) & strict and not re.search(says, part) for part in parts)

"""The reason that a sentence ends with, as one of its own: “Drink plenty.” “This is because …”."""

from __future__ import annotations

import re

from narration.writing.sentences.clauses import FEWEST_WORDS, command, conditional, finite
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary

_NEAR_WORDS = 5


def stands(left: str, right: str, words: Vocabulary) -> bool:
    """Whether a reason may stand by itself: of something sure that says enough, and with nothing else after it.

    One that begins with “it may” may speak of what an “if” named; after a list, of its last item only.
    """
    if re.search(words.grammar.get("no_reason_after", r"(?!)"), left):
        return False
    sure = re.sub(words.grammar.get("own_condition", r"(?!)"), "", left)  # “…, if you can, as …”
    unsure = set(tokens(sure)) & set(words.grammar["modals"]) & set(words.grammar["unsure"])
    if unsure or len(tokens(left)) <= FEWEST_WORDS + 1 or re.search(r", or\b", right):
        return False
    found = tokens(right)
    points_back = found[0] in set(words.grammar["pronouns_again"]) - {"you", "we", "i"}
    points_back = points_back and not re.match(words.grammar.get("impersonal", r"(?!)"), right)
    if conditional(left, words, strictly=True) and points_back and set(found[1:2]) & set(words.grammar["modals"]):
        return False
    goes_on = re.search(r",\s+(?:and|but)\s+(\S+)", right)
    if goes_on and goes_on[1].lower() in {*words.grammar["auxiliary"], *words.grammar["conditions"], "once"}:
        return False  # “…, as it doesn’t help, and when you wrap it …”: that is no part of the reason
    if any(not _says(piece, words) for piece in re.split(rf",\s+{words.grammar['series']}\s+", right)[1:]):
        return False  # “a pad, since you may bleed, and a card with the date”: the card is given, too
    *_, first, second = ["", "", *left.split(", ")[1:]]
    under_if = set(tokens(left)) & set(words.grammar["strict_conditions"])  # the list is one of cases
    return not (first and second and command(left, words) and not under_if and not command(second, words))


def _says(piece: str, words: Vocabulary) -> bool:
    """Whether a piece after an “and” soon has its verb, and is no thing: “and the wound must dry”."""
    found = tokens(piece)
    return command(piece, words) or any(finite(found, at, words) for at in range(min(len(found), _NEAR_WORDS)))


def is_plain(right: str, words: Vocabulary) -> bool:
    """Whether a bare noun and its verb begin a reason: “smoking doubles the risk”."""
    found = tokens(right)
    return len(found) > FEWEST_WORDS and found[1].endswith("s") and finite(found, 1, words)

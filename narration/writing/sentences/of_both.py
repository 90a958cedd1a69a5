"""What is said once of two halves: a time at the beginning, or a limit at the end.

“From two days before you take no iron, and (from then) you avoid seeds”; “use pads, and avoid baths until it stops”.
"""

from __future__ import annotations

import re

from narration.writing.sentences.clauses import command, instructs
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


def is_limit(left: str, right: str, words: Vocabulary) -> bool:
    """Whether a limit at the end holds for the order before it too: “use pads, and avoid baths until it stops”."""
    if re.search(words.grammar.get("own_limit", r"(?!)"), left) or not command(left, words):
        return False
    limit = words.grammar.get("limit_of_both", r"(?!)")
    if set(tokens(left)[:1]) & set(words.grammar["negative"]):
        limit = words.grammar.get("limit_of_two_bans", limit)
    return re.search(limit, right) is not None and command(right, words)


def is_time(left: str, right: str, words: Vocabulary) -> bool:
    """Whether the time that a sentence begins with is that of its second half too, which names none of its own.

    “From two days before you take no iron, and (from then) you avoid seeds”; of a stretch of time (“in the first two
    hours”) what is merely told needs no reminder, but what the listener should do does.
    """
    if re.search(words.grammar["own_time"], right):
        return False
    if re.match(words.grammar["time_from"], left):
        return True
    asked = instructs(right, words) or re.match(words.grammar["so_in_most_cases"]["asks"], right) is not None
    return asked and re.match(words.grammar["time_within"], left) is not None


def is_of_days(left: str, right: str, words: Vocabulary) -> bool:
    """Whether what is done is so on all the days at the beginning: “Por una semana se duerme solo y se lavan …”."""
    days = words.grammar.get("done_on_days")
    if not days or re.search(words.grammar["own_time"], right):
        return False
    return re.match(days["left"], left) is not None and re.match(days["right"], right) is not None

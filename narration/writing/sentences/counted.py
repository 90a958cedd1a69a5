"""The article of a thing that opens a sentence of its own: “neurostimulator or pump” → “a neurostimulator or pump”.

On the page it shared the article of the thing before it (“a pacemaker, defibrillator …”), or stood in a list.
Only where the noun is known to be one of those that are counted: a “nausea” has no article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary

_MOST_WORDS_IN_HEAD = 4


def with_article(thing: str, words: Vocabulary) -> str:
    """The thing with “a” or “an”, where it begins with a counted noun and has neither this nor another such word."""
    pattern = words.grammar.get("counted")
    if not pattern:
        return thing
    head = tokens(re.split(pattern["ends_head"], thing)[0])
    if not 0 < len(head) <= _MOST_WORDS_IN_HEAD or not _is_counted(head, thing, pattern):
        return thing
    verbs = {*words.grammar["verb_bases"], *words.grammar["auxiliary"]} if len(head) > 1 else set()
    if set(head) & _opened(words) or head[0] in verbs or re.match(r"\W|\d", thing):
        return thing
    return f"{article(thing, words)} {thing}"


def _is_counted(head: Sequence[str], thing: str, pattern: Mapping[str, Any]) -> bool:
    """Whether the last word of the head is a counted thing, or a part of the body that something is said of."""
    if head[-1] in pattern["nouns"]:
        return True
    described = len(head) > 1 or re.match(rf"{head[-1]}{pattern['described']}", thing, re.IGNORECASE)
    return head[-1] in pattern["parts"] and bool(described)


def article(thing: str, words: Vocabulary) -> str:
    """“A” or “an”, by how the thing begins."""
    pattern = words.grammar["counted"]
    return str(pattern["an" if re.match(pattern["an_before"], thing) else "a"])


def after(stem: str, thing: str, words: Vocabulary) -> str:
    """The same for a point of a list, where the list’s beginning can have such a thing: “Call us for” + “fever”."""
    pattern = words.grammar.get("counted", {}).get("after", r"(?!)")
    return with_article(thing, words) if re.search(pattern, stem) else thing


def shared(stem: str, first: str, later: str, words: Vocabulary) -> str:
    """The same for a later thing of a list, whose article the ``first`` may have for all: “a gown, cap and mask”.

    So may its “your”: “check your pulse, weight, temperature and oxygen level” → “… your temperature and oxygen level”.
    """
    pattern = words.grammar.get("counted")
    opens = tokens(first)[:1]
    if pattern and opens == [pattern["your"]] and re.search(pattern["own_after"], stem):
        return later if set(tokens(later)[:1]) & _opened(words) else f"{pattern['your']} {later}"
    has_one = pattern and set(opens) & {pattern["a"], pattern["an"]}
    return with_article(later, words) if has_one else after(stem, later, words)


def _opened(words: Vocabulary) -> set[str]:
    """What a thing begins with that needs no article, or is no thing."""
    return {
        *words.grammar["articles"],
        *words.grammar["determiners"],
        *words.grammar["plural_quantities"],
        *words.grammar["negative"],
        *words.grammar["prepositions"],
        *words.grammar["no_subject"],
        *words.grammar["counted"]["not_with"],
    }

"""Room between the lines of a part: a longer pause after what may weigh on the listener.

A pause follows the sense, not the word: an order, a condition, what is denied
(“it does not hurt”) and what goes on (“But …”) have none after them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from narration.script import Say, Silence
from narration.writing.frame.invitations import Line
from narration.writing.sentences.clauses import conditional, has_verb, instructs
from narration.writing.sentences.text import capitalised, tokens
from narration.writing.vocabulary import Vocabulary


def between(says: Sequence[Say], words: Vocabulary) -> list[Line]:
    """The lines with a pause after each that weighs and what goes on from it; the part has its own pause at its end."""
    lines: list[Line] = [*says[:1]]
    waits = False
    for before, say in pairwise(says):
        waits = waits or (not before.from_style and weighs(before.text, words))
        if waits and not _goes_on(say, words) and not _comforts(say, words):
            lines.append(Silence(float(words.style["heavy_pause"])))
            waits = False
        lines.append(say)
    return lines


def _comforts(say: Say, words: Vocabulary) -> bool:
    """Whether a line may be the comfort for the one before it: the time comes after both."""
    return re.match(words.grammar.get("comforts", r"(?!)"), say.text) is not None


def weighs(text: str, words: Vocabulary) -> bool:
    """Whether a line says of something heavy that it may be so."""
    if set(tokens(text)) & set(words.grammar["negative"]) or not has_verb(text, words):
        return False
    return _heavy(text, words.style) and not instructs(text, words) and not conditional(text, words, strictly=True)


def hangs_on(text: str, words: Vocabulary) -> bool:
    """Whether a line speaks of what the one before it named, so that no definition may come between."""
    first, *rest = tokens(text) or [""]
    at = words.grammar.get("hangs_at")
    if at and re.search(at, text):
        return True
    return first in words.grammar["hangs_on"] and not set(rest[:1]) & set(words.grammar["stands_alone"])


def varied(says: Sequence[Say], words: Vocabulary) -> list[Say]:
    """The lines with another word where two in a row begin with the same one of the style's ``not_twice``.

    A word that may stand before a noun has one of ``before`` after it (“These can …”, no “These tablets …”).
    Who does three things in a row is not named a third time (``third_time``): “También le explicará …”.
    """
    made: list[Say] = []
    for say in says:
        say = _third_time(say, made[-2:], words)
        first, _, rest = say.text.partition(" ")
        other = words.style.get("not_twice", {}).get(first)
        twice = other and made and made[-1].text.startswith(f"{first} ")
        if twice and "before" in other:
            nexts = [*tokens(rest)[:1], *tokens(made[-1].text)[1:2]]
            twice = len(nexts) > 1 and set(nexts) <= set(other["before"])
        made.append(replace(say, text=f"{other['say']} {rest}") if twice else say)
    return made


def _third_time(say: Say, before: Sequence[Say], words: Vocabulary) -> Say:
    """The line with “also” for the one who does what the two lines before it tell, of the same sentence."""
    found = re.match(words.grammar.get("third_time", r"(?!)"), say.text)
    if found is None or [other.sources for other in before] != [say.sources] * 2:
        return say
    if not all(re.match(rf"[^\W\d_]+ {re.escape(found['who'])} ", other.text) for other in before):
        return say
    return replace(say, text=f"{capitalised(words.grammar['lists']['also'])} {say.text[found.end() :]}")


def _goes_on(after: Say, words: Vocabulary) -> bool:
    """Whether the next line belongs to the one before: “But …”, or a definition."""
    return after.from_style or hangs_on(after.text, words)


def _heavy(text: str, style: Mapping[str, Any]) -> bool:
    lower = text.lower()
    for phrase in style.get("not_heavy", ()):
        lower = lower.replace(phrase, "")
    found = set(re.findall(r"[^\W\d_]+", lower))
    return bool(found & set(style["heavy"]))

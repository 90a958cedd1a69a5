"""Whether a line may have a verb: every form of the verbs that the writing knows counts, also where it is a noun here.

So what has none is surely no sentence: “Fernbank Neurology, Castle Bay.”, “At much lower doses.”, “Con dos muletas.”
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from narration import language
from narration.language import spanish_verbs
from narration.language.inflection import verb_forms

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def may_have_verb(text: str, tag: str) -> bool:
    """Whether a word of the text may be a verb, for all that the lists know."""
    return bool(verbs_in(text, tag) or re.match(_suspect(tag)["order_first"], text))


def verbs_in(text: str, tag: str) -> int:
    """How many words may be verbs."""
    suspect, forms = _suspect(tag), _forms(tag[:2])
    ending, never = re.compile(suspect["verb_ending"]), suspect["never_verbs"]
    found = (word.lower().replace("'", "’") for word in _WORD.findall(text))
    return sum(word in forms or (ending.search(word) is not None and word not in never) for word in found)


def is_clause(text: str, tag: str) -> bool:
    """Whether a few words are a short sentence and no name: “A light comes on.”, “Procura venir acompañada.”"""
    found = [word.lower().replace("'", "’") for word in _WORD.findall(text)]
    if tag[:2] == "es":
        return len(found) > 2 and may_have_verb(text, tag)
    grammar, small = language.load(tag, "grammar"), _suspect(tag)["after_order"]
    order = len(found) > 1 and found[0] in grammar["verb_bases"] and found[1] in small
    return order or any(word in _thirds() for word in found[1:])


def _suspect(tag: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = language.load(tag, "suspect")
    return found


@cache
def _thirds() -> frozenset[str]:
    irregular = language.load("en", "plain_words")["irregular"]
    return frozenset(verb_forms(base, irregular).third for base in language.load("en", "grammar")["verb_bases"])


@cache
def _forms(spoken: str) -> frozenset[str]:
    grammar = language.load(spoken, "grammar")
    forms = {*grammar["auxiliary"], *grammar["commands"], *_suspect(spoken)["verbs_besides"]}
    if spoken == "es":
        known = spanish_verbs.forms()
        return frozenset({*forms, *grammar["verbs"], *known.finite, *known.commands})
    bases = grammar["verb_bases"]
    regular = (verb_forms(base, {}).past for base in bases)  # no irregular past: “left” is a side, too
    return frozenset({*forms, *bases, *_thirds(), *regular})

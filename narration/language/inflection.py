"""English inflection, as far as a list of plain words needs it: regular forms by rule, the others from the list.

The five forms of a verb are those of any school grammar: base, third person,
past, past participle, and the ``-ing`` form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class VerbForms:
    base: str
    third: str
    past: str
    participle: str
    ing: str


def verb_forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> VerbForms:
    """The forms of a verb of one or more words; only the first word inflects (``watch over`` → ``watches over``).

    ``irregular`` gives third person, past, participle and ``-ing`` for verbs that the rules would get wrong.
    """
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    if head in irregular:
        third, past, participle, ing = irregular[head]
    else:
        third, past, ing = plural(head), _with_ed(head), _with_ing(head)
        participle = past
    return VerbForms(verb, third + tail, past + tail, participle + tail, ing + tail)


def plural(noun: str) -> str:
    """The regular plural of a noun (and third person of a verb); the last word of several inflects."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{_doubled(verb)}ed"


def _with_ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return f"{verb[:-1]}ing"
    return f"{_doubled(verb)}ing"


def _doubled(verb: str) -> str:
    """``stop`` → ``stopp``: a short verb that ends in consonant, vowel, consonant."""
    short = sum(letter in _VOWELS for letter in verb) == 1
    closed = len(verb) >= 3 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return verb + verb[-1] if short and closed else verb

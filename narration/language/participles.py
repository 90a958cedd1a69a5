"""Participles in *-ing* (Spanish: gerunds) as finite verbs: ``making`` → ``makes``, ``haciéndole`` → ``le hace``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from narration.language import spanish_verbs
from narration.language.conjugation import PRONOUNS, conjugated
from narration.language.inflection import verb_forms


@dataclass(frozen=True, slots=True)
class Finite:
    """What a participle says: as ``base`` after “may”, of ``one`` thing, and of ``several``."""

    base: str
    one: str
    several: str


def english(bases: Iterable[str], irregular: Mapping[str, Sequence[str]]) -> dict[str, Finite]:
    """By the form in *-ing*; verbs may be of two words (``respond well``)."""
    made = ((base, verb_forms(base, irregular)) for base in bases)
    return {forms.ing: Finite(base, forms.third, base) for base, forms in made}


def spanish(infinitives: Iterable[str]) -> dict[str, Finite]:
    """By the gerund, alone and with a pronoun, which then stands before the verb."""
    found: dict[str, Finite] = {}
    for verb in infinitives:
        made = conjugated(verb, spanish_verbs.known())
        one, several = made["pres3"], made["pres3p"]
        found[made["ger"]] = Finite(verb, one, several)
        for pronoun in PRONOUNS["ger"]:
            found[made[f"ger+{pronoun}"]] = Finite(made[f"inf+{pronoun}"], f"{pronoun} {one}", f"{pronoun} {several}")
    return found

"""The forms of the Spanish verbs that the writing rules know: which are finite, which tell somebody to do something.

The verbs are data: the language’s grammar names regular ones and those that change
their stem (*cerrar* → *cierra*, *volver* → *vuelve*, *pedir* → *pide*),
``plain_words.yaml`` the irregular ones.  The forms of *vos* are those of the
Río de la Plata (RAE, Nueva gramática, §4.12).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from narration import language
from narration.language.conjugation import PRONOUNS, conjugated, ordered

_FINITE = ("pres", "subj", "imp", "cond", "fut", "pret")
_ACCENTED = {"a": "á", "e": "é", "i": "í", "í": "í"}
_AFTER_VOS = ("me", "te", "nos", "le", "les", "lo", "la", "los", "las")
_SEVERAL = {"usted": "", "ustedes": "n"}
"""What an order to one or to several has after the form that they share."""
_CHANGES = {"ie": ("e", "ie"), "ue": ("o", "ue"), "i": ("e", "i")}


@dataclass(frozen=True, slots=True)
class Forms:
    """``finite`` forms; ``commands`` for *usted*, *ustedes* and *vos*; ``forbidden`` are those after *no*.

    ``person`` tells to whom a command speaks: ``usted``, ``ustedes``, ``vos`` or ``tú``.
    """

    finite: frozenset[str]
    commands: frozenset[str]
    forbidden: frozenset[str]
    person: Mapping[str, str]


@cache
def forms() -> Forms:
    """Every form of the known verbs, but those that are other words as well (``not_verbs``: *entre*, *tarde*)."""
    grammar = language.load("es", "grammar")
    finite: set[str] = set()
    commands: set[str] = set()
    forbidden: set[str] = set()
    person: dict[str, str] = {}
    for verb in known():
        made = conjugated(verb, known())
        finite |= {form for name, form in made.items() if name.startswith(_FINITE) and "+" not in name}
        finite.add(_vos(verb, "s"))
        usted = {form for name, form in made.items() if name == "subj3" or name.startswith("subj+")}
        several = {made["subj3p"], *(ordered(made["subj3p"], pronoun) for pronoun in PRONOUNS["subj"])}
        vos = {_vos(verb), *(verb[:-1] + pronoun for pronoun in _AFTER_VOS)}
        commands |= usted | several | vos | {made[name] for name in made if name.startswith("tú+")}
        familiar = {known()[verb].get("tú", made["pres3"]), *(made[name] for name in made if name.startswith("tú+"))}
        for name, said in (("tú", familiar), ("vos", vos), ("ustedes", several), ("usted", usted)):
            person |= dict.fromkeys(said, name)
        forbidden |= {made["subj3"], made["subj3p"], made["subj2"]}
    finite |= {word for form in list(finite) for word in form.split()}
    others = set(grammar["not_verbs"])
    return Forms(frozenset(finite - others), frozenset(commands - others), frozenset(forbidden), person)


@cache
def known() -> Mapping[str, Mapping[str, str]]:
    """The verbs whose every form is known, with the forms that no rule tells."""
    grammar = language.load("es", "grammar")
    found: dict[str, Mapping[str, str]] = {verb: {} for verb in grammar["regular"]}
    for change, verbs in grammar["stem_changing"].items():
        found |= {verb: _changed(verb, *_CHANGES[change]) for verb in verbs}
    return found | dict(language.load("es", "plain_words")["irregular"])


def _changed(verb: str, vowel: str, into: str) -> dict[str, str]:
    """The forms in which the last vowel of the stem changes; verbs in *-ir* also have a weaker change."""
    at = verb[:-2].rindex(vowel)
    strong = verb[:at] + into + verb[at + 1 :]
    made = conjugated(strong, {})
    changed = {"pres": made["pres3"], "subj": made["subj3"]}
    if verb.endswith("ir"):
        weak = verb[:at] + ("u" if vowel == "o" else "i") + verb[at + 1 : -2]
        changed |= {"pret": f"{weak}ió {weak}ieron", "ger": f"{weak}iendo"}
    return changed


def _vos(verb: str, ending: str = "") -> str:
    """*tomar* → *tomá*, *tomás*."""
    return verb[:-2] + _ACCENTED[verb[-2]] + ending


def ordering(verb: str, person: str, pronouns: str = "") -> str:
    """An order to ``person`` with its pronouns: ``lávese``, ``lávate``, ``lavate``; ``""`` where it is not known."""
    if person == "vos":
        return ordered(_vos("andar" if verb == "ir" else verb), pronouns)
    made = conjugated(verb, known())
    form = known()[verb].get("tú", made["pres3"])
    if person in _SEVERAL:
        form = made["subj3"] + _SEVERAL[person]
    return ordered(form, pronouns)


def forbidding(verb: str, person: str) -> str:
    """What follows *no*, after the pronouns: ``lave``, ``laves``."""
    made = conjugated(verb, known())
    return made["subj3"] + _SEVERAL[person] if person in _SEVERAL else made["subj2"]

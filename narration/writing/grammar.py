"""A language's grammar, ready for the rules: lists as sets, and verbs with their forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from narration import language
from narration.language import participles, spanish_verbs
from narration.language.inflection import verb_forms
from narration.language_tags import primary


@cache
def prepared(tag: str) -> Mapping[str, Any]:
    """The grammar of a BCP 47 tag's language."""
    loaded: dict[str, Any] = dict(language.load(tag, "grammar"))
    loaded["irregular_verbs"] = language.load(tag, "plain_words").get("irregular") or {}
    verbs = set(loaded["verbs"])
    for base in loaded.get("verb_bases", ()):
        verbs |= {base, verb_forms(base, loaded["irregular_verbs"]).third}
    loaded["verbs"] = verbs
    if primary(tag) == "es":
        known = spanish_verbs.forms()
        loaded["verbs"] |= known.finite
        loaded["commands"] = {*loaded["commands"], *known.commands}
        loaded["forbidden"] = known.forbidden
        loaded["command_person"] = known.person
    if "participles" in loaded:
        loaded["participles"] = loaded["participles"] | _by_participle(tag, loaded)
    return {key: frozenset(value) if _words(value) else value for key, value in loaded.items()}


def _by_participle(tag: str, grammar: Mapping[str, Any]) -> dict[str, dict[str, participles.Finite]]:
    """The verbs that a participle may be of, by that participle."""
    hanging = grammar["participles"]
    kinds = hanging.keys() & {"of_it", "results", "acts"}
    if primary(tag) == "es":
        return {kind: participles.spanish(hanging[kind]) for kind in kinds}
    irregular = grammar["irregular_verbs"]
    made = {kind: participles.english(hanging[kind], irregular) for kind in kinds}
    is_and_has = {form: participles.Finite(*forms) for form, forms in hanging["is"].items()}
    meanwhile = participles.english(grammar["verb_bases"], irregular) | made["results"] | is_and_has
    return made | {"meanwhile_verbs": meanwhile}


def _words(value: Any) -> bool:
    return isinstance(value, (list, set)) and all(isinstance(item, str) for item in value)

"""The plain-words list of a language, with every form of its words.

``plain_words.yaml`` has up to five parts: ``verbs`` and ``nouns`` (base forms,
inflected here), ``phrases`` (used just as they stand) ``adjectives`` (Spanish), and
``irregular`` (verb forms that the rules would get wrong).  A value is the
plain word, or a table with ``say`` and the words that must or must not stand
beside the entry: ``after`` and ``before`` (one of these is needed),
``not_after`` and ``not_before`` (none of these may be there; ``0`` is any number
in figures), ``not_in`` (none of these anywhere in the sentence),
``only_in`` (one of these somewhere in it), ``counted: true`` (a noun in the singular that needs an article then).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from narration import language
from narration.errors import UsageError
from narration.language import conjugation
from narration.language.inflection import plural, verb_forms
from narration.language_tags import primary


@dataclass(frozen=True, slots=True)
class PlainWord:
    """What to say for one form.

    ``past`` differs from ``say`` where the formal word is at once a past tense
    and a participle and the plain one is not: ``administered`` → ``gave``, ``given``.
    """

    say: str
    past: str = ""
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    not_in: frozenset[str] = frozenset()
    only_in: frozenset[str] = frozenset()
    form: str = ""
    """In English ``noun``, or of a verb ``participle`` or ``ing``, which before a noun tell what kind it is of."""
    counted: bool = False
    """Of a noun: whether only the plain word needs an article: “for assessment” is not “for check”."""
    genders: str = ""
    """Of a noun whose plain word has another gender: the formal word's and the plain word's, ``fm``."""

    def fits(self, word_before: str, word_after: str, all_words: Iterable[str] = ()) -> bool:
        """Whether the words beside it show that the meaning is the listed one."""
        return (
            (not self.after or word_before in self.after)
            and (not self.before or word_after in self.before)
            and word_before not in self.not_after
            and word_after not in self.not_before
            and self.not_in.isdisjoint(all_words)
            and (not self.only_in or not self.only_in.isdisjoint(all_words))
        )


@cache
def plain_words(tag: str, house: Path | None = None) -> Mapping[str, PlainWord]:
    """Every formal form of a BCP 47 tag's language, in lower case, with what to say for it.

    ``house`` is a clinic's own folder, as ``language.load`` takes it.
    """
    listed = language.load(tag, "plain_words", house)
    return expand_spanish(listed) if primary(tag) == "es" else expand(listed)


def expand(listed: Mapping[str, Any]) -> dict[str, PlainWord]:
    """An English list's entries with all their forms.  Raises ``UsageError`` for an entry without ``say``."""
    found: dict[str, PlainWord] = {}
    irregular = listed.get("irregular") or {}
    for formal, entry in _entries(listed, "verbs"):
        theirs, ours = verb_forms(formal, irregular), verb_forms(entry["say"], irregular)
        found[theirs.base] = _word(entry, ours.base)
        found[theirs.third] = _word(entry, ours.third)
        # “Worsening pain” is no “getting worse pain”: before a noun several words cannot stand for one.
        several = " " in ours.ing and not {"after", "before"} & set(entry)
        found[theirs.ing] = replace(_word({**entry, "after": BEING} if several else entry, ours.ing), form="ing")
        found[theirs.participle] = replace(_word(entry, ours.participle, ours.past), form="participle")
        found.setdefault(theirs.past, _word(entry, ours.past))
    for formal, entry in _entries(listed, "nouns"):
        found[plural(formal)] = replace(_word(entry, plural(entry["say"])), form="noun")
        counted = bool(entry.get("counted"))
        found[formal] = replace(_word(entry, entry["say"]), form="noun", counted=counted)
    for formal, entry in _entries(listed, "phrases"):
        found[formal] = _word(entry, entry["say"])
    return found


BEING = (
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "isn’t",
    "isn't",
    "aren’t",
    "aren't",
    "keeps",
    "keep",
    "starts",
    "start",
)
"""Words before an English “-ing” that show it to be a verb."""


def expand_spanish(listed: Mapping[str, Any]) -> dict[str, PlainWord]:
    """A Spanish list's entries with all their forms.

    A verb's ``without`` names forms that are other words (``part``, where
    *empleado* is a person); where *tú* has an imperative of its own (*haz*),
    the third person is changed only after words that show it to be one.  A
    noun's ``gender`` is ``fm`` where a feminine becomes masculine.
    """
    found: dict[str, PlainWord] = {}
    irregular = listed.get("irregular") or {}
    for formal, entry in _entries(listed, "verbs"):
        theirs, ours = conjugation.conjugated(formal, irregular), conjugation.conjugated(entry["say"], irregular)
        own_imperative = "tú" in irregular.get(entry["say"].split()[0], {})
        for name, form in theirs.items():
            if any(_is_form(name, other) for other in entry.get("without", ())) or (
                "+" in name and " " in entry["say"]
            ):
                continue
            third = name == "pres3" and own_imperative and "after" not in entry
            found.setdefault(form, _word({**entry, "after": THIRD_PERSON} if third else entry, ours[name]))
    for formal, entry in _entries(listed, "nouns"):
        genders = str(entry.get("gender", ""))
        forms = conjugation.noun_phrases(formal, entry["say"], genders)
        for written, said, before, not_after in forms:
            sides = {"before": before, "not_after": not_after}
            found[written] = replace(_word({**sides, **entry}, said), genders=genders if len(genders) > 1 else "")
    for formal, entry in _entries(listed, "adjectives"):
        for written, said in conjugation.adjectives(formal, entry["say"]):
            found[written] = _word(entry, said)
    for formal, entry in _entries(listed, "phrases"):
        found[formal] = _word(entry, entry["say"])
    return found


def _is_form(name: str, listed: str) -> bool:
    """``part`` stands for all four participles, ``subj+se`` for itself only."""
    return name == listed or ("+" not in listed and name.startswith(listed))


THIRD_PERSON = (
    "si", "no", "cuando", "mientras", "se", "le", "les", "lo", "los", "que", "quien", "usted", "enfermera", "enfermero",
    "médico", "médica", "personal", "equipo", "técnico", "técnica", "doctor", "doctora", "paciente", "cirujano",
    "anestesista", "cardiólogo", "cardióloga", "ginecólogo", "ginecóloga", "radiólogo", "radióloga", "neumólogo",
    "neumóloga", "neurólogo", "neuróloga", "oncólogo", "oncóloga", "urólogo", "uróloga", "traumatólogo", "traumatóloga",
    "endoscopista", "especialista", "profesional", "dentista", "matrona", "cirujana", "fisioterapeuta", "terapeuta",
)  # fmt: skip
"""Words before a Spanish verb that show it to be no command."""


def _entries(listed: Mapping[str, Any], part: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for formal, entry in (listed.get(part) or {}).items():
        table = entry if isinstance(entry, Mapping) else {"say": str(entry)}
        if "say" not in table:
            raise UsageError(f"the plain words do not tell what to say for “{formal}”.", remedy="Give it a `say`.")
        yield str(formal).lower(), table


def _word(entry: Mapping[str, Any], say: str, past: str = "") -> PlainWord:
    sides: dict[str, Any] = {
        key: frozenset(entry.get(key, ()))
        for key in ("after", "before", "not_after", "not_before", "not_in", "only_in")
    }
    return PlainWord(say, past if past != say else "", **sides)

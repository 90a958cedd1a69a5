"""The plain-words list of a language, with every form of its words.

``plain_words.yaml`` has up to four parts: ``verbs`` and ``nouns`` (base forms,
inflected here; English only), ``phrases`` (used just as they stand) and
``irregular`` (verb forms that the rules would get wrong).  A value is the
plain word, or a table with ``say`` and the words that must or must not stand
beside the entry: ``after`` and ``before`` (one of these is needed),
``not_after`` and ``not_before`` (none of these may be there).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from narration import language
from narration.language.inflection import plural, verb_forms


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

    def fits(self, word_before: str, word_after: str) -> bool:
        """Whether the words beside it show that the meaning is the listed one."""
        return (
            (not self.after or word_before in self.after)
            and (not self.before or word_after in self.before)
            and word_before not in self.not_after
            and word_after not in self.not_before
        )


@cache
def plain_words(tag: str, house: Path | None = None) -> Mapping[str, PlainWord]:
    """Every formal form of a BCP 47 tag's language, in lower case, with what to say for it.

    ``house`` is a clinic's own folder, as ``language.load`` takes it.
    """
    return expand(language.load(tag, "plain_words", house))


def expand(listed: Mapping[str, Any]) -> dict[str, PlainWord]:
    """A list's entries with all their forms.  Raises ``KeyError`` for an entry without ``say``."""
    found: dict[str, PlainWord] = {}
    irregular = listed.get("irregular") or {}
    for formal, entry in _entries(listed, "verbs"):
        theirs, ours = verb_forms(formal, irregular), verb_forms(entry["say"], irregular)
        found[theirs.base] = _word(entry, ours.base)
        found[theirs.third] = _word(entry, ours.third)
        found[theirs.ing] = _word(entry, ours.ing)
        found[theirs.participle] = _word(entry, ours.participle, ours.past)
        found.setdefault(theirs.past, _word(entry, ours.past))
    for formal, entry in _entries(listed, "nouns"):
        found[plural(formal)] = _word(entry, plural(entry["say"]))
        found[formal] = _word(entry, entry["say"])
    for formal, entry in _entries(listed, "phrases"):
        found[formal] = _word(entry, entry["say"])
    return found


def _entries(listed: Mapping[str, Any], part: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for formal, entry in (listed.get(part) or {}).items():
        yield str(formal).lower(), entry if isinstance(entry, Mapping) else {"say": str(entry)}


def _word(entry: Mapping[str, Any], say: str, past: str = "") -> PlainWord:
    sides = {key: frozenset(entry.get(key, ())) for key in ("after", "before", "not_after", "not_before")}
    return PlainWord(say, past if past != say else "", **sides)

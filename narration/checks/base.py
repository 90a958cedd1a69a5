"""The seam for checks, and how to add one.

A check looks at a script and tells what a reviewer must know.  It is **one
file and one table row**: write ``narration/checks/NAME.py`` with a function
``check(context: Context) -> Iterator[Finding]`` and add it to ``CHECKS`` in
``narration/checks/__init__.py``.  Plant the fault it looks for in
``tests/checks/mutations.py``, and add an edit that is right but looks like it
to ``tests/cases/checks/right.txt``, or a line of the writer's with the fault beside it to
``pairs.txt`` there.

A finding that blocks is one that no approved track may have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal

from narration.checks.lexicon import Clause, Lexicon, words
from narration.language import forbidding
from narration.language.plain import PlainWord
from narration.plan import FIELD, fill_fields
from narration.script import Say, Script, ScriptPhase

Level = Literal["block", "warn", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """``line`` counts from 1 in the script's file, 0 where no one line is meant."""

    level: Level
    rule: str
    message: str
    suggestion: str = ""
    phase: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The page that a script was written from, as it reads today.

    ``same`` says whether it still has the checksum that the script names;
    ``names`` are its parts', ``pieces`` all that is not spoken of it.
    """

    file: str
    same: bool
    title: str
    names: Sequence[str]
    sentences: Sequence[str]
    pieces: Sequence[str]


@dataclass(frozen=True, eq=False)
class Rendering:
    """Source sentences that share lines, and those lines; both also as a voice would speak them, without ``say_as``.

    ``ids`` are the sentences' ids in the order of the source.
    """

    ids: tuple[str, ...]
    phase: ScriptPhase
    lines: tuple[Say, ...]
    spoken_source: tuple[str, ...]
    spoken_lines: tuple[str, ...]
    lexicon: Lexicon

    @property
    def line(self) -> int:
        return self.lines[0].line

    @property
    def name(self) -> str:
        """How a message names the sentences."""
        return ", ".join(self.ids)

    @cached_property
    def source_clauses(self) -> tuple[Clause, ...]:
        return tuple(clause for text in self.spoken_source for clause in self.lexicon.clauses(text))

    @cached_property
    def whole_clauses(self) -> tuple[Clause, ...]:
        """The source's clauses, each point of a list with the beginning that it hangs on: “you must not:”, “drive;”.

        A point that ends as a sentence does hangs on it where a line says both.
        """
        made: list[tuple[str, bool]] = []
        lead = lead_key = ""
        unmarked = False
        for key, spoken in zip(self.ids, self.spoken_source, strict=True):
            written = self.phase.source[key].strip()
            open_ended = written[:1].islower() or not written.endswith((".", "!", "?", ":"))
            said_with = any({lead_key, key} <= set(say.sources) for say in self.lines)
            point = bool(lead) and (said_with or (open_ended and not unmarked))
            if point and made[-1][0].rstrip(" :,.;…") == lead:
                made.pop()  # it is said with its points
            own_clause = "," if re.search(self.lexicon.meaning["ends_in_reason"], lead) else ""
            made.append((f"{lead}{own_clause} {spoken}" if point else spoken, point))
            if not point:
                unmarked = written[-1:].isalpha()  # “For 24 hours you must not”, over “drive”
                opens = unmarked or written.endswith((":", "…"))
                lead, lead_key = (spoken.rstrip(" :,.;…"), key) if opens else ("", "")
        return tuple(replace(clause, led=led) for text, led in made for clause in self.lexicon.clauses(text))

    @cached_property
    def line_clauses(self) -> tuple[tuple[Say, Clause], ...]:
        pairs = zip(self.lines, self.spoken_lines, strict=True)
        return tuple((say, clause) for say, text in pairs for clause in self.lexicon.clauses(text))

    def finding(self, level: Level, rule: str, message: str, suggestion: str, say: Say | None = None) -> Finding:
        return Finding(
            level, rule, f"{message} ({self.name})", suggestion, self.phase.name, (say or self.lines[0]).line
        )


def without(text: str, phrases: Sequence[str]) -> str:
    """A text with a space around each word, less the phrases that only hold a word of another meaning (“si bien”)."""
    for phrase in phrases:
        text = text.replace(f" {phrase} ", " ")
    return text


@dataclass(frozen=True, eq=False)
class Context:
    """What a check may look at.

    ``spoken`` turns written words into spoken ones, ``plainly`` does so without
    the script's ``say_as``.  ``suspect`` has the language's patterns of what may
    be wrong.  ``page`` is None where the page is not at hand.
    """

    script: Script
    today: date
    spoken: Callable[[str], str]
    plainly: Callable[[str], str]
    meaning: Mapping[str, Any]
    lexicon: Lexicon
    plain: Mapping[str, PlainWord] = field(default_factory=dict)
    terms: Sequence[Mapping[str, Any]] = ()
    style: Mapping[str, Any] = field(default_factory=dict)
    suspect: Mapping[str, Any] = field(default_factory=dict)
    page: SourcePage | None = None

    @cached_property
    def renderings(self) -> tuple[Rendering, ...]:
        """Every source sentence that a line says, once, with the sentences that share its lines."""
        return tuple(found for phase in self.script.phases for found in self._renderings(phase))

    def _renderings(self, phase: ScriptPhase) -> Iterator[Rendering]:
        done: set[str] = set()
        first = {key: say.text for say in reversed(phase.says) for key in say.sources}
        bans = forbidding.in_force(phase.name, phase.source, first, self.script.language)
        for key in phase.source:
            if key in done:
                continue
            together, lines = {key}, [say for say in phase.says if key in say.sources]
            while True:
                wider = together | {s for say in lines for s in say.sources if s in phase.source}
                lines = [say for say in phase.says if wider & set(say.sources)]
                if wider == together:
                    break
                together = wider
            done |= together
            if lines:
                ids = tuple(key for key in phase.source if key in together)
                source = tuple(
                    self.plainly(self.for_the_ear(self._forbidden(phase.source[key], bans.get(key)))) for key in ids
                )
                ban = next((bans[key] for key in ids if key in bans), None)
                said = tuple(self.plainly(self.filled(self._without_lead(say.text, ban))) for say in lines)
                yield Rendering(ids, phase, tuple(lines), source, said, self.lexicon)

    def _forbidden(self, text: str, ban: forbidding.Ban | None) -> str:
        """An act under a heading that forbids, with what the heading says of it."""
        if ban is None or not forbidding.is_act(text, self.script.language):
            return text
        return forbidding.filled(ban.act, f"{text[:1].lower()}{text[1:]}", "", "", self.script.language)

    def _without_lead(self, text: str, ban: forbidding.Ban | None) -> str:
        """A line without what it has of such a heading: “Another thing not to do: swimming.”"""
        return text[len(forbidding.lead_of(ban, text, self.script.language)) :] if ban else text

    def for_the_ear(self, text: str) -> str:
        """A sentence of the page without what only points to another place of it, its columns apart."""
        for pattern in ("pointer_brackets", "pointer_tails"):  # “(see page 3)”, “Red: see the box below.”
            text = re.sub(self.meaning[pattern], "", text)
        return re.sub(r"(?<=\S)\s+\|\s+(?=\S)", "; ", text)

    @cached_property
    def known_stems(self) -> dict[tuple[str, ...], frozenset[str]]:
        """What ``wording`` has found for source sentences, so that each is looked at once."""
        return {}

    @cached_property
    def formal_phrases(self) -> dict[str, list[tuple[str, str]]]:
        """By its first word, each formal phrase, and what the plain-words list or ``said_as`` says for it."""
        found: dict[str, list[tuple[str, str]]] = {}
        plain = {formal: f"{entry.say} {entry.past}" for formal, entry in self.plain.items()}
        for formal, said in (*plain.items(), *self.meaning["said_as"].items()):
            tokens = words(formal)
            if tokens:
                found.setdefault(tokens[0], []).append((" ".join(tokens), said))
        return found

    @cached_property
    def _terms(self) -> list[tuple[str, str]]:
        return [(" ".join(words(str(term))), str(entry["say"])) for entry in self.terms for term in entry["terms"]]

    def terms_in(self, source: str) -> Iterator[tuple[str, str]]:
        """The medical terms among space-separated words, each with its explanation."""
        return ((term, said) for term, said in self._terms if f" {term} " in source)

    @cached_property
    def _plain_stems(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for formal, entry in self.plain.items():
            said = self.lexicon.stems(self.lexicon.content(words(f"{entry.say} {entry.past}")))
            for word in self.lexicon.content(words(formal)):
                found.setdefault(self.lexicon.stem(word), set()).update(said)
        return found

    def same(self, stem: str) -> frozenset[str]:
        """The stem and those of what the plain-words list says for it, or has it said for."""
        if stem not in self._same:
            formal = {other for other, plain in self._plain_stems.items() if stem in plain}
            self._same[stem] = frozenset({stem, *self._plain_stems.get(stem, ()), *formal})
        return self._same[stem]

    @cached_property
    def _same(self) -> dict[str, frozenset[str]]:
        return {}

    def equals(self, word: str) -> frozenset[str]:
        """The single words that ``contrasts`` takes for one with it."""
        return self._equals.get(word, frozenset())

    @cached_property
    def _equals(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for listed in self.meaning["contrasts"]:
            for member in listed:
                singles = frozenset(phrase for phrase in str(member).split("|") if " " not in phrase)
                for phrase in singles:
                    found[phrase] = found.get(phrase, frozenset()) | singles
        return found

    def filled(self, text: str) -> str:
        """The line with its fields, as far as they are known."""
        known = {name: self.script.fields.get(name, "") for name in FIELD.findall(text)}
        return fill_fields(text, known)

    def page_lines(self) -> Iterator[tuple[ScriptPhase, Say, str]]:
        """The lines that say something of the page, with their phase, and as they are heard; none from the style."""
        for phase, say in self.script.says():
            if not say.from_style:
                yield phase, say, self.filled(say.text)


def sentences(text: str) -> tuple[str, ...]:
    """A spoken text at its full stops: the spoken form has no abbreviations that end in one."""
    return tuple(part for part in re.split(r"(?<=[.!?…])[”\"’)]*\s+", text) if part.strip())


__all__ = ["Clause", "Context", "Finding", "Level", "Rendering", "SourcePage", "sentences", "words"]

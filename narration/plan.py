"""Plan: what will be heard, in order, before there is any audio.

Utterances (what the transcript shows, and what the voice is given) and the
pauses between them.  It can be compared as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from narration.errors import ScriptError
from narration.script import Say, Script, ScriptPhase, Silence
from narration.units import to_samples, to_seconds

SpokenForm = Callable[[str], str]
"""Turns written words into what the voice is given."""

FIELD = re.compile(r"\{([^\W\d]\w*)\}")
"""A field in a line, in any alphabet: ``{helper}``, ``{teléfono}``."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One line as it will be spoken.  ``line`` is its place in the script's file."""

    id: str
    text: str
    spoken: str
    sources: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence in samples, and its ``reason``.

    ``clause`` stands between two lines that say one source sentence,
    ``sentence`` between others, ``announcement`` after a phase's name,
    ``phase`` between phases, ``breath`` after an invitation, ``explicit``
    wherever else the script says how long.
    """

    samples: int
    reason: str


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    title: str
    items: tuple[Utterance | Pause, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """``pace`` is in words a minute while speaking."""

    pace: int
    phases: tuple[PlannedPhase, ...]

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        return tuple(u for phase in self.phases for u in phase.items if isinstance(u, Utterance))

    def items(self) -> Iterator[tuple[PlannedPhase, Utterance | Pause]]:
        for phase in self.phases:
            for item in phase.items:
                yield phase, item


def fill_fields(text: str, fields: Mapping[str, str], script: Script | None = None, line: int = 0) -> str:
    """``{helper}`` → the clinic's words; a field that nobody filled is a ``ScriptError``."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in fields:
            raise ScriptError(
                f"the line uses {{{name}}}, but `fields` does not say what it is.",
                remedy=f"Add `{name}: …` under `fields`.",
                path=script.path if script else None,
                line=line or None,
            )
        return fields[name]

    return FIELD.sub(value, text)


def make_plan(script: Script, spoken_form: SpokenForm) -> Plan:
    """Lay the script out as utterances and pauses.

    An explicit pause stands instead of the pause the pacing would make; two in
    a row add up.  Nothing follows the last utterance: the track's tail does.
    """
    phases = []
    number = 0
    last = max((i for i, phase in enumerate(script.phases) if phase.says), default=-1)
    for index, phase in enumerate(script.phases):
        items: list[Utterance | Pause] = []
        for position, item in enumerate(phase.lines):
            if isinstance(item, Silence):
                items.append(Pause(to_samples(item.seconds), _reason(phase, position)))
                continue
            number += 1
            items.append(_utterance(script, item, number, spoken_form))
            following = phase.lines[position + 1] if position + 1 < len(phase.lines) else None
            if isinstance(following, Say):
                items.append(_pause_after(script, phase, item, following))
            elif following is None and index < last:
                items.append(Pause(to_samples(script.pauses.phase), "phase"))
        phases.append(PlannedPhase(phase.name, tuple(items)))
    return Plan(script.voice.pace, tuple(phases))


def _utterance(script: Script, say: Say, number: int, spoken_form: SpokenForm) -> Utterance:
    text = fill_fields(say.text, script.fields, script, say.line)
    return Utterance(f"c{number:04}", text, spoken_form(text), say.sources, say.line)


def _pause_after(script: Script, phase: ScriptPhase, say: Say, following: Say) -> Pause:
    announces = say is phase.lines[0] and say.from_style and not following.from_style
    if announces:
        return Pause(to_samples(script.pauses.announcement), "announcement")
    if say.sources == following.sources and not say.from_style:
        return Pause(to_samples(script.pauses.clause), "clause")
    return Pause(to_samples(script.pauses.sentence), "sentence")


def _reason(phase: ScriptPhase, position: int) -> str:
    before = phase.lines[position - 1] if position else None
    return "breath" if isinstance(before, Say) and before.from_style else "explicit"


def expected_seconds(script: Script, spoken_form: SpokenForm) -> float:
    """How long the track will be, before there is audio: its words at its pace, and its pauses.

    A field that nobody filled counts as one word.
    """
    named = {name: name for _, say in script.says() for name in FIELD.findall(say.text)}
    plan = make_plan(replace(script, fields={**named, **script.fields}), spoken_form)
    words = sum(len(utterance.spoken.split()) for utterance in plan.utterances)
    silent = sum(item.samples for _, item in plan.items() if isinstance(item, Pause))
    return words * 60 / plan.pace + to_seconds(silent)

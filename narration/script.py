"""Script: for each phase, what is said and where it is silent.

A person reads, edits and approves it as YAML (``script_yaml`` holds the file
format).  Every spoken line names the source sentences it renders, or says that
the house style added it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

STYLE = "style"
"""What ``from`` says when the house style, not the source, gave the line."""


@dataclass(frozen=True, slots=True)
class Say:
    """One spoken line; ``sources`` are sentence ids, or ``(STYLE,)``.

    ``line`` is its place in the YAML file, 0 when it never was in one.
    """

    text: str
    sources: tuple[str, ...]
    line: int = field(default=0, compare=False)

    @property
    def from_style(self) -> bool:
        return self.sources == (STYLE,)


@dataclass(frozen=True, slots=True)
class Silence:
    """An explicit pause: it stands instead of the pause that would follow the line before it."""

    seconds: float
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ScriptPhase:
    """A phase: its source sentences by id, and its lines."""

    name: str
    source: Mapping[str, str]
    lines: tuple[Say | Silence, ...]
    line: int = field(default=0, compare=False)

    @property
    def says(self) -> tuple[Say, ...]:
        return tuple(item for item in self.lines if isinstance(item, Say))


@dataclass(frozen=True, slots=True)
class Omission:
    """A source sentence that is not spoken, and why.

    ``text`` may be empty when ``id`` names a sentence of a phase's ``source``.
    """

    id: str
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """``name`` is ``auto``, ``engine`` or ``engine:voice``; ``pace`` in words a minute of speech."""

    name: str = "auto"
    pace: int = 130


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds of silence where the script has no explicit pause; ``clause`` is within one source sentence."""

    clause: float = 0.6
    sentence: float = 0.9
    announcement: float = 1.2
    phase: float = 2.5


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A file that says how words are spoken (PLS); ``shared`` when the settings name it, not the script."""

    name: str
    sha256: str
    path: Path = field(default=Path(), compare=False)
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """A clinician's signature; void once the script or the signature itself differs, or ``review_by`` passes.

    ``digest`` is over the script and the other four (see ``sign``).
    """

    by: str
    role: str
    on: date
    digest: str
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """A narration, before it has a voice.

    ``about`` is what the source said of itself (reference, review date).
    ``left_out`` lists what is not spoken.
    """

    title: str
    language: str
    phases: tuple[ScriptPhase, ...]
    source_file: str = ""
    source_sha256: str = ""
    voice: VoiceChoice = VoiceChoice()
    pauses: Pauses = Pauses()
    fields: Mapping[str, str] = field(default_factory=dict)
    say_as: Mapping[str, str] = field(default_factory=dict)
    lexicons: tuple[Lexicon, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[Omission, ...] = ()
    review: Review | None = None
    path: Path | None = field(default=None, compare=False)

    @property
    def source(self) -> dict[str, str]:
        """Every source sentence by id, over all phases."""
        return {key: text for phase in self.phases for key, text in phase.source.items()}

    def says(self) -> Iterator[tuple[ScriptPhase, Say]]:
        """Every spoken line with its phase, in order."""
        for phase in self.phases:
            for say in phase.says:
                yield phase, say


def digest(script: Script) -> str:
    """SHA-256 over all that is spoken and how, and what it stands on; not over the review itself."""
    content: dict[str, object] = {
        "title": script.title,
        "language": script.language,
        "page": [script.source_file, script.source_sha256],
        "about": dict(sorted(script.about.items())),
        "voice": [script.voice.name, script.voice.pace],
        "pauses": [script.pauses.clause, script.pauses.sentence, script.pauses.announcement, script.pauses.phase],
        "fields": dict(sorted(script.fields.items())),
        "say_as": dict(sorted(script.say_as.items())),
        "phases": [
            {
                "name": phase.name,
                "source": dict(phase.source),
                "lines": [
                    ["pause", item.seconds] if isinstance(item, Silence) else ["say", item.text, list(item.sources)]
                    for item in phase.lines
                ],
            }
            for phase in script.phases
        ],
        "left_out": [[item.id, item.reason, item.text] for item in script.left_out],
    }
    if script.lexicons:
        content["lexicons"] = [item.sha256 for item in script.lexicons]
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def sign(script: Script, by: str, role: str, on: date, review_by: date | None = None) -> Review:
    """A review that holds for this script as it stands, and for these names and dates only."""
    names = [by, role, on.isoformat(), review_by.isoformat() if review_by else ""]
    canonical = json.dumps([digest(script), *names], ensure_ascii=False, separators=(",", ":"))
    return Review(by, role, on, hashlib.sha256(canonical.encode()).hexdigest(), review_by)


def standing_review(script: Script) -> Review | None:
    """The script's review, if it was of exactly these words and nobody has changed it since."""
    review = script.review
    if review is None or review != sign(script, review.by, review.role, review.on, review.review_by):
        return None
    return review


def draft_reasons(script: Script, today: date) -> tuple[str, ...]:
    """Why a track of this script is a DRAFT; empty when it is approved and in date."""
    review = script.review
    if review is None:
        return ("nobody has approved the script",)
    reasons = []
    if standing_review(script) is None:
        reasons.append(f"the script, or its approval, has changed since {review.by} approved it")
    if review.review_by is not None and today > review.review_by:
        reasons.append(f"its review date, {review.review_by.isoformat()}, has passed")
    return tuple(reasons)

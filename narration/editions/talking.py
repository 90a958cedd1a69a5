"""What both talking books are made of: phases, and a clip of the track for each sentence.

A sentence's clip begins with its speech and lasts until the next sentence
begins: the pauses belong to the guide, and a player that plays clip after clip
never has to seek.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from narration.editions.base import Publication
from narration.timeline import Chapter
from narration.units import to_seconds


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence and its clip, in seconds of the audio."""

    id: str
    text: str
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Phase:
    """A chapter of the book; ``id`` names its files.  A phase of silence has no ``cues``."""

    id: str
    title: str
    cues: tuple[Spoken, ...]

    @property
    def seconds(self) -> float:
        return round(self.cues[-1].end - self.cues[0].begin, 4) if self.cues else 0.0


def phases(publication: Publication) -> tuple[Phase, ...]:
    """The chapters, with clips that follow each other without a gap from the first sentence to the track's end."""
    timeline = publication.timeline
    starts = [cue.start for cue in timeline.cues]
    ends = dict(zip((cue.id for cue in timeline.cues), [*starts[1:], timeline.samples], strict=True))

    def spoken(chapter: Chapter) -> Iterator[Spoken]:
        for cue in timeline.cues_of(chapter):
            begin, end = to_seconds(cue.start, timeline.rate_hz), to_seconds(ends[cue.id], timeline.rate_hz)
            yield Spoken(cue.id, cue.text, begin, end)

    return tuple(
        Phase(f"phase-{number:02}", chapter.title, tuple(spoken(chapter)))
        for number, chapter in enumerate(timeline.chapters, 1)
    )


def identifier(publication: Publication) -> str:
    """The same for every build of this guide by this clinic, so that a reader replaces the older one."""
    parts = (publication.settings.clinic.name, publication.name, publication.script.language)
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(("urn:narration", *parts))).urn

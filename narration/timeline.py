"""Timeline: where each cue and chapter starts and ends, in integer samples.

Captions, chapters, the page and the talking book all read this one clock.
"""

from __future__ import annotations

from dataclasses import dataclass

from narration.units import SAMPLE_RATE_HZ, to_seconds


@dataclass(frozen=True, slots=True)
class Cue:
    """One utterance's audible speech: ``start`` is its onset, ``end`` where it falls silent."""

    id: str
    phase: str
    start: int
    end: int
    text: str
    spoken: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A phase on the clock; chapters touch, so that they cover the whole track."""

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that has a time in the track; ``samples`` is the track's length."""

    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    samples: int
    rate_hz: int = SAMPLE_RATE_HZ

    @property
    def seconds(self) -> float:
        return to_seconds(self.samples, self.rate_hz)

    def cues_of(self, chapter: Chapter) -> tuple[Cue, ...]:
        """The cues that start within ``chapter``."""
        return tuple(c for c in self.cues if chapter.start <= c.start < chapter.end)

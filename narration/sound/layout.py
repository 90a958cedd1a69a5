"""Layout: every clip's place on the sample clock, before any audio is rendered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from narration.audible import Audible
from narration.errors import SoundError
from narration.plan import Pause, Plan, PlannedPhase, Utterance
from narration.sound.listen import Heard
from narration.timeline import Chapter, Cue, Timeline
from narration.units import SAMPLE_RATE_HZ, rescale, to_samples

HEAD_SECONDS = 0.75
TAIL_SECONDS = 2.5
LEAD_SECONDS = 0.015
TRAIL_SECONDS = 0.040
"""What is kept around the audible part: the breath of an ``h``, the end of an ``s``.  It lies within the pauses."""
CHAPTER_LEAD_SECONDS = 0.040
"""A player that jumps to a chapter must not cut its first word."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Samples ``begin`` to ``end`` of the clip ``id`` (at its own rate) sound from track sample ``at``.

    ``samples`` is the length on the track's clock.  The first ``lead`` and the
    last ``trail`` of them are below the threshold of hearing and are faded.
    """

    id: str
    begin: int
    end: int
    at: int
    samples: int
    lead: int
    trail: int
    gain_db: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The clock, and what to put where.  ``placements`` are in order of ``at``."""

    timeline: Timeline
    placements: tuple[Placement, ...]


@dataclass(slots=True)
class _Line:
    """An utterance on its way: ``gap`` is the planned silence before it, in track samples."""

    phase: PlannedPhase
    utterance: Utterance
    heard: Heard
    sound: Audible
    gap: int = 0


def lay_out(plan: Plan, heard: Mapping[str, Heard]) -> Layout:
    """Place each utterance's clip: pauses are the plan's to the sample, from audible end to audible onset.

    The head is silence before the first onset, the tail after the last end; an
    explicit pause at either edge of the plan makes it longer.  Chapters touch
    and cover the whole track.

    Raises ``SoundError`` for a plan without speech and for a clip without
    any audible sound.
    """
    lines, after = _lines(plan, heard)
    cues: list[Cue] = []
    placements: list[Placement] = []
    clock = 0
    for index, line in enumerate(lines):
        following = lines[index + 1].gap if index + 1 < len(lines) else after
        onset = clock + line.gap
        placement = _place(line, onset, line.gap, following)
        clock = onset + rescale(line.sound.end - line.sound.begin, line.heard.sample_rate_hz, SAMPLE_RATE_HZ)
        said = line.utterance
        cues.append(Cue(said.id, line.phase.title, onset, clock, said.text, said.spoken, said.sources))
        placements.append(placement)
    total = clock + after
    chapters = _chapters([line.phase for line in lines], cues, total)
    return Layout(Timeline(tuple(cues), chapters, total), tuple(placements))


def _lines(plan: Plan, heard: Mapping[str, Heard]) -> tuple[list[_Line], int]:
    """The spoken lines with the silence before each, and the silence after the last, in track samples."""
    lines: list[_Line] = []
    gap = to_samples(HEAD_SECONDS)
    for phase, item in plan.items():
        if isinstance(item, Pause):
            gap += item.samples
            continue
        one = heard[item.id]
        if one.sound is None:
            raise SoundError(f"the voice gave no audible sound for “{item.text}”.", line=item.line or None)
        lines.append(_Line(phase, item, one, one.sound, gap))
        gap = 0
    if not lines:
        raise SoundError("the script says nothing, so there is no track to make.")
    return lines, gap + to_samples(TAIL_SECONDS)


def _place(line: _Line, onset: int, before: int, after: int) -> Placement:
    """Keep a little of what surrounds the speech, as far as the clip has it and the pauses allow it."""
    rate = line.heard.sample_rate_hz
    lead = min(line.sound.begin, to_samples(LEAD_SECONDS, rate), rescale(before, SAMPLE_RATE_HZ, rate) // 2)
    trail = min(
        line.heard.samples - line.sound.end, to_samples(TRAIL_SECONDS, rate), rescale(after, SAMPLE_RATE_HZ, rate) // 2
    )
    begin, end = line.sound.begin - lead, line.sound.end + trail
    # Each part is rounded by itself, and never past the middle of a pause, so that neighbours cannot overlap.
    track_lead = min(rescale(lead, rate, SAMPLE_RATE_HZ), before // 2)
    track_trail = min(rescale(trail, rate, SAMPLE_RATE_HZ), after // 2)
    samples = track_lead + rescale(line.sound.end - line.sound.begin, rate, SAMPLE_RATE_HZ) + track_trail
    return Placement(line.utterance.id, begin, end, onset - track_lead, samples, track_lead, track_trail)


def _chapters(phases: Sequence[PlannedPhase], cues: Sequence[Cue], total: int) -> tuple[Chapter, ...]:
    """A chapter per phase that speaks; the first begins at 0, each ends where the next begins."""
    first: list[tuple[PlannedPhase, int]] = []
    spoken_until = 0
    for phase, cue in zip(phases, cues, strict=True):
        if not first:
            first.append((phase, 0))
        elif phase is not first[-1][0]:
            first.append((phase, max(spoken_until, cue.start - to_samples(CHAPTER_LEAD_SECONDS))))
        spoken_until = cue.end
    ends = [start for _, start in first[1:]] + [total]
    return tuple(Chapter(phase.title, start, end) for (phase, start), end in zip(first, ends, strict=True))

"""What a finished file measures: loudness, quiet, chapters, pace, pauses, clicks, and whether it is on target.

Where the cues are known (a track's own folder), speech and pauses are where the
manifest says; a file that stands alone is listened to for them.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from narration.sound import activity, meter, targets
from narration.sound.cues import Known, Span
from narration.sound.levels import ABSOLUTE_GATE_LUFS, RELATIVE_GATE_LU
from narration.sound.meter import FRAME_SECONDS, HOP_SECONDS, Curve, Reading
from narration.track import Loudness

PAUSE_EDGE_SECONDS = 0.15
"""Left out at both ends of a pause: the last breath of a word is no noise."""
SHORTEST_PAUSE_SECONDS = 0.25
SHARPEST_NOISE = 10.0
"""Steepest step against the others of its 10 ms.  Noise stays below 5; one lone step among quiet ones reaches 21."""
SMALLEST_CLICK = 0.003
JOIN_SECONDS = 0.06
SHORTEST_JUDGED_SECONDS = 3.0
"""The window of short-term loudness (EBU R 128): the level of one word says little about its chapter."""
BED_BELOW_SPEECH_DB = 20.0


@dataclass(frozen=True, slots=True)
class ChapterLevel:
    """A chapter in seconds of the file, and its gated loudness; ``None`` where nothing is said."""

    title: str
    start: float
    end: float
    lufs: float | None


@dataclass(frozen=True, slots=True)
class Pace:
    """Words a minute while speaking, and with the pauses.  ``estimated`` when the words were not known."""

    words: int
    speaking_wpm: float
    overall_wpm: float
    estimated: bool


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silences between speech, in seconds; ``share`` is their part of the whole, head and tail included."""

    count: int
    shortest: float
    median: float
    longest: float
    share: float
    head: float
    tail: float


@dataclass(frozen=True, slots=True)
class Measures:
    """All that is said of one file.  ``None`` where it has nothing of the kind.

    ``chapter_spread_lu`` leaves out chapters of less than three seconds of speech.
    ``noise_floor_dbfs`` is the level of the loudest pause, ``dead_seconds``
    how long pauses are digital zero, ``clicks`` where in seconds the sound jumps.
    """

    file: str
    seconds: float
    sample_rate_hz: int
    channels: int
    integrated_lufs: float
    true_peak_dbtp: float
    loudness_range_lu: float
    noise_floor_dbfs: float | None
    dead_seconds: float
    chapter_spread_lu: float | None
    chapters: tuple[ChapterLevel, ...]
    pace: Pace | None
    pauses: Pauses | None
    clicks: tuple[float, ...]

    @property
    def loudness(self) -> Loudness:
        return Loudness(self.integrated_lufs, self.true_peak_dbtp)

    def summary(self) -> str:
        """A line for a person who has just built it."""
        said = [f"{self.integrated_lufs:.1f} LUFS", f"true peak {self.true_peak_dbtp:.1f} dBTP"]
        if self.chapter_spread_lu is not None:
            said.append(f"chapters within {self.chapter_spread_lu:.1f} LU")
        if self.noise_floor_dbfs is not None:
            said.append(f"pauses at {self.noise_floor_dbfs:.0f} dBFS")
        if self.pace is not None:
            said.append(f"{self.pace.speaking_wpm:.0f} words a minute while speaking")
        return ", ".join(said)


def measure(path: Path, known: Known | None = None, stop: threading.Event | None = None) -> Measures:
    """Decode and measure a file.  Raises ``SoundError`` for one that is no audio.

    Once ``stop`` is set, the rest of the file is left unread, and the result means nothing.
    """
    return of(meter.read(path, stop), known or Known.of_file(path))


def of(reading: Reading, known: Known) -> Measures:
    """The measures of what was read; ``known`` may hold no cues."""
    speech = speech_of(reading, known)
    silences = between(speech, reading.seconds)
    levels = tuple(
        ChapterLevel(c.title, c.start, c.end, _gated_lufs(reading.momentary, c.start, c.end)) for c in known.chapters
    )
    told = [one.lufs for one in levels if one.lufs is not None and _speaks_long(one, speech)]
    return Measures(
        file=reading.path.name,
        seconds=round(reading.seconds, 3),
        sample_rate_hz=reading.rate_hz,
        channels=reading.channels,
        integrated_lufs=reading.integrated_lufs,
        true_peak_dbtp=reading.true_peak_dbtp,
        loudness_range_lu=reading.loudness_range_lu,
        noise_floor_dbfs=_noise_floor_dbfs(reading, silences),
        dead_seconds=_dead_seconds(reading, silences),
        chapter_spread_lu=round(max(told) - min(told), 2) if told else None,
        chapters=levels,
        pace=_pace(reading, known, speech),
        pauses=_pauses(speech, reading.seconds),
        clicks=clicks(reading, speech, joined=bool(known.speech)),
    )


def off_target(found: Measures, *, over_bed: bool = False) -> list[str]:
    """What is wrong with a track, a clause each.  ``over_bed`` for a version with a background sound."""
    wrong = []
    target = targets.integrated_lufs(found.channels)
    if abs(found.integrated_lufs - target) > targets.TOLERANCE_LU:
        wrong.append(f"{found.integrated_lufs:.1f} LUFS where {target:g} ±{targets.TOLERANCE_LU:g} is wanted")
    if found.true_peak_dbtp > targets.HIGHEST_PEAK_DBTP:
        wrong.append(f"a true peak of {found.true_peak_dbtp:.1f} dBTP where at most {targets.HIGHEST_PEAK_DBTP:g} is")
    spread = found.chapter_spread_lu
    if spread is not None and spread > targets.WIDEST_CHAPTER_SPREAD_LU:
        wrong.append(f"chapters {spread:.1f} LU apart where at most {targets.WIDEST_CHAPTER_SPREAD_LU:g} is")
    highest_floor = found.integrated_lufs - BED_BELOW_SPEECH_DB if over_bed else targets.LOUDEST_FLOOR_DBFS
    if found.noise_floor_dbfs is not None and found.noise_floor_dbfs > highest_floor:
        wrong.append(f"pauses at {found.noise_floor_dbfs:.0f} dBFS where at most {highest_floor:.0f} is")
    if found.dead_seconds:
        wrong.append(f"{found.dead_seconds:.2f} s of dead silence")
    if found.clicks:
        wrong.append(f"a click at {found.clicks[0]:.2f} s ({len(found.clicks)} in all)")
    if found.pauses is not None and found.pauses.head < targets.SHORTEST_HEAD_SECONDS:
        wrong.append(f"speech after {found.pauses.head:.2f} s where {targets.SHORTEST_HEAD_SECONDS:g} s of quiet is")
    if found.pauses is not None and found.pauses.tail < targets.SHORTEST_TAIL_SECONDS:
        wrong.append(f"{found.pauses.tail:.2f} s after the speech where {targets.SHORTEST_TAIL_SECONDS:g} s is")
    return wrong


def speech_of(reading: Reading, known: Known) -> Sequence[Span]:
    """Where somebody speaks, in seconds, in order."""
    return known.speech or activity.speech(reading)


def between(speech: Sequence[Span], seconds: float) -> list[Span]:
    """The silences before, between and after speech, as far as they are long enough to be heard as such."""
    edges = [0.0, *(edge for span in speech for edge in (span.start, span.end)), seconds]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [Span(start, end) for start, end in pairs if end - start >= SHORTEST_PAUSE_SECONDS]


def clicks(reading: Reading, speech: Sequence[Span], *, joined: bool) -> tuple[float, ...]:
    """Where the sound jumps, in seconds.

    Outside speech a lone step among quiet ones is a click.  Where ``speech`` was
    ``joined`` to silence, so is a step that is steeper than nearly all within
    the speech.  What a voice does within its words is its own.
    """
    quiet = np.ones(len(reading.jump), dtype=bool)
    for span in speech:
        quiet[reading.frames(span.start - 2 * FRAME_SECONDS, span.end + 2 * FRAME_SECONDS)] = False
    lone = (reading.jump > SMALLEST_CLICK) & (reading.jump > SHARPEST_NOISE * reading.roughness)
    found = set(np.flatnonzero(lone & quiet).tolist())
    if joined and not quiet.all():
        ordinary = max(float(np.percentile(reading.jump[~quiet], 95)), SMALLEST_CLICK)
        for span in speech:
            before = reading.frames(span.start - JOIN_SECONDS, span.start)
            after = reading.frames(span.end, span.end + JOIN_SECONDS)
            for join in (before, after):
                found.update((np.flatnonzero(reading.jump[join] > ordinary) + join.start).tolist())
    return tuple(round(frame * FRAME_SECONDS, 2) for frame in sorted(found))


def _gated_lufs(momentary: Curve, start: float, end: float) -> float | None:
    """BS.1770-4's gated mean of the 400 ms blocks within a stretch; ``None`` when all of it is silence."""
    first = round(start / HOP_SECONDS) + 3
    blocks = momentary[first : max(first + 1, round(end / HOP_SECONDS))].astype(np.float64)
    blocks = blocks[blocks > ABSOLUTE_GATE_LUFS]
    if not blocks.size:
        return None
    power = 10 ** (blocks / 10)
    loud = power[power > power.mean() * 10 ** (-RELATIVE_GATE_LU / 10)]
    return round(float(10 * np.log10(loud.mean())), 2)


def _speaks_long(chapter: ChapterLevel, speech: Sequence[Span]) -> bool:
    """Whether a chapter has enough speech for its loudness to mean something beside another's."""
    overlaps = (min(span.end, chapter.end) - max(span.start, chapter.start) for span in speech)
    return sum(seconds for seconds in overlaps if seconds > 0) >= SHORTEST_JUDGED_SECONDS


def _inner(reading: Reading, silences: Sequence[Span]) -> list[slice]:
    inner = (reading.frames(s.start + PAUSE_EDGE_SECONDS, s.end - PAUSE_EDGE_SECONDS) for s in silences)
    return [part for part in inner if part.stop > part.start and part.start < len(reading.power)]


def _noise_floor_dbfs(reading: Reading, silences: Sequence[Span]) -> float | None:
    levels = [float(reading.power[part].mean()) for part in _inner(reading, silences)]
    return round(float(10 * np.log10(max(levels) + 1e-12)), 1) if levels else None


def _dead_seconds(reading: Reading, silences: Sequence[Span]) -> float:
    dead = sum(int(np.count_nonzero(reading.peak[part] == 0)) for part in _inner(reading, silences))
    return round(dead * FRAME_SECONDS, 2)


def _pace(reading: Reading, known: Known, speech: Sequence[Span]) -> Pace | None:
    spoken = sum(span.end - span.start for span in speech)
    if not spoken or not reading.seconds:
        return None
    words = known.words or activity.words(reading, speech)
    speaking, overall = (round(words * 60 / seconds, 1) for seconds in (spoken, reading.seconds))
    return Pace(words, speaking, overall, estimated=not known.words)


def _pauses(speech: Sequence[Span], seconds: float) -> Pauses | None:
    if not speech:
        return None
    gaps = [later.start - earlier.end for earlier, later in itertools.pairwise(speech)]
    gaps = [gap for gap in gaps if gap >= SHORTEST_PAUSE_SECONDS]
    spoken = sum(span.end - span.start for span in speech)
    shortest, median, longest = (round(float(f(gaps)), 3) if gaps else 0.0 for f in (min, np.median, max))
    head, tail = round(speech[0].start, 3), round(seconds - speech[-1].end, 3)
    return Pauses(len(gaps), shortest, median, longest, round(1 - spoken / seconds, 3), head, tail)

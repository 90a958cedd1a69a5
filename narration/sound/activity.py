"""Listening for speech in a file that says nothing of itself: where it is, and about how many words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from narration.sound.cues import Span
from narration.sound.meter import FRAME_SECONDS, Reading

BELOW_LOUD_DB = 40.0
ABOVE_FLOOR_DB = 10.0
NEAREST_TO_LOUD_DB = 15.0
SILENT_DBFS = -60.0
LONGEST_STOP_SECONDS = 0.25
"""Speech stops this long within a phrase (the closure of a consonant, a comma)."""
SHORTEST_SPEECH_SECONDS = 0.03
SYLLABLE_SECONDS = 0.07
DIP_DB = 2.0
"""Between two syllables the level falls by at least this (after De Jong and Wempe, 2009)."""
SYLLABLES_PER_WORD = 1.4
"""Of plain running English."""


def speech(reading: Reading) -> tuple[Span, ...]:
    """Stretches of sound that stands out from the file's own noise floor."""
    levels = _levels_db(reading)
    if not levels.size:
        return ()
    loud, floor = (float(np.percentile(levels, percent)) for percent in (95, 10))
    if loud < SILENT_DBFS:
        return ()
    threshold = min(max(loud - BELOW_LOUD_DB, floor + ABOVE_FLOOR_DB), loud - NEAREST_TO_LOUD_DB)
    runs = _runs(levels > threshold)
    joined: list[list[int]] = []
    for begin, end in runs:
        if joined and (begin - joined[-1][1]) * FRAME_SECONDS < LONGEST_STOP_SECONDS:
            joined[-1][1] = end
        else:
            joined.append([begin, end])
    return tuple(
        Span(round(begin * FRAME_SECONDS, 3), round(end * FRAME_SECONDS, 3))
        for begin, end in joined
        if (end - begin) * FRAME_SECONDS >= SHORTEST_SPEECH_SECONDS
    )


def words(reading: Reading, spans: Sequence[Span]) -> int:
    """About how many words are spoken: syllables counted as peaks of the level, by the words they make up."""
    window = np.hanning(2 * round(SYLLABLE_SECONDS / FRAME_SECONDS) + 1)
    smooth = np.convolve(reading.power, window / window.sum(), mode="same")
    levels = 10 * np.log10(smooth + 1e-12)
    return round(sum(_peaks(levels[reading.frames(s.start, s.end)]) for s in spans) / SYLLABLES_PER_WORD)


def _peaks(levels: npt.NDArray[np.floating]) -> int:
    """How often the level rises by ``DIP_DB`` after a fall by as much."""
    count, rising = 0, True
    extreme = float(levels[0]) if levels.size else 0.0
    for value in levels.tolist():
        extreme = max(extreme, value) if rising else min(extreme, value)
        if rising and value < extreme - DIP_DB:
            count, rising, extreme = count + 1, False, value
        elif not rising and value > extreme + DIP_DB:
            rising, extreme = True, value
    return count + int(rising and levels.size > 0)


def _levels_db(reading: Reading) -> npt.NDArray[np.float64]:
    return np.asarray(10 * np.log10(reading.power.astype(np.float64) + 1e-12))


def _runs(loud: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], loud, [False])).astype(np.int8)))
    return [(int(begin), int(end)) for begin, end in edges.reshape(-1, 2)]

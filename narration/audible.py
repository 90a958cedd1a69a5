"""Where the sound in a clip is: from the first to the last frame of 5 ms that is loud enough.

What is loud enough is the caller's to say: a voice's padding, a pace and a
place in the track each ask for another threshold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FRAME_SECONDS = 0.005
SILENT_DBFS = -90.0
"""The level of one step of a 16-bit sample: a clip whose loudest frame is below it has nothing in it."""

Samples = npt.NDArray[np.int16]
Levels = npt.NDArray[np.float64]
"""RMS of each frame in dBFS."""
Threshold = Callable[[Levels], float]
"""From the levels to the one that a frame must reach."""


@dataclass(frozen=True, slots=True)
class Audible:
    """The audible part of a clip, in the clip's own samples: ``begin`` included, ``end`` not."""

    begin: int
    end: int


def below_peak(decibels: float) -> Threshold:
    """So far below the loudest frame."""
    return lambda levels: float(levels.max()) - decibels


def audible_part(
    samples: Samples,
    sample_rate_hz: int,
    threshold: Threshold,
    *,
    silent_dbfs: float = SILENT_DBFS,
    shortest_frames: int = 1,
) -> Audible | None:
    """From the first to the last frame that reaches ``threshold``; ``None`` when the loudest is below ``silent_dbfs``.

    What is loud for fewer than ``shortest_frames`` is a click, and neither
    begins nor ends the sound, unless there is nothing else.
    """
    frame = max(1, round(sample_rate_hz * FRAME_SECONDS))
    levels = _levels_db(samples, frame)
    if levels.size == 0 or levels.max() < silent_dbfs:
        return None
    found = np.flatnonzero(_without_clicks(levels >= threshold(levels), shortest_frames))
    return Audible(int(found[0]) * frame, min(samples.size, (int(found[-1]) + 1) * frame))


def _levels_db(samples: Samples, frame: int) -> Levels:
    """The last frame is filled up with silence."""
    padded = np.zeros(-(-samples.size // frame) * frame, dtype=np.float64)
    padded[: samples.size] = samples
    power = (padded.reshape(-1, frame) / 32768.0) ** 2
    levels: Levels = 10 * np.log10(power.mean(axis=1) + 1e-12)
    return levels


def _without_clicks(loud: npt.NDArray[np.bool_], shortest: int) -> npt.NDArray[np.bool_]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], loud, [False])).astype(np.int8)))
    kept = np.zeros_like(loud)
    for begin, end in edges.reshape(-1, 2):
        if end - begin >= shortest:
            kept[begin:end] = True
    return kept if kept.any() else loud

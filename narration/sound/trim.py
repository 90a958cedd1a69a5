"""Where a clip's speech is: its audible onset and end, without the silence that voices put around it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from narration.clip import Clip

FRAME_SECONDS = 0.005
BELOW_PEAK_DB = -40.0
"""A frame is audible when its level is within this of the clip's loudest frame."""
ABOVE_NOISE_DB = 10.0
"""… and this far above the clip's own noise floor, for voices that hiss."""
LOUDEST_FLOOR_DB = -25.0
"""A noise floor never raises the threshold beyond this, relative to the loudest frame."""
SILENT_DBFS = -60.0
"""A clip whose loudest frame is below this has no speech in it."""
SHORTEST_FRAMES = 2
"""One lonely frame (5 ms) before the speech is a click, not its onset."""


@dataclass(frozen=True, slots=True)
class Audible:
    """The audible part of a clip, in the clip's own samples: ``begin`` included, ``end`` not."""

    begin: int
    end: int


def audible(clip: Clip) -> Audible | None:
    """Find the speech in a clip; ``None`` when there is none."""
    samples = np.frombuffer(clip.pcm, dtype="<i2", count=clip.samples)
    frame = max(1, round(clip.sample_rate_hz * FRAME_SECONDS))
    levels = _levels_db(samples, frame)
    if levels.size == 0 or levels.max() < SILENT_DBFS:
        return None
    loud = levels >= _threshold_db(levels)
    if loud.sum() >= SHORTEST_FRAMES:
        loud = _without_clicks(loud)
    found = np.flatnonzero(loud)
    return Audible(int(found[0]) * frame, min(clip.samples, (int(found[-1]) + 1) * frame))


def _levels_db(samples: npt.NDArray[np.int16], frame: int) -> npt.NDArray[np.float64]:
    """RMS of each frame in dBFS; the last frame is filled up with silence."""
    padded = np.zeros(-(-samples.size // frame) * frame, dtype=np.float64)
    padded[: samples.size] = samples
    power = (padded.reshape(-1, frame) / 32768.0) ** 2
    levels: npt.NDArray[np.float64] = 10 * np.log10(power.mean(axis=1) + 1e-12)
    return levels


def _threshold_db(levels: npt.NDArray[np.float64]) -> float:
    peak = float(levels.max())
    noise = float(np.percentile(levels, 2))
    return max(peak + BELOW_PEAK_DB, min(noise + ABOVE_NOISE_DB, peak + LOUDEST_FLOOR_DB))


def _without_clicks(loud: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Drop audible runs shorter than ``SHORTEST_FRAMES`` unless nothing would be left."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], loud, [False])).astype(np.int8)))
    kept = np.zeros_like(loud)
    for begin, end in edges.reshape(-1, 2):
        if end - begin >= SHORTEST_FRAMES:
            kept[begin:end] = True
    return kept if kept.any() else loud

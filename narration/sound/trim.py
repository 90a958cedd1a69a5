"""Where a clip's speech is: its audible onset and end, without the silence that voices put around it."""

from __future__ import annotations

import numpy as np

from narration.audible import Audible, Levels, audible_part
from narration.clip import Clip

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


def audible(clip: Clip) -> Audible | None:
    """Find the speech in a clip; ``None`` when there is none."""
    samples = np.frombuffer(clip.pcm, dtype="<i2", count=clip.samples)
    return audible_part(
        samples, clip.sample_rate_hz, _threshold_db, silent_dbfs=SILENT_DBFS, shortest_frames=SHORTEST_FRAMES
    )


def _threshold_db(levels: Levels) -> float:
    peak = float(levels.max())
    noise = float(np.percentile(levels, 2))
    return max(peak + BELOW_PEAK_DB, min(noise + ABOVE_NOISE_DB, peak + LOUDEST_FLOOR_DB))

"""What a finished file must measure, each bound with its reason."""

from __future__ import annotations

TARGET_LUFS = -19.0
"""Mono speech for headphones and small speakers: as loud as stereo at −16 LUFS (AES TD1008)."""
STEREO_TARGET_LUFS = -16.0
"""Two equal channels are counted as 3 LU louder than one."""
TOLERANCE_LU = 0.5
HIGHEST_PEAK_DBTP = -1.5
LOUDEST_FLOOR_DBFS = -60.0
"""Above this a pause is heard as noise."""
WIDEST_CHAPTER_SPREAD_LU = 1.0
SHORTEST_HEAD_SECONDS = 0.5
SHORTEST_TAIL_SECONDS = 1.0
"""A script may ask for longer ones."""


def integrated_lufs(channels: int) -> float:
    return TARGET_LUFS if channels == 1 else STEREO_TARGET_LUFS

"""Where the sound in a clip is, by a threshold that the caller names."""

from __future__ import annotations

import numpy as np
import pytest

from narration.audible import Audible, audible_part, below_peak

RATE_HZ = 22_000
FRAME = 110


def frames(*levels: float) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    """A frame of 5 ms at each level, full scale ±1."""
    return np.repeat([round(level * 32767) for level in levels], FRAME).astype(np.int16)


@pytest.mark.parametrize(("decibels", "begin", "end"), [(50.0, 1, 5), (30.0, 2, 5), (10.0, 3, 4)])
def test_the_threshold_is_the_caller_s(decibels: float, begin: int, end: int) -> None:
    found = audible_part(frames(0, 0.005, 0.05, 0.5, 0.05, 0), RATE_HZ, below_peak(decibels))
    assert found == Audible(begin * FRAME, end * FRAME)


def test_a_click_neither_begins_nor_ends_the_sound_unless_it_is_all_there_is() -> None:
    clicking = frames(0.5, 0, 0.5, 0.5, 0, 0.5)
    assert audible_part(clicking, RATE_HZ, below_peak(40), shortest_frames=2) == Audible(2 * FRAME, 4 * FRAME)
    assert audible_part(frames(0, 0.5, 0), RATE_HZ, below_peak(40), shortest_frames=2) == Audible(FRAME, 2 * FRAME)


def test_the_end_is_within_the_clip_and_silence_has_none() -> None:
    assert audible_part(frames(0.5)[: FRAME // 2], RATE_HZ, below_peak(40)) == Audible(0, FRAME // 2)
    assert audible_part(frames(0, 0), RATE_HZ, below_peak(40)) is None
    assert audible_part(frames(0.0005), RATE_HZ, below_peak(40), silent_dbfs=-60) is None
    assert audible_part(frames()[:0], RATE_HZ, below_peak(40)) is None

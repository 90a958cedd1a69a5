"""True peak: finding it, and holding it under a limit, at four times the rate but only where it matters.

Between two samples the sound can rise above both.  ITU-R BS.1770-4 (annex 2)
looks at four times the rate.  Only samples within ``NEAR_DB`` of the level in
question can have such a peak beside them, so only those are interpolated: the
rest of a calm narration costs nothing, and is not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from narration.sound.stitch import Block
from narration.units import SAMPLE_RATE_HZ, to_samples

NEAR_DB = 6.0
OVERSAMPLING = 4
HALF_TAPS = 16
ATTACK_DB_PER_SECOND = 2_400.0
RELEASE_DB_PER_SECOND = 60.0
MOST_REDUCTION_DB = 24.0
_LOOK_AHEAD = to_samples(MOST_REDUCTION_DB / ATTACK_DB_PER_SECOND) + HALF_TAPS


class PeakMeter:
    """Watches a stream go by; ``highest`` is its true peak so far, linear, full scale 1."""

    def __init__(self) -> None:
        self.highest = 0.0

    def watch(self, blocks: Iterable[Block]) -> Iterator[Block]:
        held = np.zeros(0, dtype=np.float32)
        for block in blocks:
            joined = np.concatenate([held, block])
            self.highest = max(self.highest, float(np.abs(block).max(initial=0.0)))
            near = _near(joined, self.highest)
            if near.size:
                self.highest = max(self.highest, float(_interpolated(joined, near).max()))
            held = joined[-2 * HALF_TAPS :]
            yield block


def limited(blocks: Iterable[Block], limit: float) -> Iterator[Block]:
    """The same samples with true peaks at most ``limit``; as many as came in.

    The gain falls before a peak and recovers after it in straight lines of
    decibels, slow enough not to be heard as distortion.
    """
    held = np.zeros(0, dtype=np.float32)
    before = np.zeros(0, dtype=np.float32)
    last_db = 0.0
    for block in blocks:
        held = np.concatenate([held, block])
        ready = len(held) - _LOOK_AHEAD
        if ready <= 0:
            continue
        gain_db = _gain_db(before, held, limit, last_db)
        before, out, held = _cut(before, held, gain_db, ready)
        last_db = float(gain_db[ready - 1]) if gain_db.size else 0.0
        yield out
    if held.size:
        yield _cut(before, held, _gain_db(before, held, limit, last_db), len(held))[1]


def _cut(before: Block, held: Block, gain_db: npt.NDArray[np.float64], ready: int) -> tuple[Block, Block, Block]:
    """What must be remembered of the untouched past, what is finished, what still waits."""
    out = held[:ready]
    if gain_db.size:
        out = (out * 10 ** (gain_db[:ready] / 20)).astype(np.float32)
    past = np.concatenate([before, held[:ready]])[-HALF_TAPS:]
    return past, out, held[ready:]


def _gain_db(before: Block, held: Block, limit: float, last_db: float) -> npt.NDArray[np.float64]:
    """Gain for each of ``held``; empty when nothing has to be done."""
    joined = np.concatenate([before, held])
    wanted = np.zeros(len(joined))
    near = _near(joined, limit)
    if near.size:
        peaks = np.maximum(_interpolated(joined, near), np.abs(joined[near]))
        need = np.minimum(0.0, 20 * np.log10(limit / np.maximum(peaks, 1e-9)))
        # A peak between two samples belongs to both.
        np.minimum.at(wanted, near, need)
        np.minimum.at(wanted, np.minimum(near + 1, len(joined) - 1), need)
    wanted = np.maximum(wanted[len(before) :], -MOST_REDUCTION_DB)
    if last_db > -1e-3 and not wanted.any():
        return np.zeros(0)
    index = np.arange(len(wanted))
    fall, rise = ATTACK_DB_PER_SECOND / SAMPLE_RATE_HZ, RELEASE_DB_PER_SECOND / SAMPLE_RATE_HZ
    # Each line of decibels is the lowest of all lines that lead to a later (attack) or from an earlier (release) need.
    attack = np.minimum.accumulate((wanted + index * fall)[::-1])[::-1] - index * fall
    release = np.minimum.accumulate(np.concatenate([[last_db + rise], attack - index * rise]))[1:] + index * rise
    result: npt.NDArray[np.float64] = np.minimum(np.minimum(attack, release), 0.0)
    return result


def _near(samples: Block, level: float) -> npt.NDArray[np.intp]:
    """Indices that have a neighbour after them and are, or have one, close to ``level``."""
    return np.flatnonzero(np.abs(samples) > level * 10 ** (-NEAR_DB / 20))


def _interpolated(samples: Block, near: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    """The highest level between each sample of ``near`` and the next, at four times the rate."""
    padded = np.pad(samples, (HALF_TAPS - 1, HALF_TAPS))
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * HALF_TAPS)[near]
    result: npt.NDArray[np.float64] = np.abs(windows @ _kernels()).max(axis=1).astype(np.float64)
    return result


@cache
def _kernels() -> Block:
    """Windowed sinc at 1/4, 1/2 and 3/4 of a sample, shape ``(2 * HALF_TAPS, 3)``."""
    offsets = np.arange(-HALF_TAPS + 1, HALF_TAPS + 1)[:, None] - np.arange(1, OVERSAMPLING) / OVERSAMPLING
    window = np.cos(np.pi * offsets / (2 * HALF_TAPS)) ** 2
    kernel = np.sinc(offsets) * window
    result: Block = (kernel / kernel.sum(axis=0)).astype(np.float32)
    return result

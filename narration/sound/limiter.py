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
CELL = 16
"""So many samples share a place on the gain's lines; between places the gain is interpolated."""
_LOOK_AHEAD = to_samples(MOST_REDUCTION_DB / ATTACK_DB_PER_SECOND) + HALF_TAPS + 2 * CELL


class PeakMeter:
    """Watches a stream go by; ``highest`` is its true peak so far, linear, full scale 1."""

    def __init__(self) -> None:
        self.highest = 0.0

    def watch(self, blocks: Iterable[Block]) -> Iterator[Block]:
        held = np.zeros(HALF_TAPS - 1, dtype=np.float32)  # the silence before
        for block in blocks:
            held = self._judged(np.concatenate([held, block]))
            yield block
        self._judged(np.concatenate([held, np.zeros(HALF_TAPS, dtype=np.float32)]))

    def _judged(self, samples: Block) -> Block:
        """Look at each sample that has all its neighbours; what the next ones need is given back."""
        self.highest = max(self.highest, float(np.abs(samples).max(initial=0.0)))
        near = _near(samples, self.highest)
        near = near[(near >= HALF_TAPS - 1) & (near < len(samples) - HALF_TAPS)]
        if near.size:
            self.highest = max(self.highest, float(_interpolated(samples, near).max()))
        return samples[-(2 * HALF_TAPS - 1) :]


def limited(blocks: Iterable[Block], limit: float) -> Iterator[Block]:
    """The same samples with true peaks at most ``limit``; as many as came in.

    The gain falls before a peak and recovers after it in straight lines of
    decibels, slow enough not to be heard as distortion.
    """
    held = np.zeros(0, dtype=np.float32)
    before = np.zeros(0, dtype=np.float32)
    last = (0.0, 1.0)
    for block in blocks:
        held = np.concatenate([held, block])
        cells = (len(held) - _LOOK_AHEAD) // CELL
        if cells > 0:
            out, last = _limited(before, held, limit, last, cells)
            before, held = np.concatenate([before, held[: cells * CELL]])[-HALF_TAPS:], held[cells * CELL :]
            yield out
    if held.size:
        padded = np.pad(held, (0, -len(held) % CELL + CELL))
        yield _limited(before, padded, limit, last, len(padded) // CELL - 1)[0][: len(held)]


def _limited(
    before: Block, held: Block, limit: float, last: tuple[float, float], cells: int
) -> tuple[Block, tuple[float, float]]:
    """The first ``cells`` of ``held``, and the gain that the next one goes on from (in decibels; as a factor)."""
    needs = _needs_db(before, held, limit)
    out = held[: cells * CELL]
    if last[0] > -1e-3 and not needs.any():
        return out, (0.0, 1.0)
    gains_db = _lines_db(needs, last[0])
    gains = 10 ** (np.minimum(gains_db[:cells], gains_db[1 : cells + 1]) / 20)
    # At an edge between two cells the lower gain holds, so that no sample gets more than its cell may have.
    first = min(last[1], 10 ** (float(gains_db[0]) / 20))
    edges = np.concatenate([[first], gains]).astype(np.float32)
    ramp = np.arange(CELL, dtype=np.float32) / CELL
    factors = edges[:-1, None] + (edges[1:] - edges[:-1])[:, None] * ramp
    limited_out: Block = out * factors.reshape(-1).astype(np.float32)
    return limited_out, (float(gains_db[cells - 1]), float(gains[-1]))


def _needs_db(before: Block, held: Block, limit: float) -> npt.NDArray[np.float64]:
    """For each whole cell of ``held`` the gain at which its peaks stay under ``limit``."""
    joined = np.concatenate([before, held])
    needs = np.zeros(len(held) // CELL)
    near = _near(joined, limit)
    if near.size:
        peaks = np.maximum(_interpolated(joined, near), np.abs(joined[near]))
        need = np.minimum(0.0, 20 * np.log10(limit / np.maximum(peaks, 1e-9)))
        # A peak between two samples belongs to both.
        for place in (near - len(before), near + 1 - len(before)):
            cell = place // CELL
            inside = (place >= 0) & (cell < len(needs))
            np.minimum.at(needs, cell[inside], need[inside])
    return np.maximum(needs, -MOST_REDUCTION_DB)


def _lines_db(needs: npt.NDArray[np.float64], last_db: float) -> npt.NDArray[np.float64]:
    """For each cell the lowest of all lines that lead to a later need (attack) or from an earlier one (release)."""
    index = np.arange(len(needs))
    fall, rise = (rate * CELL / SAMPLE_RATE_HZ for rate in (ATTACK_DB_PER_SECOND, RELEASE_DB_PER_SECOND))
    attack = np.minimum.accumulate((needs + index * fall)[::-1])[::-1] - index * fall
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
    # One product for each place between: a matrix product with so few columns takes four times as long.
    levels = [np.abs(np.einsum("ij,j->i", windows, kernel)) for kernel in _kernels()]
    result: npt.NDArray[np.float64] = np.max(levels, axis=0).astype(np.float64)
    return result


@cache
def _kernels() -> Block:
    """Windowed sinc at 1/4, 1/2 and 3/4 of a sample, shape ``(3, 2 * HALF_TAPS)``."""
    offsets = np.arange(-HALF_TAPS + 1, HALF_TAPS + 1)[:, None] - np.arange(1, OVERSAMPLING) / OVERSAMPLING
    window = np.cos(np.pi * offsets / (2 * HALF_TAPS)) ** 2
    kernel = np.sinc(offsets) * window
    result: Block = np.ascontiguousarray((kernel / kernel.sum(axis=0)).T, dtype=np.float32)
    return result

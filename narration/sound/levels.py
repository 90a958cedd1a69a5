"""Levelling: one gain for each clip, so that no sentence and no chapter stands out.

Loudness is that of ITU-R BS.1770-4: K-weighted, in blocks of 400 ms, gated at
−70 LUFS and at 10 LU below the mean.  A gain is bounded and constant within a
clip, so nothing pumps; pauses have no sound to be moved.

All of it is reckoned from what ``listen`` kept of each clip; no audio is read.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from narration.sound.layout import Layout, Placement
from narration.sound.listen import SHELF_PROBE_DB, STEP_SECONDS, Heard
from narration.units import SAMPLE_RATE_HZ

MOST_GAIN_DB = 20.0
CHAPTER_ROUNDS = 2
BLOCK_STEPS, HOP_STEPS = 40, 10
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = 10.0
ORDINARY_BALANCE_DB = -16.0
"""The harsh band against the speech band in the long-term spectrum of talkers (Byrne et al., JASA 96(4), 1994)."""
MOST_SOFTENING_DB = 3.0

Powers = npt.NDArray[np.floating]


def levelled(layout: Layout, heard: Mapping[str, Heard]) -> Layout:
    """The same layout with a gain for each clip: to the median clip's loudness, then each chapter to the whole's."""
    loud = [gated_lufs(_sounding(placement, heard)) for placement in layout.placements]
    speaking = [value for value in loud if value > ABSOLUTE_GATE_LUFS]
    if not speaking:
        return layout
    target = float(np.median(speaking))
    gains = [_bounded(target - value) if value > ABSOLUTE_GATE_LUFS else 0.0 for value in loud]
    for _ in range(CHAPTER_ROUNDS):
        placed = _with_gains(layout, gains)
        powers = track_powers(placed, heard)
        whole = gated_lufs(powers)
        for chapter in layout.timeline.chapters:
            missing = whole - gated_lufs(powers[_hop(chapter.start) : _hop(chapter.end)])
            for index, placement in enumerate(layout.placements):
                if chapter.start <= placement.at < chapter.end:
                    gains[index] = _bounded(gains[index] + missing)
    return _with_gains(layout, gains)


def softening_db(layout: Layout, heard: Mapping[str, Heard]) -> float:
    """How far a shelf should lower the harsh band: half of what the voice has above ordinary talkers; 0 to −3 dB."""
    harsh = sum(heard[placement.id].harsh for placement in layout.placements)
    speech = sum(heard[placement.id].speech for placement in layout.placements)
    if not harsh or not speech:
        return 0.0
    excess_db = 10 * math.log10(harsh / speech) - ORDINARY_BALANCE_DB
    return -round(min(MOST_SOFTENING_DB, max(0.0, excess_db / 2)), 1)


def track_lufs(layout: Layout, heard: Mapping[str, Heard], shelf_db: float = 0.0) -> float:
    """What the stitched track will measure, with its clips' gains and a shelf of ``shelf_db``."""
    return gated_lufs(track_powers(layout, heard, shelf_db))


def track_powers(layout: Layout, heard: Mapping[str, Heard], shelf_db: float = 0.0) -> Powers:
    """K-weighted power of each step of 10 ms of the stitched track."""
    powers = np.zeros(_steps(layout.timeline.samples) + 1)
    for placement in layout.placements:
        first = _steps(placement.at)
        part = _sounding(placement, heard) * 10 ** (placement.gain_db / 10)
        if shelf_db:
            part = part * _shelved(heard[placement.id], shelf_db)
        part = part[: len(powers) - first]
        powers[first : first + len(part)] += part
    return powers


def gated_lufs(powers: Powers) -> float:
    """Gated loudness of steps; −70 for silence.  Less than a block counts as one block."""
    if not len(powers):
        return ABSOLUTE_GATE_LUFS
    total = np.concatenate([[0.0], np.cumsum(powers, dtype=np.float64)])
    starts = np.arange(0, max(1, len(powers) - BLOCK_STEPS + 1), HOP_STEPS)
    ends = np.minimum(starts + BLOCK_STEPS, len(powers))
    power = (total[ends] - total[starts]) / (ends - starts)
    loud = power > _power(ABSOLUTE_GATE_LUFS)
    if not loud.any():
        return ABSOLUTE_GATE_LUFS
    loud &= power > power[loud].mean() * 10 ** (-RELATIVE_GATE_LU / 10)
    return float(-0.691 + 10 * np.log10(power[loud].mean()))


def _sounding(placement: Placement, heard: Mapping[str, Heard]) -> Powers:
    """The steps of the clip that will sound."""
    one = heard[placement.id]
    begin, end = (round(at / one.sample_rate_hz / STEP_SECONDS) for at in (placement.begin, placement.end))
    return one.energy[begin : max(end, begin + 1)]


def _shelved(one: Heard, shelf_db: float) -> float:
    """The share of a clip's power that a shelf leaves, from the share that the probing shelf would leave."""
    above = (1 - one.shelved) / (1 - 10 ** (SHELF_PROBE_DB / 10))
    return float(1 - above * (1 - 10 ** (shelf_db / 10)))


def _with_gains(layout: Layout, gains_db: Sequence[float]) -> Layout:
    pairs = zip(layout.placements, gains_db, strict=True)
    return replace(layout, placements=tuple(replace(p, gain_db=round(gain, 3)) for p, gain in pairs))


def _bounded(gain_db: float) -> float:
    return max(-MOST_GAIN_DB, min(MOST_GAIN_DB, gain_db))


def _steps(samples: int) -> int:
    return round(samples / SAMPLE_RATE_HZ / STEP_SECONDS)


def _hop(samples: int) -> int:
    """The nearest step at which a meter of the whole file begins a block."""
    return round(_steps(samples) / HOP_STEPS) * HOP_STEPS


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))

"""Levelling: one gain for each clip, so that no sentence and no chapter stands out.

A clip's loudness is that of ITU-R BS.1770-4: K-weighted, in blocks of 400 ms,
gated at −70 LUFS and at 10 LU below the mean.  The gain is bounded and constant
within a clip, so nothing pumps; pauses have no sound to be moved.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np
import numpy.typing as npt

from narration.clip import Clip
from narration.sound.layout import Layout, Placement
from narration.sound.segments import cut, samples_of

MOST_GAIN_DB = 9.0
BLOCK_SECONDS = 0.4
STEP_SECONDS = 0.1
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = 10.0
HARSH_BAND_HZ = (3_500.0, 9_000.0)
SPEECH_BAND_HZ = (300.0, 3_500.0)
ORDINARY_BALANCE_DB = -16.0
"""The harsh band against the speech band in the long-term spectrum of talkers (Byrne et al., JASA 96(4), 1994)."""
MOST_SOFTENING_DB = 3.0


def levelled(layout: Layout, clips: Mapping[str, Clip]) -> Layout:
    """The same layout; each clip's gain moves it to the median loudness, by at most ``MOST_GAIN_DB``."""
    loud = [clip_lufs(*_part(placement, clips)) for placement in layout.placements]
    heard = [value for value in loud if value > ABSOLUTE_GATE_LUFS]
    if not heard:
        return layout
    target = float(np.median(heard))
    gains = [
        max(-MOST_GAIN_DB, min(MOST_GAIN_DB, target - value)) if value > ABSOLUTE_GATE_LUFS else 0.0 for value in loud
    ]
    placed = tuple(replace(p, gain_db=round(gain, 3)) for p, gain in zip(layout.placements, gains, strict=True))
    return replace(layout, placements=placed)


def softening_db(layout: Layout, clips: Mapping[str, Clip]) -> float:
    """How far a shelf should lower the harsh band: half of what the voice has above ordinary talkers; 0 to −3 dB."""
    harsh = speech = 0.0
    for placement in layout.placements:
        samples, rate_hz = _part(placement, clips)
        size = _fast_size(len(samples))
        power = np.abs(np.fft.rfft(samples, size)) ** 2
        frequencies = np.fft.rfftfreq(size, 1 / rate_hz)
        harsh += float(power[_within(frequencies, HARSH_BAND_HZ)].sum())
        speech += float(power[_within(frequencies, SPEECH_BAND_HZ)].sum())
    if not harsh or not speech:
        return 0.0
    excess_db = 10 * math.log10(harsh / speech) - ORDINARY_BALANCE_DB
    return -round(min(MOST_SOFTENING_DB, max(0.0, excess_db / 2)), 1)


def clip_lufs(samples: npt.NDArray[np.floating], rate_hz: int) -> float:
    """Gated loudness of mono samples; −70 for silence.  Less than a block counts as one block."""
    block, step = round(BLOCK_SECONDS * rate_hz), round(STEP_SECONDS * rate_hz)
    size = _fast_size(len(samples) + rate_hz // 10)
    weighted = np.fft.irfft(np.fft.rfft(samples, size) * _k_weight(size, rate_hz), size)
    total = np.concatenate([[0.0], np.cumsum(weighted[: len(samples)].astype(np.float64) ** 2)])
    starts = np.arange(0, max(1, len(samples) - block + 1), step)
    ends = np.minimum(starts + block, len(samples))
    power = (total[ends] - total[starts]) / np.maximum(ends - starts, 1)
    loud = power > _power(ABSOLUTE_GATE_LUFS)
    if not loud.any():
        return ABSOLUTE_GATE_LUFS
    loud &= power > power[loud].mean() * 10 ** (-RELATIVE_GATE_LU / 10)
    return float(-0.691 + 10 * np.log10(power[loud].mean()))


def _part(placement: Placement, clips: Mapping[str, Clip]) -> tuple[npt.NDArray[np.float32], int]:
    """The samples that will sound, full scale ±1, and their rate."""
    clip = clips[placement.id]
    samples = samples_of(cut(clip, placement.begin, placement.end)).astype(np.float32) / np.float32(32768)
    return samples, clip.sample_rate_hz


def _within(frequencies: npt.NDArray[np.floating], band: tuple[float, float]) -> npt.NDArray[np.bool_]:
    return (frequencies >= band[0]) & (frequencies < band[1])


def _fast_size(samples: int) -> int:
    """The next power of two: few sizes, each fast to transform."""
    return 1 << (samples - 1).bit_length()


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


@cache
def _k_weight(size: int, rate_hz: int) -> npt.NDArray[np.complex128]:
    """BS.1770-4's two filters as analogue responses, which hold for any rate (De Man, AES 145, 2018)."""
    s = 2j * np.pi * np.fft.rfftfreq(size, 1 / rate_hz)
    shelf, shelf_q, high = 2 * np.pi * 1681.9745, 0.7071752, 10 ** (3.99984385 / 20)
    middle = high**0.4996667741545416
    low, low_q = 2 * np.pi * 38.1354709, 0.5003270
    shelved = (high * s**2 + middle * shelf / shelf_q * s + shelf**2) / (s**2 + shelf / shelf_q * s + shelf**2)
    result: npt.NDArray[np.complex128] = shelved * s**2 / (s**2 + low / low_q * s + low**2)
    return result

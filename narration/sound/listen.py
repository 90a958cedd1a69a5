"""Listening to a clip once, as it arrives from the voice: all that layout and levelling need of it later.

The clip itself goes to disk.  What stays in memory is a few kilobytes for each
minute of speech, so a long track needs little more than a short one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from narration.audible import Audible
from narration.clip import Clip
from narration.sound.trim import audible

STEP_SECONDS = 0.01
HARSH_BAND_HZ = (3_500.0, 9_000.0)
SPEECH_BAND_HZ = (300.0, 3_500.0)
SHELF_HZ = 4_500
SHELF_PROBE_DB = -3.0
FULL_SCALE = 32_767
CLIPPED_RUN = 3
"""So many samples in a row at full scale are a wave whose top was cut off; one alone may be a peak that just fits."""
_SECTION_SAMPLES = 1 << 18
_SETTLING_SECONDS = 0.1

Samples = npt.NDArray[np.floating]
Response = npt.NDArray[np.complexfloating]


@dataclass(frozen=True, slots=True)
class Heard:
    """What one clip is like.  ``samples`` and ``sound`` are at its own rate, ``sample_rate_hz``.

    ``energy`` is the K-weighted power of each step of 10 ms.  ``shelved`` is
    the share of it that a shelf of −3 dB above ``SHELF_HZ`` would leave.
    ``harsh`` and ``speech`` are the power in the two bands.  ``clipped`` counts
    the samples that stand cut off at full scale.
    """

    sample_rate_hz: int
    samples: int
    sound: Audible | None
    energy: npt.NDArray[np.float32]
    shelved: float
    harsh: float
    speech: float
    clipped: int


def listen(clip: Clip) -> Heard:
    """Find the speech in a clip, and measure it."""
    whole = np.frombuffer(clip.pcm, dtype="<i2", count=clip.samples)
    samples = whole.astype(np.float32) / np.float32(32768)
    energy, shelved, harsh, speech = _spectral(samples, clip.sample_rate_hz)
    sound = audible(clip)
    return Heard(clip.sample_rate_hz, clip.samples, sound, energy, shelved, harsh, speech, clipped_samples(whole))


def clipped_samples(samples: npt.NDArray[np.int16]) -> int:
    """How many samples are in runs of at least ``CLIPPED_RUN`` at full scale."""
    full = (samples >= FULL_SCALE) | (samples <= -FULL_SCALE)
    if np.count_nonzero(full) < CLIPPED_RUN:
        return 0
    edges = np.flatnonzero(np.diff(np.concatenate(([False], full, [False])).astype(np.int8)))
    lengths = edges[1::2] - edges[::2]
    return int(lengths[lengths >= CLIPPED_RUN].sum())


def _spectral(samples: Samples, rate_hz: int) -> tuple[npt.NDArray[np.float32], float, float, float]:
    """Step powers, the share a shelf leaves, power in the harsh and in the speech band.

    A last part of a step counts as one.
    """
    step = round(STEP_SECONDS * rate_hz)
    weighted: list[npt.NDArray[np.float64]] = []
    total = shelved = harsh = speech = 0.0
    for part, settled in _sections(samples, rate_hz, step):
        size = _fast_size(len(part) + round(_SETTLING_SECONDS * rate_hz))
        response, shelf, harsh_bins, speech_bins = _responses(size, rate_hz)
        spectrum = np.fft.rfft(part, size)
        power = spectrum.real**2 + spectrum.imag**2
        harsh += float(power[harsh_bins].sum())
        speech += float(power[speech_bins].sum())
        loud = power * (response.real**2 + response.imag**2)
        total += float(loud.sum())
        shelved += float((loud * shelf).sum())
        weighted.append(np.fft.irfft(spectrum * response, size)[settled : len(part)])
    if not weighted:
        return np.zeros(0, np.float32), 1.0, 0.0, 0.0
    squared = np.concatenate(weighted) ** 2
    starts = np.arange(0, len(squared), step)
    sums = np.add.reduceat(squared, starts)
    powers = sums / np.minimum(step, len(squared) - starts)
    return powers.astype(np.float32), shelved / total if total else 1.0, harsh, speech


def _sections(samples: Samples, rate_hz: int, step: int) -> Iterator[tuple[Samples, int]]:
    """Parts that a transform can hold, each with some of what went before, so that the filters have settled."""
    size = _SECTION_SAMPLES // step * step
    before = round(_SETTLING_SECONDS * rate_hz)
    for start in range(0, len(samples), size):
        settled = min(start, before)
        yield samples[start - settled : start + size], settled


def _fast_size(samples: int) -> int:
    """The next power of two: few sizes, each fast to transform."""
    return 1 << (samples - 1).bit_length()


@cache
def _responses(size: int, rate_hz: int) -> tuple[npt.NDArray[np.complex64], npt.NDArray[np.float32], slice, slice]:
    """K-weighting, the shelf's effect on power, and where the two bands lie, for a transform of ``size``."""
    frequencies = np.fft.rfftfreq(size, 1 / rate_hz)
    s = 2j * np.pi * frequencies
    shelf = _high_shelf(s, 10 ** (SHELF_PROBE_DB / 20))
    bands = (slice(*np.searchsorted(frequencies, band)) for band in (HARSH_BAND_HZ, SPEECH_BAND_HZ))
    harsh, speech = bands
    return _k_weight(s).astype(np.complex64), (np.abs(shelf) ** 2).astype(np.float32), harsh, speech


def _k_weight(s: Response) -> Response:
    """BS.1770-4's two filters as analogue responses, which hold for any rate (De Man, AES 145, 2018)."""
    shelf, shelf_q, high = 2 * np.pi * 1681.9745, 0.7071752, 10 ** (3.99984385 / 20)
    middle = high**0.4996667741545416
    low, low_q = 2 * np.pi * 38.1354709, 0.5003270
    shelved = (high * s**2 + middle * shelf / shelf_q * s + shelf**2) / (s**2 + shelf / shelf_q * s + shelf**2)
    result: Response = shelved * s**2 / (s**2 + low / low_q * s + low**2)
    return result


def _high_shelf(s: Response, gain: float) -> Response:
    """The analogue prototype of the Audio EQ Cookbook’s high shelf at ``SHELF_HZ``, as FFmpeg makes it."""
    x, root = s / (2 * np.pi * SHELF_HZ), gain**0.5
    edge = gain**0.25 / 0.5
    result: Response = root * (root * x**2 + edge * x + 1) / (x**2 + edge * x + root)
    return result

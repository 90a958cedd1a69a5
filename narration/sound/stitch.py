"""Stitching: the clips on the track's clock, as a stream of blocks.

Each clip is cut, resampled, faded at its edges and written to its place; what
lies between is silence here (room tone comes last, when the level is known).
Joins are linear: memory and time grow with the clip, never with the track.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from narration.clip import Clip
from narration.sound.layout import Layout, Placement
from narration.sound.segments import cut, samples_of
from narration.units import SAMPLE_RATE_HZ, to_samples

Block = npt.NDArray[np.float32]
"""Mono samples, shape ``(n,)``, full scale at ±1."""

BLOCK_SAMPLES = SAMPLE_RATE_HZ * 5
SHORTEST_FADE_SECONDS = 0.003


def blocks(layout: Layout, clips: Mapping[str, Clip]) -> Iterator[Block]:
    """The whole track, exactly ``layout.timeline.samples`` samples, in blocks of at most five seconds."""
    gathered: list[Block] = []
    held = 0
    for piece in _pieces(layout, clips):
        gathered.append(piece)
        held += len(piece)
        if held >= BLOCK_SAMPLES:
            joined = np.concatenate(gathered)
            whole = held - held % BLOCK_SAMPLES
            for start in range(0, whole, BLOCK_SAMPLES):
                yield joined[start : start + BLOCK_SAMPLES]
            gathered, held = [joined[whole:]], held - whole
    if held:
        yield np.concatenate(gathered)


def _pieces(layout: Layout, clips: Mapping[str, Clip]) -> Iterator[Block]:
    clock = 0
    for placement in layout.placements:
        yield from _silence(placement.at - clock)
        yield placed(placement, clips[placement.id])
        clock = placement.at + placement.samples
    yield from _silence(layout.timeline.samples - clock)


def _silence(samples: int) -> Iterator[Block]:
    for start in range(0, samples, BLOCK_SAMPLES):
        yield np.zeros(min(BLOCK_SAMPLES, samples - start), dtype=np.float32)


def placed(placement: Placement, clip: Clip) -> Block:
    """A clip's part as it will stand in the track: at the track's rate, faded at both ends."""
    samples = samples_of(cut(clip, placement.begin, placement.end)).astype(np.float32) / 32768.0
    sound = _fitted(resample(samples, clip.sample_rate_hz, SAMPLE_RATE_HZ), placement.samples)
    if placement.gain_db:
        sound *= np.float32(10 ** (placement.gain_db / 20))
    _fade(sound, placement.lead, placement.trail)
    return sound


def resample(samples: Block, from_hz: int, to_hz: int) -> Block:
    """Band-limited rate change by libswresample; the first sample stays where it is in time."""
    if from_hz == to_hz or samples.size == 0:
        return samples.copy()
    import av

    resampler = av.AudioResampler(format="flt", layout="mono", rate=to_hz)
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = from_hz, 0, Fraction(1, from_hz)
    made = [out.to_ndarray().reshape(-1) for given in (frame, None) for out in resampler.resample(given)]
    return np.concatenate(made).astype(np.float32) if made else np.zeros(0, dtype=np.float32)


def _fitted(sound: Block, samples: int) -> Block:
    """The resampler may give a sample more or less than the clock counted."""
    if len(sound) >= samples:
        return sound[:samples].copy()
    return np.concatenate([sound, np.zeros(samples - len(sound), dtype=np.float32)])


def _fade(sound: Block, lead: int, trail: int) -> None:
    """Raised-cosine fades over what lies outside the speech, and never none at all: an edge would click."""
    shortest = to_samples(SHORTEST_FADE_SECONDS)
    fade_in, fade_out = (min(max(n, shortest), len(sound) // 2) for n in (lead, trail))
    if fade_in:
        sound[:fade_in] *= _rise(fade_in)
    if fade_out:
        sound[-fade_out:] *= _rise(fade_out)[::-1]


def _rise(samples: int) -> Block:
    curve = 0.5 - 0.5 * np.cos(np.pi * (np.arange(samples) + 0.5) / samples)
    return curve.astype(np.float32)

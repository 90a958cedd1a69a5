"""Measuring loudness and true peak, on blocks or on a finished file.

The meter is FFmpeg's ``ebur128``: integrated loudness as ITU-R BS.1770-4 and
EBU R 128 define it.  True peak is ``limiter``'s, at four times the rate.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import av
import numpy as np

from narration.errors import SoundError
from narration.sound import graph, limiter
from narration.sound.stitch import Block
from narration.track import Loudness
from narration.units import SAMPLE_RATE_HZ

SILENCE_LUFS = -70.0
"""BS.1770's absolute gate: what measures this has nothing to hear."""


def integrated_lufs(blocks: Iterable[Block], rate_hz: int = SAMPLE_RATE_HZ) -> float:
    """Integrated loudness alone."""
    integrated = SILENCE_LUFS
    for frame in graph.run(blocks, [("ebur128", "metadata=1:dualmono=false")], rate_hz):
        integrated = float(frame.metadata.get("lavfi.r128.I", integrated))
    return round(integrated, 2)


def loudness_of(blocks: Iterable[Block], rate_hz: int = SAMPLE_RATE_HZ, channels: int = 1) -> Loudness:
    """Loudness of mono samples; two equal ``channels`` are 3 LU louder, as BS.1770 counts them."""
    meter = limiter.PeakMeter()
    integrated = integrated_lufs(meter.watch(blocks), rate_hz)
    if channels == 2 and integrated > SILENCE_LUFS:
        integrated = round(integrated + 10 * math.log10(2), 2)
    peak = meter.highest
    return Loudness(integrated, round(20 * math.log10(peak), 2) if peak > 0 else -math.inf)


def measure_loudness(path: Path) -> Loudness:
    """Loudness of an encoded file, as a player would decode it; both channels of a stereo file are taken as equal."""
    rate_hz, channels = shape(path)
    return loudness_of(_gathered(decoded(path)), rate_hz, channels)


def _gathered(pieces: Iterable[Block], samples: int = SAMPLE_RATE_HZ) -> Iterator[Block]:
    """Few large blocks instead of many small frames: each costs a call into the filter."""
    held: list[Block] = []
    count = 0
    for piece in pieces:
        held.append(piece)
        count += len(piece)
        if count >= samples:
            yield np.concatenate(held)
            held, count = [], 0
    if held:
        yield np.concatenate(held)


def decoded(path: Path) -> Iterator[Block]:
    """A file's samples, mixed to mono if it is stereo, at its own rate.

    Raises ``SoundError`` for a file that is no audio.
    """
    try:
        with av.open(str(path)) as container:
            resampler = av.AudioResampler(format="flt", layout="mono")
            for frame in container.decode(audio=0):
                for out in resampler.resample(frame):
                    yield np.asarray(out.to_ndarray().reshape(-1), dtype=np.float32)
            for out in resampler.resample(None):
                yield np.asarray(out.to_ndarray().reshape(-1), dtype=np.float32)
    except (av.error.FFmpegError, IndexError) as error:
        raise SoundError(f"this is not audio that can be decoded: {error}.", path=path) from error


def shape(path: Path) -> tuple[int, int]:
    """A file's sample rate in hertz, and its number of channels."""
    try:
        with av.open(str(path)) as container:
            stream = container.streams.audio[0]
            return int(stream.rate), int(stream.channels)
    except (av.error.FFmpegError, IndexError) as error:
        raise SoundError(f"this is not audio that can be decoded: {error}.", path=path) from error

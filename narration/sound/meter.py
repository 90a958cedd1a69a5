"""Hearing a finished file once, as a player would decode it, and keeping what can be said about it.

The loudness meter is FFmpeg's ``ebur128``: integrated, momentary and
short-term loudness as ITU-R BS.1770-4 and EBU R 128 define them, loudness range
as EBU Tech 3342 does.  True peak is ``limiter``'s, at four times the rate.
"""

from __future__ import annotations

import contextlib
import itertools
import math
import threading
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from narration.errors import SoundError
from narration.sound import graph, limiter
from narration.sound.stitch import Block

SILENCE_LUFS = -70.0
"""BS.1770's absolute gate: what measures this has nothing to hear."""
FRAME_SECONDS = 0.01
QUIETEST_PEAK = 1e-6
"""−120 dBTP stands for none at all."""
HOP_SECONDS = 0.1
"""Between two values of ``momentary`` and ``short_term``."""
READ_SAMPLES = 1 << 17
"""Large, because files are measured side by side: each call from Python waits for the others' turn."""

Curve = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass over a file gives.  Both channels of a stereo file are taken as equal.

    ``momentary`` and ``short_term`` hold a value in LUFS for each 100 ms, at
    the window's end.  ``power``, ``peak``, ``jump`` and ``roughness`` hold a
    value for each 10 ms: mean square, highest sample, highest step from one sample
    to the next, and the root mean square of these steps.
    """

    path: Path
    rate_hz: int
    channels: int
    samples: int
    integrated_lufs: float
    true_peak_dbtp: float
    loudness_range_lu: float
    momentary: Curve
    short_term: Curve
    power: Curve
    peak: Curve
    jump: Curve
    roughness: Curve

    @property
    def seconds(self) -> float:
        return self.samples / self.rate_hz

    def frames(self, start: float, end: float) -> slice:
        """The 10 ms frames wholly within ``start`` to ``end``, in seconds."""
        return slice(max(0, math.ceil(start / FRAME_SECONDS - 1e-6)), max(0, math.floor(end / FRAME_SECONDS + 1e-6)))


def read(path: Path, stop: threading.Event | None = None) -> Reading:
    """Decode and measure a file, as far as it comes before ``stop``.  Raises ``SoundError`` for what is no audio."""
    rate_hz, channels = shape(path)
    peak = limiter.PeakMeter()
    frames = _Frames(rate_hz)
    loudness = _Loudness(10 * math.log10(2) if channels == 2 else 0.0)
    blocks = itertools.takewhile(lambda _: stop is None or not stop.is_set(), decoded(path))
    heard = frames.watch(peak.watch(blocks))
    loudness.take(graph.run(heard, [("ebur128", "metadata=1:dualmono=false")], rate_hz))
    highest = peak.highest
    power, peaks, jump, roughness = frames.curves()
    return Reading(
        path,
        rate_hz,
        channels,
        frames.samples,
        round(loudness.integrated, 2),
        round(20 * math.log10(max(highest, QUIETEST_PEAK)), 2),
        round(loudness.range, 2),
        _curve(loudness.momentary),
        _curve(loudness.short_term),
        power,
        peaks,
        jump,
        roughness,
    )


class _Loudness:
    """Collects what the filter says of each 100 ms; ``added_lu`` is what a second equal channel adds."""

    def __init__(self, added_lu: float) -> None:
        self._added_lu = added_lu
        self.integrated = SILENCE_LUFS
        self.range = 0.0
        self.momentary = array("f")
        self.short_term = array("f")

    def take(self, frames: Iterable[av.AudioFrame]) -> None:
        for frame in frames:
            said = frame.metadata
            if "lavfi.r128.I" not in said:
                continue
            self.integrated, self.range = float(said["lavfi.r128.I"]), float(said["lavfi.r128.LRA"])
            self.momentary.append(float(said["lavfi.r128.M"]) + self._added_lu)
            self.short_term.append(float(said["lavfi.r128.S"]) + self._added_lu)
        if self.integrated > SILENCE_LUFS:
            self.integrated += self._added_lu


class _Frames:
    """Collects level, peak and steepest step of each 10 ms while the samples go by."""

    def __init__(self, rate_hz: int) -> None:
        self._size = round(rate_hz * FRAME_SECONDS)
        self._held = np.zeros(0, np.float32)
        self._last = np.float32(0)
        self._curves = tuple(array("f") for _ in range(4))
        self.samples = 0

    def watch(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            self.samples += len(block)
            held = np.concatenate([self._held, block])
            whole = len(held) // self._size * self._size
            self._add(held[:whole])
            self._held = held[whole:]
            yield block
        if self._held.size:
            self._add(np.pad(self._held, (0, self._size - len(self._held)), mode="edge"))

    def _add(self, samples: Block) -> None:
        if not samples.size:
            return
        jump = np.abs(np.diff(samples, prepend=self._last)).reshape(-1, self._size)
        self._last = samples[-1]
        frames = samples.reshape(-1, self._size)
        power = np.einsum("ij,ij->i", frames, frames) / np.float32(self._size)
        roughness = np.sqrt(np.einsum("ij,ij->i", jump, jump) / np.float32(self._size))
        found = (power, np.abs(frames).max(axis=1), jump.max(axis=1), roughness)
        for curve, values in zip(self._curves, found, strict=True):
            curve.frombytes(values.astype(np.float32, copy=False).tobytes())

    def curves(self) -> tuple[Curve, ...]:
        """Power, peak, jump and roughness."""
        return tuple(_curve(values) for values in self._curves)


def _curve(values: array[float]) -> Curve:
    """The same numbers without a copy: an hour has hundreds of thousands."""
    return np.frombuffer(values, dtype=np.float32)


def decoded(path: Path) -> Iterator[Block]:
    """A file's samples in large blocks, the mean of its channels, at its own rate.

    Raises ``SoundError`` for a file that is no audio.
    """
    with _faults_named(path):
        for frame in graph.decoded(path, READ_SAMPLES):
            yield _block(frame)


@contextlib.contextmanager
def _faults_named(path: Path) -> Iterator[None]:
    try:
        yield
    except av.error.PatchWelcomeError as error:  # frames that do not fit the first one
        raise SoundError(
            "its sample rate or its channels change in the middle.", remedy="Save it anew at one rate.", path=path
        ) from error
    except av.error.FFmpegError as error:
        raise SoundError(f"this is not audio that can be decoded: {error}.", path=path) from error
    except IndexError as error:
        raise SoundError("there is no sound in this file.", path=path) from error


def _block(frame: av.AudioFrame) -> Block:
    channels = frame.to_ndarray()
    mixed: Block = channels[0] if len(channels) == 1 else channels.mean(axis=0, dtype=np.float32)
    return mixed


def shape(path: Path) -> tuple[int, int]:
    """A file's sample rate in hertz, and its number of channels."""
    with _faults_named(path), av.open(str(path)) as container:
        stream = container.streams.audio[0]
        return int(stream.rate), int(stream.channels)

"""The encoders that could be used: how long they take for the same six minutes, and how much noise they leave.

    python benchmarks/encoders.py [ROUNDS]

Noise is the difference between what went in and what a decoder gives, in the
parts where somebody speaks, as a signal-to-noise ratio: the median over 20 ms.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import av
import lameenc
import numpy as np
import numpy.typing as npt
from common import machine, median, script_of, speak, timed

from narration.sound import master, meter
from narration.units import SAMPLE_RATE_HZ
from narration.voices.store import ClipStore

MINUTES = 6
FRAME = SAMPLE_RATE_HZ // 50
SEARCHED = 3_000

Samples = npt.NDArray[np.float32]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spoken = speak(script_of(MINUTES, folder / "six.yaml"), ClipStore(folder / "clips"))
        stream = master.render(master.prepare(spoken.layout, spoken.heard), spoken.clips)
        pcm = np.concatenate(list(stream))
        ways = {
            "MP3, lameenc, quality 2": partial(lame, pcm, folder / "a.mp3", 2),
            "MP3, lameenc, quality 5": partial(lame, pcm, folder / "a.mp3", 5),
            "MP3, lameenc, quality 7 (ours)": partial(lame, pcm, folder / "a.mp3", 7),
            "MP3, PyAV libmp3lame, level 5": partial(
                ffmpeg, pcm, folder / "a.mp3", "libmp3lame", 96_000, {"compression_level": "5"}
            ),
            "MP3, PyAV libmp3lame, level 7": partial(
                ffmpeg, pcm, folder / "a.mp3", "libmp3lame", 96_000, {"compression_level": "7"}
            ),
            "AAC, PyAV, coder fast (ours)": partial(
                ffmpeg, pcm, folder / "a.m4a", "aac", 80_000, {"aac_coder": "fast"}
            ),
            "AAC, PyAV, coder twoloop": partial(ffmpeg, pcm, folder / "a.m4a", "aac", 80_000, {"aac_coder": "twoloop"}),
        }
        for label, way in ways.items():
            seconds = median([timed(way).cpu for _ in range(rounds)])
            ratio = noise(pcm.astype(np.float32) / np.float32(32768), way.args[1])
            print(f"{label}: {seconds:.2f} s of processor time, {ratio:.1f} dB above its noise")


def lame(pcm: master.Pcm, path: Path, quality: int) -> None:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(96)
    encoder.set_in_sample_rate(SAMPLE_RATE_HZ)
    encoder.set_channels(1)
    encoder.set_quality(quality)
    path.write_bytes(bytes(encoder.encode(pcm.tobytes())) + bytes(encoder.flush()))


def ffmpeg(pcm: master.Pcm, path: Path, codec: str, bit_rate: int, options: Mapping[str, str]) -> None:
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream(codec, rate=SAMPLE_RATE_HZ, layout="mono", options=dict(options))
        stream.bit_rate, stream.format = bit_rate, "fltp"
        for start in range(0, len(pcm), SAMPLE_RATE_HZ):
            block = pcm[start : start + SAMPLE_RATE_HZ].astype(np.float32).reshape(1, -1) / 32768
            frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, start, Fraction(1, SAMPLE_RATE_HZ)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def noise(pcm: Samples, path: Path) -> float:
    """Median signal-to-noise ratio in decibels, after delay and level are taken out."""
    found = np.concatenate(list(meter.decoded(path)))
    middle = len(pcm) // 2
    part = pcm[middle : middle + SAMPLE_RATE_HZ * 4]
    around = found[middle - SEARCHED : middle + len(part) + SEARCHED]
    size = 1 << (len(around) - 1).bit_length()
    match = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(part, size)))
    delay = int(match[: 2 * SEARCHED].argmax()) - SEARCHED
    length = min(len(pcm), len(found) - max(delay, 0)) - SEARCHED
    sent, got = pcm[SEARCHED:length], found[SEARCHED + delay : length + delay]
    got = got * float(sent @ got / (got @ got))
    whole = len(sent) // FRAME * FRAME
    signal, error = ((x[:whole].reshape(-1, FRAME) ** 2).mean(axis=1) for x in (sent, sent - got))
    loud = signal > 1e-4
    return float(np.median(10 * np.log10(signal[loud] / np.maximum(error[loud], 1e-12))))


if __name__ == "__main__":
    main()

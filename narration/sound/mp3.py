"""MP3 at a constant bit rate: LAME's frames behind our own tag and information frame.

LAME comes with the wheel ``lameenc``; the one in PyAV's wheel takes four times as
long for the same sound (``benchmarks/encoders.py``).  The information frame
(“Info”, LAME's extension of Xing's) tells a player how many samples to drop at
both ends, so that the track is as long as its captions say, to the sample
(http://gabriel.mp3-tech.org/mp3infotag.html).
"""

from __future__ import annotations

from pathlib import Path

import lameenc
import numpy as np

from narration.sound import id3
from narration.sound.master import Pcm
from narration.timeline import Timeline
from narration.track import Cover, Tags
from narration.units import SAMPLE_RATE_HZ

KBIT_PER_SECOND = {1: 96, 2: 128}
"""By channels."""
QUALITY = 7
"""Twice as fast as LAME's default; at this bit rate it leaves less noise in speech (``benchmarks/encoders.py``)."""
LEVEL = 1 / 0.95
"""LAME scales its input by 0.95 at these bit rates (0.45 dB, seen on the decoded file)."""
FRAME_SAMPLES = 1_152
ENCODER_DELAY = 576
"""Samples that LAME puts before the sound; a decoder adds 529 of its own."""
_RATE_INDEX = {32: 1, 40: 2, 48: 3, 56: 4, 64: 5, 80: 6, 96: 7, 112: 8, 128: 9, 160: 10}
_COUNT_AND_SIZE_AND_PLACES_AND_QUALITY = b"\x00\x00\x00\x0f"


class Mp3:
    """An MP3 file on its way: ``write`` as often as there are samples, then ``close``."""

    def __init__(self, path: Path, timeline: Timeline, tags: Tags, cover: Cover | None, channels: int) -> None:
        self._file = path.open("wb")
        self._channels, self._samples, self._bytes = channels, 0, 0
        self._file.write(id3.tag(timeline, tags, cover))
        self._start = self._file.tell()
        self._file.write(bytes(self._frame_bytes))
        self._lame = lameenc.Encoder()
        self._lame.silence()
        self._lame.set_bit_rate(KBIT_PER_SECOND[channels])
        self._lame.set_in_sample_rate(SAMPLE_RATE_HZ)
        self._lame.set_channels(channels)
        self._lame.set_quality(QUALITY)

    @property
    def _frame_bytes(self) -> int:
        return 144_000 * KBIT_PER_SECOND[self._channels] // SAMPLE_RATE_HZ

    def write(self, block: Pcm) -> None:
        louder = np.clip(np.rint(block * np.float32(LEVEL)), -32768, 32767).astype("<i2")
        self._samples += len(louder)
        self._put(self._lame.encode(np.repeat(louder, self._channels).tobytes()))

    def close(self) -> None:
        self._put(self._lame.flush())
        self._file.seek(self._start)
        self._file.write(self._information())
        self._file.close()

    def abandon(self) -> None:
        self._file.close()

    def _put(self, data: bytes | bytearray) -> None:
        self._file.write(data)
        self._bytes += len(data)

    def _information(self) -> bytes:
        """A frame that sounds like nothing and says how long the rest is."""
        kbit, mono = KBIT_PER_SECOND[self._channels], self._channels == 1
        # Frames differ by a byte, so that the rate is exact over time: their number follows from their bytes.
        frames = round(self._bytes * SAMPLE_RATE_HZ / (144_000 * kbit))
        padding = frames * FRAME_SAMPLES - ENCODER_DELAY - self._samples
        header = bytes([0xFF, 0xFB, _RATE_INDEX[kbit] << 4, 0xC4 if mono else 0x44])
        places = bytes(256 * percent // 100 for percent in range(100))
        lame = (
            b"LAME3.100\x01\x00"  # constant bit rate; no low-pass stated
            + bytes(4 + 2 + 2)  # neither peak nor replay gain
            + bytes([0, kbit])
            + (ENCODER_DELAY << 12 | padding).to_bytes(3, "big")
            + bytes(4)
            + (self._frame_bytes + self._bytes).to_bytes(4, "big")
            + bytes(2)
        )
        said = (
            header
            + bytes(17 if mono else 32)
            + b"Info"
            + _COUNT_AND_SIZE_AND_PLACES_AND_QUALITY
            + frames.to_bytes(4, "big")
            + (self._frame_bytes + self._bytes).to_bytes(4, "big")
            + places
            + bytes(4)
            + lame
        )
        return (said + _crc16(said).to_bytes(2, "big")).ljust(self._frame_bytes, b"\0")


def _crc16(data: bytes) -> int:
    """CRC-16/ARC over the frame so far, as the information frame ends with it."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return crc

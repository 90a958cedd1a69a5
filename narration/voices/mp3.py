"""MP3 pieces from an online service: whole or refused, decoded one by one, joined without seams."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np

from narration.audible import Samples, audible_part, below_peak

_KBITS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES_HZ = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
"""By the header's version bits: MPEG 1, 2 and 2.5 (ISO 11172-3 and 13818-3)."""

_HEADER_BYTES = 4
_QUIET_BELOW_PEAK_DB = 46.0
"""Below the piece's loudest frame: the encoder's padding and the room around the words."""
_KEPT_SECONDS = 0.015
"""Kept around the words, and faded, so that no soft consonant is clipped and no joint clicks."""


class DamagedMp3Error(Exception):
    """Not a whole MP3 file; the text says why."""


def check_whole(data: bytes) -> int:
    """The number of MPEG frames; raises ``DamagedMp3Error`` when the file is cut off or is no MP3."""
    place, end = _without_tags(data)
    frames = 0
    expected = 0
    while place < end:
        size = _frame_size(data, place)
        if not size:
            if frames and not any(data[place:end]):
                break
            if frames and end - place < _HEADER_BYTES:
                raise DamagedMp3Error("it breaks off in the middle")
            raise DamagedMp3Error("it is damaged inside" if frames else "it is not MP3 audio")
        if place + size > end:
            raise DamagedMp3Error("it breaks off in the middle")
        if frames == 0:
            expected = _announced_frames(data[place : place + size])
        frames += 1
        place += size
    if not frames:
        raise DamagedMp3Error("it is empty")
    if expected and frames - 1 < expected:
        raise DamagedMp3Error(f"it has {frames - 1} of {expected} frames")
    return frames


def decode(data: bytes, sample_rate_hz: int) -> Samples:
    """16-bit mono samples, shape ``(n,)``.  Raises ``DamagedMp3Error``."""
    import av

    check_whole(data)
    resampler = av.AudioResampler(format="s16", layout="mono", rate=sample_rate_hz)
    pieces: list[Samples] = []
    try:
        with av.open(io.BytesIO(data), mode="r", format="mp3") as container:
            for frame in [*container.decode(audio=0), None]:
                pieces += [part.to_ndarray().reshape(-1).astype(np.int16) for part in resampler.resample(frame)]
    except (av.FFmpegError, IndexError) as error:
        raise DamagedMp3Error("it cannot be decoded") from error
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int16)


def spoken_part(samples: Samples, sample_rate_hz: int) -> Samples:
    """Without the silence and encoder padding at both ends, faded over a few milliseconds; may be empty."""
    words = audible_part(samples, sample_rate_hz, below_peak(_QUIET_BELOW_PEAK_DB))
    if words is None:
        return samples[:0]
    kept = round(_KEPT_SECONDS * sample_rate_hz)
    begin, end = max(0, words.begin - kept), min(samples.size, words.end + kept)
    return _faded(samples[begin:end], min(kept, (end - begin) // 2))


def joined(pieces: Sequence[Samples], gaps_seconds: Sequence[float], sample_rate_hz: int) -> Samples:
    """Pieces with a gap after each but the last; ``gaps_seconds`` may be longer than needed."""
    parts: list[Samples] = []
    for piece, gap in zip(pieces, gaps_seconds, strict=True):
        parts += [piece, np.zeros(round(gap * sample_rate_hz), dtype=np.int16)]
    return np.concatenate(parts[:-1]) if parts else np.zeros(0, dtype=np.int16)


def _faded(samples: Samples, length: int) -> Samples:
    ramp = (np.arange(length) + 0.5) / max(1, length)
    faded = samples.astype(np.float64)
    faded[:length] *= ramp
    faded[faded.size - length :] *= ramp[::-1]
    return np.round(faded).astype(np.int16)


def _without_tags(data: bytes) -> tuple[int, int]:
    """Where the frames begin and end: an ID3v2 tag may come first, an ID3v1 tag last."""
    begin, end = 0, len(data)
    if data[:3] == b"ID3" and len(data) >= 10:
        size = data[6] << 21 | data[7] << 14 | data[8] << 7 | data[9]
        begin = 10 + size
    if data[-128:-125] == b"TAG":
        end -= 128
    return begin, end


def _frame_size(data: bytes, place: int) -> int:
    """Bytes of the layer III frame whose header is at ``place``; 0 when there is none."""
    header = data[place : place + _HEADER_BYTES]
    if len(header) < _HEADER_BYTES or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return 0
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    bitrate, rate, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if version == 1 or layer != 1 or bitrate in (0, 15) or rate == 3:
        return 0
    mpeg1 = version == 3
    kbits = _KBITS[1 if mpeg1 else 2][bitrate]
    return (144_000 if mpeg1 else 72_000) * kbits // _RATES_HZ[version][rate] + padding


def _announced_frames(first: bytes) -> int:
    """How many frames follow, if the first one is an encoder's ``Xing`` or ``Info`` header; else 0."""
    for mark in (b"Xing", b"Info"):
        place = first.find(mark, 4, 48)
        if place >= 0 and first[place + 7] & 1:
            return int.from_bytes(first[place + 8 : place + 12], "big")
    return 0

"""WAV files that other programs wrote: whole or refused, as 16-bit mono."""

from __future__ import annotations

from pathlib import Path

_RIFF_BYTES, _CHUNK_BYTES = 12, 8
_UNKNOWN_FROM = 0x7FFF_0000
"""A program that writes into a pipe cannot know the length, and puts 0 or a huge number."""


class DamagedWavError(Exception):
    """Not a whole WAV file; the text says why."""


def read_wav(path: Path, sample_rate_hz: int) -> bytes:
    """16-bit little-endian mono PCM at ``sample_rate_hz``, whatever kind of WAV the file is."""
    import av
    import numpy as np

    check_whole(path)
    resampler = av.AudioResampler(format="s16", layout="mono", rate=sample_rate_hz)
    pieces: list[bytes] = []
    try:
        with av.open(str(path), mode="r", format="wav") as container:
            for frame in [*container.decode(audio=0), None]:
                pieces += [part.to_ndarray().astype(np.dtype("<i2")).tobytes() for part in resampler.resample(frame)]
    except (av.FFmpegError, IndexError) as error:
        raise DamagedWavError("it cannot be decoded") from error
    return b"".join(pieces)


def check_whole(path: Path) -> None:
    """Raises ``DamagedWavError`` when the file is no WAV, or holds less sound than it announces."""
    with path.open("rb") as file:
        end = file.seek(0, 2)
        file.seek(0)
        head = file.read(_RIFF_BYTES)
        if not head:
            raise DamagedWavError("it is empty")
        if head[:4] not in (b"RIFF", b"RF64") or head[8:] != b"WAVE":
            raise DamagedWavError("it is not a WAV file")
        while len(chunk := file.read(_CHUNK_BYTES)) == _CHUNK_BYTES:
            size = int.from_bytes(chunk[4:], "little")
            if chunk[:4] == b"data":
                if size < _UNKNOWN_FROM and file.tell() + size > end:
                    raise DamagedWavError("it breaks off in the middle")
                return
            file.seek(size + size % 2, 1)
    raise DamagedWavError("it has no sound in it")

"""How each of ``audio_formats`` is written: a row each in ``FORMATS``, and the encoders behind them.

A format that FFmpeg writes is a ``Form``; MP3 has a module of its own.
Chapters, cover and the mark of the computer voice go into every format that has
a place for them.  Dates are only what ``Tags`` says, so two builds give the
same bytes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import av
import numpy as np

from narration.sound import id3
from narration.sound.master import Pcm
from narration.sound.mp3 import Mp3
from narration.timeline import Timeline
from narration.track import Cover, Tags
from narration.units import SAMPLE_RATE_HZ, to_milliseconds


@dataclass(frozen=True, slots=True)
class Label:
    """What a file says of itself besides its sound."""

    timeline: Timeline
    tags: Tags
    cover: Cover | None = None


class Encoder(Protocol):
    """A file on its way.  ``abandon`` closes what is open after a failure."""

    def write(self, block: Pcm) -> None: ...
    def close(self) -> None: ...
    def abandon(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Form:
    """How FFmpeg writes a format, by its own names; ``bit_rate`` 0 for lossless."""

    container: str
    codec: str
    bit_rate: int = 0
    codec_options: Mapping[str, str] = field(default_factory=dict)
    container_options: Mapping[str, str] = field(default_factory=dict)
    sample_format: str = "s16"
    cover: bool = False


class AvEncoder:
    """A file that FFmpeg's encoder and container write."""

    def __init__(self, form: Form, path: Path, label: Label, channels: int) -> None:
        self._path, self._channels, self._clock = path, channels, 0
        self._sample_format = form.sample_format
        self._container = av.open(str(path), "w", format=form.container, options=dict(form.container_options))
        _describe(self._container, label)
        stream: Any = self._container.add_stream(form.codec, rate=SAMPLE_RATE_HZ, options=dict(form.codec_options))
        stream.layout = self._layout
        stream.format = form.sample_format
        if form.bit_rate:
            stream.bit_rate = form.bit_rate * (4 if channels == 2 else 3) // 3
        self._stream = stream
        if form.cover and label.cover is not None:
            _add_cover(self._container, label.cover)

    @property
    def _layout(self) -> str:
        return "mono" if self._channels == 1 else "stereo"

    def write(self, block: Pcm) -> None:
        if self._sample_format == "fltp":
            samples: Any = np.tile(block.astype(np.float32) / np.float32(32768), (self._channels, 1))
        else:
            samples = np.repeat(block, self._channels).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(samples, format=self._sample_format, layout=self._layout)
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, self._clock, Fraction(1, SAMPLE_RATE_HZ)
        self._clock += len(block)
        self._container.mux(self._stream.encode(frame))

    def close(self) -> None:
        self._container.mux(self._stream.encode(None))
        self._container.close()

    def abandon(self) -> None:
        with contextlib.suppress(av.error.FFmpegError, OSError):
            self._container.close()


def _mp3(path: Path, label: Label, channels: int) -> Encoder:
    return Mp3(path, label.timeline, label.tags, label.cover, channels)


Open = Callable[[Path, Label, int], Encoder]
"""From path, label and number of channels."""

FORMATS: Mapping[str, Open] = {
    "mp3": _mp3,
    "m4b": partial(
        AvEncoder,
        Form(
            "mp4",
            "aac",
            80_000,
            codec_options={"aac_coder": "fast"},
            container_options={"movflags": "+faststart", "brand": "M4B ", "fflags": "+bitexact"},
            sample_format="fltp",
            cover=True,
        ),
    ),
    "wav": partial(AvEncoder, Form("wav", "pcm_s16le", container_options={"fflags": "+bitexact"})),
    "flac": partial(AvEncoder, Form("flac", "flac", container_options={"fflags": "+bitexact"}, cover=True)),
}


def _describe(container: av.container.OutputContainer, label: Label) -> None:
    tags = label.tags
    container.metadata.update(
        title=tags.title,
        artist=tags.artist,
        album=tags.album,
        language=id3.language_of(tags.language),
        date=tags.date,
        comment=tags.comment,
        genre="Speech",
    )
    container.set_chapters(
        [
            {
                "id": number,
                "start": to_milliseconds(chapter.start),
                "end": to_milliseconds(chapter.end),
                "time_base": Fraction(1, 1000),
                "metadata": {"title": chapter.title},
            }
            for number, chapter in enumerate(label.timeline.chapters)
        ]
    )


def _add_cover(container: av.container.OutputContainer, cover: Cover) -> None:
    """The JPEG as it is; FFmpeg's containers take it as a video stream of one picture."""
    stream: Any = container.add_stream("mjpeg")
    stream.width, stream.height, stream.pix_fmt = cover.side, cover.side, "yuvj420p"
    stream.disposition = av.stream.Disposition.attached_pic
    container.start_encoding()
    packet = av.Packet(cover.jpeg)
    packet.stream, packet.pts, packet.dts = stream, 0, 0
    container.mux(packet)

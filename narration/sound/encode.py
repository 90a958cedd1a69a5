"""Encoding: a mastered track as the files that people play, side by side.

A format is a row of ``FORMATS``.  Chapters go into every format that has
them; both audio libraries' own metadata (encoder versions) stays, dates are
only what ``Tags`` says, so that two builds give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from narration.errors import SoundError, UsageError
from narration.sound import id3, measure
from narration.sound.master import TARGET_LUFS
from narration.timeline import Timeline
from narration.track import Loudness, Tags, Track
from narration.units import SAMPLE_RATE_HZ, to_milliseconds

READ_SAMPLES = SAMPLE_RATE_HZ
STEREO_TARGET_LUFS = -16.0
"""Two equal channels are counted as 3 LU louder than one."""
TOLERANCE_LU = 0.5
HIGHEST_PEAK_DBTP = -1.5


@dataclass(frozen=True, slots=True)
class Format:
    """``codec`` and ``container`` by FFmpeg's names; ``bit_rate`` 0 for lossless.

    ``level`` undoes what an encoder does to the level of its own accord.
    """

    suffix: str
    container: str
    codec: str
    bit_rate: int = 0
    codec_options: Mapping[str, str] = field(default_factory=dict)
    container_options: Mapping[str, str] = field(default_factory=dict)
    sample_format: str = "s16"
    level: float = 1.0


FORMATS = {
    # LAME scales its input by 0.95 at this bit rate (0.45 dB, seen on the decoded file).
    "mp3": Format(
        "mp3",
        "mp3",
        "libmp3lame",
        96_000,
        # Twice as fast as LAME's default; at this bit rate it leaves less noise in speech (benchmarks/encoders.py).
        codec_options={"compression_level": "7"},
        container_options={"id3v2_version": "3"},
        sample_format="fltp",
        level=1 / 0.95,
    ),
    "m4b": Format(
        "m4b",
        "ipod",
        "aac",
        80_000,
        codec_options={"aac_coder": "fast"},
        container_options={"movflags": "+faststart", "fflags": "+bitexact"},
        sample_format="fltp",
    ),
    "wav": Format("wav", "wav", "pcm_s16le"),
    "flac": Format("flac", "flac", "flac"),
}


@dataclass(frozen=True, slots=True)
class Encoded:
    """A finished file, and what it measures when it is decoded again."""

    path: Path
    loudness: Loudness


def encode(
    track: Track, tags: Tags, folder: Path, name: str, formats: Sequence[str], *, stereo: bool = False
) -> list[Encoded]:
    """Write ``name.<suffix>`` for each format into ``folder``, all at the same time, and measure each.

    ``stereo`` writes the same sound into two channels, for systems that want two.

    Raises ``UsageError`` for a format that is not in the table, ``SoundError``
    when an encoder fails.
    """
    unknown = [key for key in formats if key not in FORMATS]
    if unknown:
        raise UsageError(f"there is no audio format “{unknown[0]}”.", remedy=f"It knows {', '.join(FORMATS)}.")
    with ThreadPoolExecutor(max_workers=len(formats)) as pool:
        paths = [folder / f"{name}.{FORMATS[key].suffix}" for key in formats]
        jobs = [
            pool.submit(_encode, track, tags, path, key, 2 if stereo else 1)
            for path, key in zip(paths, formats, strict=True)
        ]
        return [job.result() for job in jobs]


def refuse_off_target(files: Sequence[Encoded], *, stereo: bool = False) -> None:
    """A file whose loudness or true peak is not what was asked for is an error; nothing is published."""
    target = STEREO_TARGET_LUFS if stereo else TARGET_LUFS
    for file in files:
        heard = file.loudness
        if abs(heard.integrated_lufs - target) > TOLERANCE_LU:
            raise SoundError(
                f"{file.path.name} measures {heard.integrated_lufs:.1f} LUFS where {target:g} ±{TOLERANCE_LU:g} "
                "is wanted, so nothing was published.",
                remedy="Try another voice; its peaks may stand too far above its speech.",
            )
        if heard.true_peak_dbtp > HIGHEST_PEAK_DBTP:
            raise SoundError(
                f"{file.path.name} has a true peak of {heard.true_peak_dbtp:.1f} dBTP where at most "
                f"{HIGHEST_PEAK_DBTP:g} is wanted, so nothing was published.",
                remedy="Try another voice.",
            )


def _encode(track: Track, tags: Tags, path: Path, key: str, channels: int) -> Encoded:
    form = FORMATS[key]
    options: dict[str, str] = dict(form.container_options)
    try:
        with av.open(str(path), "w", format=form.container, options=options) as container:
            _describe(container, track.timeline, tags)
            stream: Any = container.add_stream(form.codec, rate=SAMPLE_RATE_HZ, options=dict(form.codec_options))
            stream.layout = "mono" if channels == 1 else "stereo"
            stream.format = form.sample_format
            if form.bit_rate:
                stream.bit_rate = form.bit_rate * (4 if channels == 2 else 3) // 3
            _feed(container, stream, track.pcm, form.level)
    except av.error.FFmpegError as error:
        if isinstance(error, OSError) and error.errno and error.filename:
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise SoundError(f"the {key} encoder failed: {error}.", path=path) from error
    if key == "mp3":
        id3.add_comment(path, id3.LANGUAGES.get(tags.language.split("-")[0], "und"), tags.comment)
    return Encoded(path, measure.measure_loudness(path))


def _describe(container: av.container.OutputContainer, timeline: Timeline, tags: Tags) -> None:
    language = id3.LANGUAGES.get(tags.language.split("-")[0], "und")
    container.metadata.update(
        title=tags.title, artist=tags.artist, language=language, date=tags.date, comment=tags.comment, genre="Speech"
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
            for number, chapter in enumerate(timeline.chapters)
        ]
    )


def _feed(container: av.container.OutputContainer, stream: Any, pcm: Path, level: float) -> None:
    import numpy as np

    resampler = av.AudioResampler(format=stream.format, layout=stream.layout, rate=SAMPLE_RATE_HZ, frame_size=0)
    clock = 0
    with pcm.open("rb") as file:
        while data := file.read(READ_SAMPLES * 2):
            samples = np.frombuffer(data, dtype="<i2").reshape(1, -1)
            if level != 1.0:
                scaled = samples.astype(np.float32) * np.float32(level / 32768)
                frame = av.AudioFrame.from_ndarray(scaled, format="flt", layout="mono")
            else:
                frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, clock, Fraction(1, SAMPLE_RATE_HZ)
            clock += samples.size
            for converted in resampler.resample(frame):
                container.mux(stream.encode(converted))
    container.mux(stream.encode(None))

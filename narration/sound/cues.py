"""What is known of a file besides its sound: where it speaks, how many words, and its chapters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av

from narration.errors import SoundError
from narration.folder import MANIFEST, manifest_of
from narration.timeline import Timeline
from narration.units import to_seconds


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file, in seconds."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Part(Span):
    """A chapter."""

    title: str


@dataclass(frozen=True, slots=True)
class Known:
    """``speech`` is empty and ``words`` 0 when nobody has said where the file speaks."""

    title: str = ""
    speech: tuple[Span, ...] = ()
    words: int = 0
    chapters: tuple[Part, ...] = ()

    @classmethod
    def of_timeline(cls, title: str, timeline: Timeline) -> Known:
        rate_hz = timeline.rate_hz
        return cls(
            title,
            tuple(Span(to_seconds(c.start, rate_hz), to_seconds(c.end, rate_hz)) for c in timeline.cues),
            sum(len(cue.spoken.split()) for cue in timeline.cues),
            tuple(Part(to_seconds(c.start, rate_hz), to_seconds(c.end, rate_hz), c.title) for c in timeline.chapters),
        )

    @classmethod
    def of_file(cls, path: Path) -> Known:
        """From the manifest beside the file if it lists it, else the chapters in the file itself."""
        data = manifest_of(path.parent)
        files = data.get("files")
        if isinstance(files, dict) and path.name in files:
            return cls.of_manifest(data, path.parent / MANIFEST)
        return cls(path.stem, chapters=_own_chapters(path))

    @classmethod
    def of_manifest(cls, data: Mapping[str, Any], path: Path) -> Known:
        try:
            return cls(
                str(data["title"]),
                tuple(Span(float(cue["start"]), float(cue["end"])) for cue in data["cues"]),
                sum(len(str(cue["spoken"]).split()) for cue in data["cues"]),
                tuple(Part(float(c["start"]), float(c["end"]), str(c["title"])) for c in data["chapters"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise SoundError("this manifest does not say when what is spoken.", path=path) from error


def _own_chapters(path: Path) -> tuple[Part, ...]:
    try:
        with av.open(str(path)) as container:
            return tuple(
                Part(float(start * base), float(end * base), chapter["metadata"].get("title", ""))
                for chapter in container.chapters()
                if (base := chapter["time_base"]) is not None
                for start, end in [(chapter["start"], chapter["end"])]
            )
    except av.error.FFmpegError as error:
        raise SoundError(f"this is not audio that can be decoded: {error}.", path=path) from error

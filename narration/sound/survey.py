"""Measuring what stands in a place: one file, or all the audio of a finished track's folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from narration.audio_formats import AUDIO_FORMATS
from narration.errors import UsageError
from narration.sound import measures, meter, targets
from narration.sound.cues import Known
from narration.sound.measures import Measures
from narration.sound.meter import Reading

SUFFIXES = (*(one.suffix for one in AUDIO_FORMATS), ".m4a")
"""What is looked for in a folder, in this order; a file that is named may be any audio."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A file with its measures.  ``ours`` when the manifest beside it says what it speaks."""

    path: Path
    known: Known
    reading: Reading
    measures: Measures
    off_target: list[str]

    @property
    def ours(self) -> bool:
        return bool(self.known.speech)


def survey(place: Path) -> list[Surveyed]:
    """Measure a file, or each in a folder (the plain MP3 first).

    Raises ``UsageError`` where there is no audio, ``SoundError`` for a file that is none.
    """
    if place.is_dir():
        paths = [path for path in place.iterdir() if path.suffix.lower() in SUFFIXES]
        paths.sort(key=lambda path: (path.stem.endswith("-bed"), SUFFIXES.index(path.suffix.lower()), path.name))
        if not paths:
            raise UsageError(
                "there is no audio in this folder.", remedy="Name a finished track, audio_out/<name>.", path=place
            )
        return [_measured(path) for path in paths]
    if not place.is_file():
        raise UsageError("there is no such file or folder.", path=place)
    return [_measured(place)]


def draw(one: Surveyed, target: Path) -> None:
    """Write the picture of a file as its suffix says, ``.svg`` or ``.png``."""
    from narration.sound import picture

    canvas = picture.draw(one.reading, one.measures, one.known, one.off_target)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(canvas.png() if target.suffix.lower() == ".png" else canvas.svg())


def _measured(path: Path) -> Surveyed:
    known = Known.of_file(path)
    reading = meter.read(path)
    found = measures.of(reading, known)
    return Surveyed(path, known, reading, found, measures.off_target(found, over_bed=path.stem.endswith("-bed")))


def rows(found: Sequence[Surveyed]) -> list[list[str]]:
    """A table for people: what is measured, its target, and a column for each file."""
    table = [[label, target, *(value(one.measures) for one in found)] for label, target, value in _ROWS]
    return [row for row in table if any(row[2:])]


def _maybe(value: float | None, form: str = ".1f") -> str:
    return "" if value is None else format(value, form)


def _length(found: Measures) -> str:
    minutes, seconds = divmod(round(found.seconds), 60)
    return f"{minutes} min {seconds:02} s"


def _pace(found: Measures) -> str:
    if found.pace is None:
        return ""
    about = "about " if found.pace.estimated else ""
    return f"{about}{found.pace.speaking_wpm:.0f}, {found.pace.overall_wpm:.0f} with pauses"


def _pauses(found: Measures) -> str:
    pauses = found.pauses
    if pauses is None:
        return ""
    return f"{pauses.count}: {pauses.shortest:.2f} to {pauses.longest:.2f}, median {pauses.median:.2f}"


_ROWS: tuple[tuple[str, str, Callable[[Measures], str]], ...] = (
    ("Length", "", _length),
    ("Loudness (LUFS)", f"{targets.TARGET_LUFS:g} ±{targets.TOLERANCE_LU:g}; stereo {targets.STEREO_TARGET_LUFS:g}",
     lambda m: f"{m.integrated_lufs:.1f}"),
    ("True peak (dBTP)", f"≤ {targets.HIGHEST_PEAK_DBTP:g}", lambda m: f"{m.true_peak_dbtp:.1f}"),
    ("Loudness range (LU)", "", lambda m: f"{m.loudness_range_lu:.1f}"),
    ("Loudest pause (dBFS)", f"≤ {targets.LOUDEST_FLOOR_DBFS:g}",
     lambda m: _maybe(m.noise_floor_dbfs)),
    ("Dead silence (s)", "0", lambda m: f"{m.dead_seconds:g}"),
    ("Chapter spread (LU)", f"≤ {targets.WIDEST_CHAPTER_SPREAD_LU:g}", lambda m: _maybe(m.chapter_spread_lu, ".2f")),
    ("Words a minute", "", _pace),
    ("Pauses (s)", "", _pauses),
    ("Quiet share", "", lambda m: "" if m.pauses is None else f"{m.pauses.share:.0%}"),
    ("Quiet before, after (s)", f"≥ {targets.SHORTEST_HEAD_SECONDS:g}, ≥ {targets.SHORTEST_TAIL_SECONDS:g}",
     lambda m: "" if m.pauses is None else f"{m.pauses.head:.2f}, {m.pauses.tail:.2f}"),
    ("Clicks", "0", lambda m: f"{len(m.clicks)}"),
)  # fmt: skip

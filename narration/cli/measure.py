"""Measures finished audio: loudness, peaks, quiet, chapters, pace, pauses and clicks; and draws them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from narration.errors import UsageError

if TYPE_CHECKING:
    from narration.sound.survey import Surveyed

PICTURES = (".svg", ".png")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="FILE|FOLDER", help="an audio file, or a finished track's folder")
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.add_argument(
        "--picture", metavar="FILE", help="also draw waveform, loudness, chapters and pauses, as .svg or .png"
    )


def run(args: argparse.Namespace) -> int:
    """Exit code 1 when a finished track is off its targets; a file from elsewhere has none to miss."""
    from narration.sound import survey

    picture = Path(args.picture) if args.picture else None
    if picture is not None and picture.suffix.lower() not in PICTURES:
        raise UsageError("a picture is an .svg or a .png file.", path=picture)
    found = survey.survey(Path(args.place))
    if args.json:
        _as_json(found)
    else:
        _as_tables(found)
    if picture is not None:
        survey.draw(found[0], picture)
    return 1 if any(one.off_target and one.ours for one in found) else 0


def _as_json(found: Sequence[Surveyed]) -> None:
    import json
    from dataclasses import asdict

    files = [{**asdict(one.measures), "off_target": one.off_target} for one in found]
    sys.stdout.write(json.dumps({"files": files}, ensure_ascii=False, indent=2) + "\n")


def _as_tables(found: Sequence[Surveyed]) -> None:
    from narration.cli.console import say, table
    from narration.sound.survey import rows

    table("", ["", "target", *(one.measures.file for one in found)], rows(found))
    chapters = found[0].measures.chapters
    if chapters:
        levels = [["" if c.lufs is None else f"{c.lufs:.1f}" for c in one.measures.chapters] for one in found]
        named = [
            [
                chapter.title,
                f"{chapter.start:.1f}",
                *(column[index] if index < len(column) else "" for column in levels),
            ]
            for index, chapter in enumerate(chapters)
        ]
        table("Chapters", ["chapter", "begins (s)", *(f"LUFS, {one.measures.file}" for one in found)], named)
    for one in found:
        if one.off_target:
            say(f"{one.measures.file} is off target: {'; '.join(one.off_target)}.")

"""Speaks scripts and puts each finished track into <output>/<name>/."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from narration import audio_formats
from narration.errors import UsageError

if TYPE_CHECKING:
    from narration.pipeline import BuildOptions, Built

SCRIPT_SUFFIXES = {".yaml", ".yml"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scripts", nargs="+", metavar="SCRIPT", help="a script that `narration write` made")
    add_build_arguments(parser)


def add_build_arguments(parser: argparse.ArgumentParser) -> None:
    """What ``build`` and ``make`` share."""
    parser.add_argument("-o", "--output", metavar="DIR", default="audio_out", help="where tracks go (audio_out)")
    parser.add_argument("--voice", default="", metavar="VOICE", help="engine or engine:voice, such as espeak:en-us")
    parser.add_argument(
        "--bed",
        default="",
        metavar="SOUND",
        help="soft, none, or an audio file: also a version with it under the speech",
    )
    parser.add_argument(
        "--also",
        action="append",
        default=[],
        choices=audio_formats.EXTRA,
        help="also write this format (may be repeated)",
    )
    parser.add_argument("--release", action="store_true", help="refuse to make a track that would be a DRAFT")
    parser.add_argument("--again", action="store_true", help="build even if nothing has changed")


def options(args: argparse.Namespace) -> BuildOptions:
    from narration.pipeline import BuildOptions

    return BuildOptions(
        output=Path(args.output),
        voice=args.voice,
        release=args.release,
        formats=(*audio_formats.STANDARD, *args.also),
        bed=args.bed,
        again=args.again,
    )


def refuse_script(source: Path) -> None:
    """A script given where phase text belongs."""
    if source.suffix.lower() in SCRIPT_SUFFIXES:
        raise UsageError("this is a script, not phase text.", remedy=f"Run: narration build {source}", path=source)


def run(args: argparse.Namespace) -> int:
    from narration import pipeline
    from narration.cli.console import watch

    chosen = options(args)
    for script in args.scripts:
        report(watch(pipeline.build(Path(script), chosen)))
    return 0


def report(built: Built) -> None:
    """What was made, where it is, and whether patients may have it."""
    from narration.cli.console import say

    minutes, seconds = divmod(round(built.seconds), 60)
    if not built.fresh:
        say(f"{built.folder}: nothing has changed; the track is up to date.")
    else:
        say(f"{built.folder}: {minutes} min {seconds:02} s, spoken by {built.voice.spec}.")
        say(f"{built.sound[:1].upper()}{built.sound[1:]}.")
    if built.draft_reasons:
        say(f"It is marked DRAFT: {'; '.join(built.draft_reasons)}.")
    say(f"Listen: open {built.folder / 'index.html'}")

"""Writes feed.xml over a folder of finished tracks, with chapters and transcripts, for podcast apps."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from narration.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default="audio_out", metavar="DIR", help="the tracks (audio_out)")
    parser.add_argument(
        "--url",
        default="",
        help="where patients reach that folder, such as https://clinic.example/guides/ (`guides` under [clinic])",
    )


def run(args: argparse.Namespace) -> int:
    root = Path(args.folder)
    if not root.is_dir():
        raise UsageError("there is no such folder.", remedy="Build a track first.", path=root)
    from narration import settings
    from narration.cli.console import say
    from narration.editions import feed

    clinic = settings.load().clinic
    if not (args.url or clinic.guides):
        raise UsageError(
            "a feed needs the web address of its folder.",
            remedy="Add --url https://clinic.example/guides/, or write it once as `guides` under [clinic].",
        )
    path, ready, drafts = feed.publish(root, args.url or clinic.guides, clinic.name, date.today())
    guides = "1 guide" if len(ready) == 1 else f"{len(ready)} guides"
    say(f"{path}: {guides}. Copy it to your website together with the tracks' folders.")
    for track in drafts:
        say(f"Left out, because it is a DRAFT: {root / track.name}")
    if not ready:
        say("A podcast app shows nothing yet: no guide here is approved.")
    return 0

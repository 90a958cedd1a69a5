"""Puts the web address of a finished track on its poster, as a QR code and in words."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="a finished track, such as audio_out/hearing-test")
    parser.add_argument(
        "--url", required=True, help="where patients open its page, such as https://clinic.example/mri/"
    )


def run(args: argparse.Namespace) -> int:
    from narration import settings
    from narration.cli.console import say
    from narration.editions import poster

    sheet = poster.with_address(Path(args.folder), args.url, settings.load().clinic.name, date.today())
    say(f"{sheet}: open it in a browser and print it. Try the code with a phone first.")
    return 0

"""Reads phase text and writes a script (YAML) that a person reads, edits and approves."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_source_arguments(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="the script to write (default: scripts/<name>.yaml)")


def add_source_arguments(parser: argparse.ArgumentParser) -> None:
    """What ``write`` and ``make`` share."""
    parser.add_argument("source", help="the page that describes the procedure")
    parser.add_argument("--language", metavar="TAG", help="the page's language, such as en or es (default: found out)")
    parser.add_argument("--force", action="store_true", help="write the script anew, over what a person edited")


def run(args: argparse.Namespace) -> int:
    from narration import pipeline
    from narration.cli.build import refuse_script
    from narration.cli.console import say, watch

    source = Path(args.source)
    refuse_script(source)
    target = Path(args.output) if args.output else None
    written = watch(pipeline.write(source, language=args.language, target=target, force=args.force))
    lines = sum(1 for _ in written.script.says())
    say(f"{written.path}: {len(written.script.phases)} phases, {lines} lines.")
    if written.changed:
        say(f"Read it, change what you like, then: narration build {written.path}")
    return 0

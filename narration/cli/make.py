"""Reads phase text, writes the script, speaks it, and puts the finished track into audio_out/<name>/."""

from __future__ import annotations

import argparse
from pathlib import Path

from narration.cli import build, write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    write.add_source_arguments(parser)
    build.add_build_arguments(parser)


def run(args: argparse.Namespace) -> int:
    from narration import pipeline
    from narration.cli.console import watch

    source = Path(args.source)
    build.refuse_script(source)
    work = pipeline.make(source, build.options(args), language=args.language, force=args.force)
    build.report(watch(work))
    return 0

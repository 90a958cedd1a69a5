"""Shows the finished speech that is kept, so that it need not be spoken again; `narration cache clear` removes it."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=["clear"], help="remove every clip")


def run(args: argparse.Namespace) -> int:
    from narration import settings
    from narration.cli.console import say
    from narration.voices.store import ClipStore

    store = ClipStore.of(settings.load())
    if args.action == "clear":
        removed = store.clear()
        say(f"{store.folder}: removed {removed.clips} clips, {removed.size_bytes / 1e6:.1f} MB.")
        return 0
    kept = store.size()
    limit = store.limit_bytes / 1e6
    say(f"{store.folder}: {kept.clips} clips, {kept.size_bytes / 1e6:.1f} MB of at most {limit:.0f} MB.")
    return 0

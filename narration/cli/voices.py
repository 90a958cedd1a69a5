"""Lists the voices: language, offline or online, natural or draft, licence, and what mends a missing one.

`narration voices add NAME` fetches a Piper voice, after showing its licence and size.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from narration.voices.base import Offer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=["add"], help="fetch Piper voices")
    parser.add_argument("names", nargs="*", metavar="NAME", help="such as en_US-ljspeech-medium")
    parser.add_argument("--yes", action="store_true", help="fetch without asking")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(args: argparse.Namespace) -> int:
    from narration.errors import UsageError

    if args.action == "add":
        if not args.names:
            raise UsageError("which voice?", remedy="Name it: narration voices add en_US-ljspeech-medium")
        return max(add(name, yes=args.yes) for name in args.names)
    from narration import settings, voices

    show(voices.offers(settings.load()), as_json=args.json)
    return 0


def show(offers: list[Offer], *, as_json: bool) -> None:
    if as_json:
        import json
        from dataclasses import asdict

        data = [{"spec": offer.info.spec, **asdict(offer)} for offer in offers]
        sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
        return
    if sys.stdout.isatty():
        _show_on_terminal(offers)
        return
    from narration.cli.console import say

    for offer in offers:
        say("\t".join([*_row(offer), _state(offer)]))


def _show_on_terminal(offers: list[Offer]) -> None:
    """A table that fits 80 columns with every name whole; what is to be said of a voice follows in sentences."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    shown = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for column in ("", "voice", "language", "where", "quality", "licence", "rate"):
        shown.add_column(column, no_wrap=column != "licence", overflow="fold")
    for offer in offers:
        shown.add_row("–" if offer.unavailable else "✓", *(escape(cell) for cell in _row(offer)))
    console = Console(highlight=False)
    console.print(shown)
    told: dict[str, list[str]] = {}
    for offer in offers:
        if offer.unavailable or offer.notice:
            told.setdefault(_state(offer), []).append(offer.info.spec)
    for state, specs in told.items():
        console.print(f"\n{', '.join(specs)}:\n  {state}", markup=False, soft_wrap=True)
    console.print("\nTo choose one: narration build SCRIPT --voice VOICE", markup=False)


def _row(offer: Offer) -> list[str]:
    return [
        offer.info.spec,
        offer.info.language,
        "online" if offer.info.online else "offline",
        "natural" if offer.info.natural else "draft",
        offer.info.licence,
        f"{offer.info.sample_rate_hz} Hz",
    ]


def _state(offer: Offer) -> str:
    if offer.unavailable:
        return f"{offer.unavailable} {offer.remedy}".strip()
    return f"ready; {offer.notice}" if offer.notice else "ready"


def add(name: str, *, yes: bool) -> int:
    """Show what the voice is, ask, and fetch it; 1 when the person says no."""
    from narration.cli.console import say, watch
    from narration.voices import piper, piper_add

    if piper_add.installed(name):
        say(f"piper:{name} is already installed.")
        return 0
    voice = piper_add.look_up(name)
    say(f"{name}: licence {voice.licence}; {voice.size_bytes / 1e6:.0f} MB from {piper_add.HOST}.")
    if voice.concern:
        say(f"WARNING: {voice.concern}")
    if not yes and not _agreed():
        say("Nothing was fetched.")
        return 1
    if not piper.installed():
        from narration.errors import VoiceError

        raise VoiceError("Piper is not installed, and its downloader comes with it.", remedy=f"Run: {piper.INSTALL}")
    path = watch(piper_add.fetch(voice))
    say(f"Installed: {path}\nUse it: --voice piper:{name}, or voice: {{name: piper:{name}}} in a script.")
    return 0


def _agreed() -> bool:
    from narration.errors import UsageError

    if not sys.stdin.isatty():
        raise UsageError("nobody is here to agree to the licence.", remedy="Say --yes if you do.")
    return input("Fetch it? [y/N] ").strip().lower() in {"y", "yes"}

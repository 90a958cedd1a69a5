"""Lists the voices: language, offline or online, natural or draft, licence, and what mends a missing one."""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for machines")


def run(args: argparse.Namespace) -> int:
    from narration import settings, voices

    offers = voices.offers(settings.load())
    if args.json:
        import json
        from dataclasses import asdict

        sys.stdout.write(json.dumps([asdict(offer) for offer in offers], indent=2, ensure_ascii=False) + "\n")
        return 0
    from narration.cli.console import table

    rows = [
        [
            offer.info.spec,
            offer.info.language,
            "online" if offer.info.online else "offline",
            "natural" if offer.info.natural else "draft",
            offer.info.licence,
            f"{offer.info.sample_rate_hz} Hz",
            f"{offer.unavailable} {offer.remedy}".strip() or "ready",
        ]
        for offer in offers
    ]
    table("", ["voice", "language", "where", "quality", "licence", "sample rate", "state"], rows)
    return 0

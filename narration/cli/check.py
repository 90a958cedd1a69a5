"""Looks a script over: is it faithful to its source, calm and plain, complete, approved?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scripts", nargs="+", metavar="SCRIPT")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from narration import checks, pipeline
    from narration.cli.console import say, table

    results = {path: pipeline.check(Path(path)) for path in args.scripts}
    if args.json:
        import json

        data = [{"script": path, **asdict(finding)} for path, findings in results.items() for finding in findings]
        sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
    else:
        for path, findings in results.items():
            rows = [[f.level, f.rule, str(f.line or ""), f.phase, f"{f.message} {f.suggestion}"] for f in findings]
            if rows:
                table(path, ["level", "rule", "line", "phase", "what"], rows)
            count = len(checks.blocking(findings))
            say(f"{path}: {len(findings)} findings, {count} that block.")
    return 1 if any(checks.blocking(findings) for findings in results.values()) else 0

"""Looks a script over: is it faithful to its source, calm and plain, complete, approved?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from narration.checks import Report

LEVELS = {"block": "must change", "warn": "look at", "note": "note"}
"""The levels in the order of their weight, with what a person reads."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scripts", nargs="+", metavar="SCRIPT")
    parser.add_argument("--items", action="store_true", help="also the questions that a reviewer answers (PEMAT-A/V)")
    parser.add_argument("--sheet", metavar="FILE", help="also the script beside its page, to print and read (HTML)")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(args: argparse.Namespace) -> int:
    from narration import checks, reviewing, templating

    if args.sheet:
        _refuse_sheet(args.scripts, Path(args.sheet))
    reports = {path: reviewing.check(Path(path)) for path in args.scripts}
    if args.sheet:
        path, report = next(iter(reports.items()))
        templating.write(Path(args.sheet), reviewing.sheet(Path(path), report))
    if args.json:
        _as_json(reports)
    else:
        for path, report in reports.items():
            _as_tables(path, report, args.items)
    return 1 if any(checks.blocking(report.findings) for report in reports.values()) else 0


def _refuse_sheet(scripts: list[str], path: Path) -> None:
    from narration.errors import UsageError

    if len(scripts) != 1:
        raise UsageError("a sheet is of one script.", remedy="Name one script with --sheet.")
    if path.suffix.lower() not in (".html", ".htm"):
        raise UsageError("a sheet is an HTML file.", remedy="Name it sheet.html, say.", path=path)


def _as_json(reports: dict[str, Report]) -> None:
    import json
    from dataclasses import asdict

    data = {
        "findings": [
            {"script": path, **asdict(found)} for path, report in reports.items() for found in report.findings
        ],
        "scripts": [
            {"script": path, "measures": asdict(report.measures), "items": [asdict(item) for item in report.items]}
            for path, report in reports.items()
        ],
    }
    sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def _as_tables(path: str, report: Report, items: bool) -> None:
    from narration.cli.console import say, table

    weight = list(LEVELS)
    ordered = sorted(report.findings, key=lambda found: (weight.index(found.level), found.line))
    rows = [[LEVELS[f.level], str(f.line or ""), f.phase, f"{f.message} {f.suggestion}", f.rule] for f in ordered]
    if rows:
        table(path, ["", "line", "phase", "what, and what to do", "rule"], rows)
    if items:
        questions = [[str(item.number), item.question, item.answer, item.basis] for item in report.items]
        table("Questions for the reviewer (PEMAT-A/V)", ["no.", "question", "answer", "measured"], questions)
    found = report.measures
    say(
        f"Reading grade {found.grade:g} as spoken; the source’s is {found.source_grade:g} ({found.formula}). "
        f"Longest sentence {found.longest_sentence_words} words. "
        f"About {found.minutes:g} minutes, {found.words_per_minute_speaking} words a minute "
        f"({found.words_per_minute_overall} with pauses)."
    )
    counts = [f"{sum(f.level == level for f in report.findings)} {name}" for level, name in LEVELS.items()]
    verdict = "nothing blocks it" if not any(f.level == "block" for f in report.findings) else "it may not be approved"
    say(f"{path}: {', '.join(counts)}: {verdict}.")

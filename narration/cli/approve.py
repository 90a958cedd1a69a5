"""Signs a script as it stands; any later edit voids the approval."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

MOST_NAMED = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("script", metavar="SCRIPT")
    parser.add_argument("--by", required=True, metavar="NAME", help="who approves it")
    parser.add_argument("--role", required=True, metavar="ROLE", help="as what: RN, MD, …")
    parser.add_argument("--review-by", type=date.fromisoformat, metavar="YYYY-MM-DD", help="until when it holds")


def run(args: argparse.Namespace) -> int:
    from narration import approval, checks, reviewing, script_yaml, settings
    from narration.cli.console import say
    from narration.errors import ScriptError

    path = Path(args.script)
    report = reviewing.check(path)
    wrong = checks.blocking(report.findings, but_draft=True)
    if wrong:
        named = "; ".join(map(checks.named, wrong[:MOST_NAMED]))
        more = f"; and {len(wrong) - MOST_NAMED} more" if len(wrong) > MOST_NAMED else ""
        raise ScriptError(
            f"nothing was signed: {len(wrong)} findings block it: {named}{more}",
            remedy="See `narration check`, mend them, and approve again.",
            path=path,
        )
    review = approval.approve(path, args.by, args.role, settings.build_date(), args.review_by)
    until = f", until {review.review_by.isoformat()}" if review.review_by else ""
    script, measures = script_yaml.load(path), report.measures
    say(f"{path}: approved by {review.by} ({review.role}) on {review.on.isoformat()}{until}.")
    say(f"Signed: “{script.title}”, {len(script.phases)} phases, {measures.lines} lines, {measures.words} words.")
    say("The signature covers every word, pause, field and respelling, the voice, who signed, and until when.")
    say("Any later edit voids it.")
    looks = sum(finding.level == "warn" for finding in report.findings)
    if looks:
        say(f"{looks} findings asked for a look; approving says that you have looked.")
    return 0

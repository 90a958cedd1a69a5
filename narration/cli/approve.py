"""Signs a script as it stands; any later edit voids the approval."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("script", metavar="SCRIPT")
    parser.add_argument("--by", required=True, metavar="NAME", help="who approves it")
    parser.add_argument("--role", required=True, metavar="ROLE", help="as what: RN, MD, …")
    parser.add_argument("--review-by", type=date.fromisoformat, metavar="YYYY-MM-DD", help="until when it holds")


def run(args: argparse.Namespace) -> int:
    from narration import approval, checks, pipeline
    from narration.cli.console import say
    from narration.errors import ScriptError

    path = Path(args.script)
    wrong = [f for f in checks.blocking(pipeline.check(path).findings) if f.rule != "draft"]
    if wrong:
        raise ScriptError(
            f"it has {len(wrong)} findings that block, the first on line {wrong[0].line}: {wrong[0].message}",
            remedy="See `narration check`, mend them, and approve again.",
            path=path,
        )
    review = approval.approve(path, args.by, args.role, pipeline.build_date(), args.review_by)
    until = f", until {review.review_by.isoformat()}" if review.review_by else ""
    say(f"{path}: approved by {review.by} ({review.role}) on {review.on.isoformat()}{until}.")
    return 0

"""Two things in a line have a word between them: else they are cells of a table, or lines, that have run together.

“Midnight, 6.00 am”, “Suite 140 Phone: …”, “Another is you have been bleeding.”, “a blue Book” for the Blue Book.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from narration.checks.base import Context, Finding
from narration.script import Say, ScriptPhase

_NAME = re.compile(r"\b([^\W\d_a-zà-ÿ][a-zà-ÿ]{2,})(?= ([^\W\d_a-zà-ÿ][a-zà-ÿ]{2,}))")
"""A word with a capital before another one."""

_STOP = re.compile(r"(\w{4,})\. [a-zà-ÿ]{3,}")


def check(context: Context) -> Iterator[Finding]:
    suspect = context.suspect
    for phase, say, line in context.page_lines():
        text = line.strip()
        if joined := _run_together(text, suspect):
            message = f"“{joined}”: are these two things, with a word or a stop missing between them?"
            yield Finding("warn", "run-together", message, "Say how they belong together.", phase.name, say.line)
        elif member := re.search(suspect["broken_members"], text):
            message = f"nobody says “{member[0].strip()} …”."
            yield Finding("warn", "run-together", message, "Say a whole sentence.", phase.name, say.line)
        elif name := _in_small_letters(context, phase, say, suspect):
            message = f"the page has “{name}” with a capital, as a name."
            yield Finding("warn", "run-together", message, "Keep the name.", phase.name, say.line)


def _run_together(text: str, suspect: Mapping[str, Any]) -> str:
    time, capital = suspect["time"], suspect["inside_capital"]
    for pattern in (suspect["together"], rf"{time}\)?[:,]? {time}", rf", {capital}\b(?! [A-Z])[^.]{{0,20}}"):
        if found := re.search(pattern, text):
            return found[0].strip(" ,.")
    if found := re.search(suspect["cells"], text, re.IGNORECASE):
        return found[0].strip(": ")
    stops = (found for found in _STOP.finditer(text) if found[1].lower() not in suspect["short_forms"])
    return next((found[0] for found in stops), "")


def _in_small_letters(context: Context, phase: ScriptPhase, say: Say, suspect: Mapping[str, Any]) -> str:
    """The name of two words whose first is in small letters here: “One is prairie Ridge Center.”"""
    for key in say.sources:
        for found in _NAME.finditer(phase.source.get(key, "")):
            small = found[1].lower()
            if small not in context.lexicon.grammar and re.search(
                rf"\b(?:{suspect['before_name']}) {small} {found[2]}\b", say.text
            ):
                return f"{found[1]} {found[2]}"
    return ""

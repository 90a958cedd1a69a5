"""The page's title is what it is about, and a part's name is a name: no hours, address, number or half sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from narration.checks.base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    suspect, script = context.suspect, context.script
    if any(re.search(suspect[names], script.title.strip()) for names in ("odd_names", "odd_titles")):
        message = f"“{script.title}” does not say what the page is about."
        yield Finding("warn", "odd-name", message, "Give the script the name of the procedure.")
    for phase in script.phases:
        if re.search(suspect["odd_names"], phase.name.strip()):
            line = phase.says[0].line if phase.says and phase.says[0].from_style else phase.line
            message = f"“{phase.name}” is not the name of a part."
            suggestion = "Put its lines into the part that they belong to, or name the part."
            yield Finding("warn", "odd-name", message, suggestion, phase.name, line)

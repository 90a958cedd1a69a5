"""No reason lost: where the page says “because”, the lines show that one thing is the reason for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from narration.checks.base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    reasons, shown = context.meaning["reasons"], context.meaning["reasons_shown"]
    for rendering in context.renderings:
        source = " ".join(rendering.phase.source[key] for key in rendering.ids)
        said = " ".join(say.text for say in rendering.lines)
        found = re.search(reasons, source)
        if found and len(rendering.lines) > 1 and not re.search(shown, said):
            message = f"the page gives a reason (“{found[0]}”); the lines only say one thing after the other."
            yield rendering.finding("warn", "reason-lost", message, "Show what is the reason for what.")

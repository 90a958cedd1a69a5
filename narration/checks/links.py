"""What hangs together on the page does in the lines: a reason with its “because”, a clause with what it depends on.

“It is not necessary that you come fasting” means the contrary once it is cut: “It is not necessary.” “Come fasting.”
"""

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
        for say in rendering.lines:
            judged = re.search(context.meaning["takes_clause"], say.text)
            if judged and _goes_on(judged[1], f"{source} {context.plainly(source)}", context):
                message = f"the line ends after “{judged[1]}”; the page goes on with what that is said of."
                yield rendering.finding("block", "clause-lost", message, "Say both in one line, as the page does.", say)


def _goes_on(judged: str, page: str, context: Context) -> bool:
    """Whether what is said in the line is said of a clause on the page."""
    return re.search(rf"{re.escape(judged)}\s+{context.meaning['clause']}\b", page, re.IGNORECASE) is not None

"""Nothing for the eye: no small print, form code or button is said, and nothing points to a place on the page.

What a listener cannot use belongs under ``left_out``; the patterns are data (``furniture`` and ``pointers``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from narration.checks.base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    furniture, pointers = context.meaning["furniture"], context.meaning["pointers"]
    for phase, say, text in context.page_lines():
        if found := re.search(furniture, text):
            message = f"“{found[0].strip()}” is of the page, and for the eye."
            yield Finding("warn", "furniture", message, "Say it in words, or leave it out.", phase.name, say.line)
        elif found := re.search(pointers, text):
            message = f"“{found[0].strip()}” points to a place on the page."
            yield Finding(
                "warn",
                "points-to-page",
                message,
                "Say what stands there; a listener has no page.",
                phase.name,
                say.line,
            )

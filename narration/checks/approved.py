"""Approved: whether the track would be a DRAFT, and fields that nobody filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from narration.checks.base import Context, Finding
from narration.plan import FIELD
from narration.script import draft_reasons


def check(context: Context) -> Iterator[Finding]:
    script = context.script
    for reason in draft_reasons(script, context.today):
        level = "note" if script.review is None else "block"
        yield Finding("block" if level == "block" else "note", "draft", f"{reason}.", "Run `narration approve`.")
    for phase, say in script.says():
        for name in FIELD.findall(say.text):
            if name not in script.fields:
                message = f"{{{name}}} is not under `fields`."
                yield Finding("block", "unfilled-field", message, f"Add `{name}: …`.", phase.name, say.line)
        for braces in re.findall(r"\{[^{}]*\}", FIELD.sub("", say.text)):
            message = f"“{braces}” is no field: it would be said as it stands."
            suggestion = "A field's name is letters and digits without spaces: `{helper}`."
            yield Finding("block", "unfilled-field", message, suggestion, phase.name, say.line)

"""Whole sentences: no line begins in the middle, is a lone subordinate clause, or has half a bracket.

What a language does not say (“o ocurre”, “si hay la …”) is a slip of a rule or of an edit; both are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from narration.checks.base import Context, Finding

_MIDDLE = re.compile(r"[),;:–—-]\s|[a-záéíóúñ]{2,} ")

_NUMBER = re.compile(r"^\w{1,2}\)\s")
"""The number of a step: “2) Wash your hands.”"""


def check(context: Context) -> Iterator[Finding]:
    shapes = context.meaning["shapes"]
    for phase, say in context.script.says():
        text = context.filled(say.text).strip()
        for message in _faults(text, shapes):
            suggestion = "Say a whole sentence, as the page has it."
            yield Finding("warn", "fragment", message, suggestion, phase.name, say.line)


def _faults(text: str, shapes: dict[str, str]) -> Iterator[str]:
    if _MIDDLE.match(text):
        yield "the line begins in the middle of a sentence."
    elif (alone := re.match(shapes["subordinate"], text)) and not re.search(shapes["main"], text):
        yield f"the line is only what follows “{alone[0]}”."
    if (left := re.search(shapes["relative"], text)) is not None:
        yield f"the line breaks off after “{left[0]}”."
    inside = _NUMBER.sub("", text)
    if inside.count("(") != inside.count(")"):
        yield "the line has half a bracket."
    if slip := re.search(shapes["slip"], text):
        yield f"nobody says “{slip[0]}”."

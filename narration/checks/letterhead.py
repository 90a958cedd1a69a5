"""Nothing of a page's head is said: who sends it, where it is, what the sheet is called.

What the page's own lines say in the part that greets is a sentence. “Fernbank Neurology, Castle Bay.” is none, nor is
the page's title, which the listener has just heard, and which is known by its capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from narration.checks.base import Context, Finding
from narration.checks.verbs import may_have_verb

_LONG = re.compile(r"[^\W\d_]{4,}")
_FEWEST = 3
"""Fewer long words tell nothing of how they are written."""


def check(context: Context) -> Iterator[Finding]:
    suspect, first = context.suspect, context.script.phases[:1]
    before = ""
    for phase, say, line in context.page_lines():
        text = line.strip()
        if phase not in first or not phase.says[0].from_style:
            return
        if not before.endswith("?") and _is_head(text, context.script.language, suspect):
            message = f"“{text}” is no sentence: is it who sends the page, its place, or its title?"
            yield Finding("warn", "letterhead", message, "Leave it out, or say what it tells.", phase.name, say.line)
        before = text


def _is_head(text: str, tag: str, suspect: Mapping[str, Any]) -> bool:
    if text.endswith(("?", "!")) or text[:1].islower() or re.match(suspect["announces"], text):
        return False
    if re.search(suspect["fact"], text) is None and not may_have_verb(text, tag):
        return True
    return _written_as_title(text, tag)


def _written_as_title(text: str, tag: str) -> bool:
    """Whether all its long words have a capital, and no verb is among the others: “Nerve Tests: What Happens Here.”"""
    found = _LONG.findall(text)
    small = " ".join(word for word in text.split() if word[0].islower())
    begun = re.match(r"\w+: ", text) is not None  # “With: Dr Ann Lee, Radiologist.”
    titled = len(found) > _FEWEST and all(word[0].isupper() for word in found)
    return titled and not begun and not may_have_verb(small, tag)

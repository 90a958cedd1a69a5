"""A list's points are said as what they are: “Another is” has a thing of the same kind before it, and one after it.

“These are on the scalp. Another is next to the eyes.” counts places; “Another is swimming, bathing and showering.” is
three; a point that stands bare after “Another is …” is no sentence among sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from narration.checks.base import Context, Finding
from narration.checks.verbs import may_have_verb


def check(context: Context) -> Iterator[Finding]:
    suspect, tag = context.suspect, context.script.language
    for phase in context.script.phases:
        spoken = [say for say in phase.says if not say.from_style]
        for before, say, following in zip_longest([None, *spoken], spoken, spoken[1:]):
            if say is None:
                continue
            texts = [context.filled(one.text).strip() if one else "" for one in (before, say, following)]
            if message := _odd(texts, tag, suspect):
                suggestion = "Say the list in one sentence, or each point in a whole one."
                yield Finding("warn", "odd-member", message, suggestion, phase.name, say.line)


def _odd(texts: list[str], tag: str, suspect: Mapping[str, Any]) -> str:
    before, text, following = texts
    if found := re.search(suspect["several_members"], text):
        return f"“{found[0].strip()}” says one, and names several, or a place."
    if re.match(suspect["all_members"], text) and re.match(suspect["next_member"], following):
        return "the line says that these are all, and the next one adds another."
    bare = text.endswith(".") and ":" not in text and not may_have_verb(text, tag)
    if bare and re.match(suspect["next_member"], before) and not re.match(suspect["announces"], text):
        return "the line is a bare point of a list whose other points are sentences."
    return ""

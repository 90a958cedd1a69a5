"""Names that lead to nothing: a line that is only a heading must have its text after it, a question its answer.

“Our providers.” over another name is a page's menu; “Using the enema.” as the last line of a part has lost its text,
and so has “How to find us.”, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from narration.checks.base import Context, Finding
from narration.checks.verbs import is_clause
from narration.script import Say


def check(context: Context) -> Iterator[Finding]:
    suspect = context.suspect
    for phase in context.script.phases:
        spoken = [say for say in phase.says if not say.from_style]
        before = ""
        for say, following in zip_longest(spoken, spoken[1:]):
            if message := _leads_nowhere(before, say, following, context.script.language, suspect):
                suggestion = "Say what it is the name of, or leave it out."
                yield Finding("warn", "bare-label", message, suggestion, phase.name, say.line)
            before = message and say.text


def _leads_nowhere(before: str, say: Say, following: Say | None, tag: str, suspect: Mapping[str, Any]) -> str:
    """What is wrong; ``before`` is the line before it where that is a name that leads nowhere."""
    question = say.text.rstrip().endswith("?")
    if before and _is_label(before, tag, suspect) and _is_label(say.text, tag, suspect):
        return "the line is only a name, and so is the one before it."
    if re.match(suspect["heading"], say.text.strip()):
        return "the line is only a heading."
    if following is None:
        if question:
            return "the part ends in a question that nobody answers."
        if _is_label(say.text, tag, suspect) or _is_announcement(say.text, suspect):
            return "the part ends in a name with nothing after it."
    elif _is_label(say.text, tag, suspect) and set(say.sources).isdisjoint(following.sources):
        if following.text.rstrip().endswith("?") or _is_label(following.text, tag, suspect):
            return "the line is only a name, and so is the next one."
    elif question and (_is_label(following.text, tag, suspect) or re.match(suspect["heading"], following.text.strip())):
        return "the answer to this question is only a name."
    elif re.search(suspect["yes_or_no"], say.text) and question and re.search(suspect["labelled"], following.text):
        return "no line says yes or no to this question."
    return ""


def _is_label(text: str, tag: str, suspect: Mapping[str, Any]) -> bool:
    few = len(text.split()) <= suspect["label_words"]
    return few and re.search(suspect["sentence_words"], text) is None and not is_clause(text, tag)


def _is_announcement(text: str, suspect: Mapping[str, Any]) -> bool:
    begin = re.match(suspect["announces"], text)
    return begin is not None and len(text.split()) <= suspect["label_words"] + 2

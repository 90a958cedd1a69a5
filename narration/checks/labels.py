"""Names that lead to nothing: a line that is only a heading must have its text after it, a question its answer.

“Our providers.” over another name is a page's menu; “Using the enema.” as the last line of a part has lost its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from narration import language
from narration.checks.base import Context, Finding
from narration.script import Say


def check(context: Context) -> Iterator[Finding]:
    suspect = language.load(context.script.language, "suspect")
    for phase in context.script.phases:
        spoken = [say for say in phase.says if not say.from_style]
        for say, following in zip_longest(spoken, spoken[1:]):
            if message := _leads_nowhere(say, following, suspect):
                suggestion = "Say what it is the name of, or leave it out."
                yield Finding("warn", "bare-label", message, suggestion, phase.name, say.line)


def _leads_nowhere(say: Say, following: Say | None, suspect: Mapping[str, Any]) -> str:
    question = say.text.rstrip().endswith("?")
    if following is None:
        if question:
            return "the part ends in a question that nobody answers."
        if _is_label(say.text, suspect) or _is_announcement(say.text, suspect):
            return "the part ends in a name with nothing after it."
    elif _is_label(say.text, suspect) and set(say.sources).isdisjoint(following.sources):
        if following.text.rstrip().endswith("?") or _is_label(following.text, suspect):
            return "the line is only a name, and so is the next one."
    elif question and _is_label(following.text, suspect):
        return "the answer to this question is only a name."
    elif re.search(suspect["yes_or_no"], say.text) and question and re.search(suspect["labelled"], following.text):
        return "no line says yes or no to this question."
    return ""


def _is_label(text: str, suspect: Mapping[str, Any]) -> bool:
    few = len(text.split()) <= suspect["label_words"]
    return few and re.search(suspect["sentence_words"], text) is None


def _is_announcement(text: str, suspect: Mapping[str, Any]) -> bool:
    begin = re.match(suspect["announces"], text)
    return begin is not None and len(text.split()) <= suspect["label_words"] + 2

"""No line is cut short: a verb has its object, a list its “or”, and what tells when or where tells what happens, too.

“Scans or tests have suggested.”, “if you have fever, a stiff neck.”, “At much lower doses.”, “Keep taking.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from narration.checks.base import Context, Finding, words
from narration.checks.verbs import may_have_verb, verbs_in
from narration.script import Say, ScriptPhase


def check(context: Context) -> Iterator[Finding]:
    suspect, tag = context.suspect, context.script.language
    for phase in context.script.phases:
        before, banned = "", False
        for say in (say for say in phase.says if not say.from_style):
            text = context.filled(say.text).strip()
            point = _is_point(phase, say)
            goes_on = banned and (point or re.match(suspect["also"], text) is not None)
            banned = goes_on or re.match(suspect["bare_ban"], text) is not None
            message = _hangs(text, before, suspect) or _cut(text, tag, suspect)
            if not message and not _is_name(phase, say) and _only_phrase(text, before, tag, suspect):
                message = "the line only tells when, where or how, and not what happens then."
            if not message and goes_on:
                message = "a line before it forbids, and this one is heard as allowed, or ordered."
            if message:
                yield Finding("warn", "cut-short", message, "Say the whole sentence.", phase.name, say.line)
            before = text


def _is_point(phase: ScriptPhase, say: Say) -> bool:
    """Whether it says a point of a list, which has no full stop on the page."""
    return all(not phase.source.get(key, ".").rstrip().endswith((".", "!", "?", ":")) for key in say.sources)


def _hangs(text: str, before: str, suspect: Mapping[str, Any]) -> str:
    if not before and (found := re.match(suspect["points_back"], text)):
        return f"“{found[0]}” hangs on a line before it, and the part begins here."
    if re.search(suspect["cut_abbreviation"], before) and not before.endswith("?"):
        return f"what it goes on with was cut off after “{before.split()[-1]}”."
    return ""


def _cut(text: str, tag: str, suspect: Mapping[str, Any]) -> str:
    if found := re.search(suspect["cut_end"], text) or re.search(suspect["cut_abbreviation"], text):
        return f"the line stops after “{found[0].strip(' .')}”, and what belongs to it is missing."
    if found := re.search(suspect["cut_beginning"], text):
        return f"the beginning of the sentence is missing before “{found[0].strip()}”."
    if found := re.search(suspect["open_list"], re.sub(suspect["or_in_amount"], "", text)):
        return f"no “or” closes the list “{found['list'].strip(' .')}”."
    if re.match(suspect["condition_first"], text) and _only_condition(text, tag, suspect):
        return "the line is only a condition, and nobody hears what holds then."
    return ""


def _is_name(phase: ScriptPhase, say: Say) -> bool:
    """Whether the line is a name on the page, for what comes after it: “At home”, but not “In general:”."""
    source = phase.source.get(say.sources[0], "").strip()
    return len(say.sources) == 1 and not source.endswith((":", ".", ",")) and words(source) == words(say.text)


def _only_phrase(text: str, before: str, tag: str, suspect: Mapping[str, Any]) -> bool:
    few = len(text.split()) <= suspect["phrase_words"] and text.endswith(".") and not set(":,") & set(text)
    if not few or before.endswith(("?", ":")) or not re.match(suspect["phrase"], text):
        return False
    return not may_have_verb(re.sub(suspect["determined"], "", text), tag)


def _only_condition(text: str, tag: str, suspect: Mapping[str, Any]) -> bool:
    """Whether nothing after a comma can be what holds then: “If it is below 4, or you feel shaky, sweaty or faint.”"""
    first, *later = text.rstrip(".").split(", ")
    if set(":?(–—;") & set(text) or not later or verbs_in(first, tag) > 1:
        return False
    others = [part for part in later if not re.match(suspect["goes_on"], part)]
    short = all(len(part.split()) <= suspect["label_words"] for part in others)
    starts = any(re.match(suspect["starts_clause"], f"{part} ") for part in others)
    return len(others) < len(later) and short and not starts and not any(may_have_verb(part, tag) for part in others)

"""Signs are not told as facts: “You can't keep fluids down.” has lost its “Call us if”.

A point of a page's list hangs on what stands over it. Where that is left out, the point alone tells the listener what
is so, or what to expect; or nobody knows of whom it speaks (“Has had a vaccination.”, “Se omiten ese día.”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from narration.checks.base import Context, Finding, words
from narration.checks.verbs import may_have_verb
from narration.script import Say, ScriptPhase


def check(context: Context) -> Iterator[Finding]:
    suspect = context.suspect
    for phase, say, line in context.page_lines():
        text = line.strip()
        alone = re.search(suspect["condition"], text) is None
        told = re.search(suspect["told"], text) or (_hangs(phase, say) and not _is_thing(text, suspect))
        if alone and (told or _is_bare_sign(text, phase, context.script.language, suspect)):
            message = "the line tells as a fact what is a point of a list on the page, or a condition."
            suggestion = "Say with it what stands over the list (“Call us if …”)."
            yield Finding("warn", "told-as-fact", message, suggestion, phase.name, say.line)
        elif found := re.search(suspect["no_subject"], text):
            message = f"nobody hears what “{found[0].strip()}” is said of."
            yield Finding("warn", "no-subject", message, "Say who or what it is.", phase.name, say.line)


def _hangs(phase: ScriptPhase, say: Say) -> bool:
    """Whether the line is a point in small letters, word for word, without what stands over it."""
    if len(say.sources) != 1 or say.sources[0] not in phase.source:
        return False
    source = phase.source[say.sources[0]].strip()
    return source[:1].islower() and words(source) == words(say.text)


def _is_bare_sign(text: str, phase: ScriptPhase, tag: str, suspect: Mapping[str, Any]) -> bool:
    """Whether it is only a sign, under a heading that tells when to call: “Fever above 38 °C.”"""
    if ":" in text or re.search(suspect["calls_for"], phase.name) is None or not re.match(suspect["sign"], text):
        return False
    return text.endswith(".") and not may_have_verb(re.sub(suspect["relative"], "", text), tag)


def _is_thing(text: str, suspect: Mapping[str, Any]) -> bool:
    """Whether it is a thing of a list, which may stand alone after one that has the verb: “A spare dressing.”"""
    return re.search(suspect["clause_words"], text) is None

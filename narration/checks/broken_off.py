"""Nothing broken off: a line ends as a sentence, not in the word that leads in to what is missing (“Call us if.”).

Nor may it be what stood before a colon, with a list under it, unless a person finds that it can stand alone (“You’ll
practise.”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from narration import language
from narration.checks.base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    grammar = language.load(context.script.language, "grammar")
    pattern, elliptic = re.compile(grammar["dangling"]), re.compile(grammar.get("elliptic", r"(?!)"))
    for phase, say in context.script.says():
        text = context.filled(say.text).strip().rstrip(".:;,…/ ")
        answers = text.casefold() in ("no", "sí", "yes") or elliptic.search(f"{text}.") is not None
        if not answers and (found := pattern.search(text)):
            message = f"the line breaks off after “{found[0]}”."
            yield Finding("block", "broken-off", message, "Say what follows in the same line.", phase.name, say.line)
    yield from _lead_ins(context, re.compile(grammar["complete_stem"], re.IGNORECASE))


def _lead_ins(context: Context, complete: re.Pattern[str]) -> Iterator[Finding]:
    for phase in context.script.phases:
        last = {key: say for say in phase.says for key in say.sources}
        for key, text in phase.source.items():
            say = last.get(key)
            if say is None or not text.rstrip().endswith(":") or say.sources != (key,):
                continue
            if say.text.rstrip().endswith(".") and not complete.search(say.text):
                message = f"on the page a list follows on “{text.strip()}”: does the line end as a sentence?"
                suggestion = "Say the first point in the same line, or make the line a whole sentence."
                yield Finding("warn", "lead-in", message, suggestion, phase.name, say.line)

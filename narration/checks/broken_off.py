"""Nothing broken off: a line ends as a sentence, not in the word that leads in to what is missing (“Call us if.”)."""

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

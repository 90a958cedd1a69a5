"""An order to call has its case: the same one twice in a part has lost what told the two apart.

“Ring us at once, or go to hospital.” under each sign of a table tells nobody for which sign; a sentence over a table
that became the name of each row (“These are the usual times, off work: 4 days.”) is said again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from narration.checks.base import Context, Finding, words

_FEWEST = 4
"""Fewer words may stand again: “Call us.”"""


def check(context: Context) -> Iterator[Finding]:
    suspect = context.suspect
    for phase in context.script.phases:
        lines = [(say, context.filled(say.text).strip()) for say in phase.says if not say.from_style]
        said = [words(text) for _, text in lines]
        for (say, text), spoken in zip(lines, said, strict=True):
            again = len(spoken) >= _FEWEST and said.count(spoken) > 1 and ":" not in text
            if again and re.search(suspect["to_whom_to_go"], text):
                message = f"the part says “{text}” {said.count(spoken)} times, and nobody hears in which case."
                suggestion = "Say with each what it is for, or say it once for all of them."
                yield Finding("warn", "said-again", message, suggestion, phase.name, say.line)
            elif found := re.search(suspect["sentence_as_name"], text):
                message = f"“{found[0].strip(' :')}” is a sentence over a list, and is said as a row's name."
                yield Finding("warn", "said-again", message, "Say it once, before the list.", phase.name, say.line)

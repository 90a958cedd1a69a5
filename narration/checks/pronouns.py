"""Nobody becomes a thing: after a line about a person its next one does not begin with “It”, nor a list with “These”.

Only between two lines of one sentence, where the page has no such word itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from narration.checks.base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    rules = context.meaning.get("pronouns", ())
    for rendering in context.renderings:
        source = " ".join(rendering.phase.source[key] for key in rendering.ids)
        for before, say in pairwise(rendering.lines):
            for rule in rules:
                here = re.match(rule["line"], say.text)
                if here and re.search(rule["before"], before.text) and not re.search(rule["own"], source):
                    message = f"“{here[0]}” stands for nothing in the line before it."
                    yield rendering.finding("warn", "pronoun", message, "Name who or what is meant.", say)

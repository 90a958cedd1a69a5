"""No broken grammar: what nobody says, because a heading, a bracket or a clause was put where it does not fit.

“Give us a call if you have ring us if …”, “se habla si conviene”, “la gasa debes presionar”: each kind has its pattern
and, where the pattern alone does not tell, a reason, as data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from narration.checks.base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    slips = context.suspect["slips"]
    for phase, say, line in context.page_lines():
        text = line.strip()
        for slip in slips:
            if found := re.search(slip["pattern"], text):
                message = f"“{found[0].strip()}” does not hold together: {slip['why']}."
                yield Finding("warn", "broken-grammar", message, "Say a whole sentence.", phase.name, say.line)
                break

"""One way to speak to the listener: a script is of *tú* or of *usted*, not of both.

Only words that can be nothing else count (``address_ways`` in the meaning file).
"""

from __future__ import annotations

from collections.abc import Iterator

from narration.checks.base import Context, Finding, words
from narration.script import Say, ScriptPhase


def check(context: Context) -> Iterator[Finding]:
    ways = context.meaning.get("address_ways")
    if not ways:
        return
    said = list(context.script.says())
    lines = [[one for one in said if set(words(context.filled(one[1].text))) & set(way)] for way in ways]
    few, many = sorted(lines, key=len)
    for phase, say in few if len(many) > len(few) else ():
        yield _finding(phase, say)


def _finding(phase: ScriptPhase, say: Say) -> Finding:
    message = "the line speaks to the listener in another way than most of the script."
    return Finding("warn", "address-mixed", message, "Say all of it to “tú” or all to “usted”.", phase.name, say.line)

"""No amount, number or date alone: one hears of what it is said.

“20 minutes.” after a line about the drip is heard of the drip; “5 to 14: Mild.” has lost what is counted, and a phone
number whose it is. An answer to a question, and what goes on from a list's beginning, may be an amount only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from narration.checks.base import Context, Finding

_KINDS = {
    "phone_alone": "nobody hears whose number “{}” is.",
    "amount_alone": "the amount “{}” is said of nothing.",
    "date_alone": "the date “{}” tells a listener nothing.",
    "time_as_name": "“{}” has lost of what the time is told.",
    "number_as_value": "“{}” has lost what it is a number of.",
    "number_as_name": "“{}” has lost what is counted.",
}


def check(context: Context) -> Iterator[Finding]:
    suspect = context.suspect
    last = ""
    for phase in context.script.phases:
        for say in phase.says:
            text, before = context.filled(say.text).strip(), last
            last = text
            if say.from_style:
                continue
            for kind, said in _KINDS.items():
                if kind == "amount_alone" and (before.endswith("?") or phase.name.rstrip().endswith("?")):
                    continue
                if found := re.search(suspect[kind], text):
                    suggestion = "Say in the same line what it belongs to, or leave it out."
                    message = said.format(found[0].strip(" .:"))
                    yield Finding("warn", "alone", message, suggestion, phase.name, say.line)
                    break

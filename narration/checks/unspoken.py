"""What is left out as furniture is none: no order over a list, and no number or hours that a spoken order needs.

Whoever hears “Call us if it bleeds.” needs the number, and the hours that it is answered; “Call … if:” is no link.
Nor is a sentence with a blank that tells of a medicine a mere form: “Take ____ drops, 3 times a day.”; and a chart of
doses that nobody could read is needed, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from narration.checks.base import Context, Finding

CHART = "chart"
MOST_OF_CHART = 60


def check(context: Context) -> Iterator[Finding]:
    script = context.script
    suspect = context.suspect
    lines = [text for _, _, text in context.page_lines()]
    calls = any(re.search(suspect["asks_to_call"], text) for text in lines)
    texts = [item.text or script.source.get(item.id, "") for item in script.left_out]
    for item, text in zip(script.left_out, texts, strict=True):
        if item.reason == CHART:
            message = (
                f"“{text.strip()[:MOST_OF_CHART]}…” is left out: nothing shows which number belongs to which words."
            )
            yield Finding("warn", "order-left-out", message, "Say each number with its words, or where the chart is.")
        if re.search(suspect["order_over_list"], text.strip()):
            message = f"“{text.strip()}” is left out, and is what the listener has to do."
            yield Finding("warn", "order-left-out", message, "Say it with each point under it.")
        if re.search(suspect["blank_order"], text.strip()):
            message = f"“{text.strip()}” is left out for its blank, and tells what to take, or when."
            yield Finding("warn", "order-left-out", message, "Fill in the blank, or say where it is written.")
    if calls:
        yield from _needed(lines, texts, suspect)


def _needed(lines: list[str], texts: list[str], suspect: Mapping[str, Any]) -> Iterator[Finding]:
    phones = [text for text in texts if _phones(text, suspect) and not re.search(suspect["no_phone"], text)]
    if phones and not any(_phones(text, suspect) for text in lines):
        message = f"the lines ask to call, and no line says a number; “{phones[0]}” is left out."
        yield Finding("warn", "order-left-out", message, "Say the number where the call is asked for.")
    hours = [text for text in texts if re.search(suspect["hours"], text)]
    if hours and not any(re.search(suspect["hours"], text) for text in lines):
        message = f"the lines ask to call, and no line says when; “{hours[0]}” is left out."
        yield Finding("warn", "order-left-out", message, "Say the hours with the number.")


def _phones(text: str, suspect: Mapping[str, Any]) -> bool:
    return any(sum(map(str.isdigit, found[0])) >= 7 for found in re.finditer(suspect["phone"], text))

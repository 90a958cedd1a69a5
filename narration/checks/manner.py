"""Calm and plain: sentence length, silences, promises, commands, and words that a reviewer should weigh."""

from __future__ import annotations

from collections.abc import Iterator

from narration.checks.base import Context, Finding, words
from narration.script import Silence

MOST_WORDS = 20
LONGEST_SILENCE_SECONDS = 10.0


def check(context: Context) -> Iterator[Finding]:
    for phase in context.script.phases:
        for item in phase.lines:
            if isinstance(item, Silence):
                if item.seconds > LONGEST_SILENCE_SECONDS:
                    message = f"{item.seconds:g} s of silence; a listener would think it had stopped."
                    yield Finding("warn", "long-silence", message, "Keep it under 10 s.", phase.name, item.line)
                continue
            said = words(context.spoken(context.filled(item.text)))
            text = f" {' '.join(said)} "
            if len(said) > MOST_WORDS:
                message = f"the sentence has {len(said)} words."
                yield Finding("warn", "long-sentence", message, "Split it if you can.", phase.name, item.line)
            for phrase in context.meaning["promises"]:
                if f" {phrase} " in text:
                    message = f"“{phrase}” promises or commands."
                    yield Finding("block", "promise", message, "Say what may happen; invite.", phase.name, item.line)
            alarming = sorted(set(said) & set(context.meaning["alarming"]))
            if alarming:
                message = f"may alarm: {', '.join(alarming)}."
                yield Finding("note", "alarming", message, "Say beside it what helps.", phase.name, item.line)

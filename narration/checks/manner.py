"""Calm and plain: sentence length, silences, promises, commands, and words that a reviewer should weigh."""

from __future__ import annotations

from collections.abc import Iterator

from narration.checks.base import Context, Finding, Level, sentences, words
from narration.script import Say, ScriptPhase, Silence

MOST_WORDS = 20
FAR_TOO_MANY_WORDS = 25
"""With more than these a sentence is a warning; nearly every leaflet has some with a word or two over twenty."""
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
                much: Level = "warn" if len(said) > FAR_TOO_MANY_WORDS else "note"
                yield Finding(much, "long-sentence", message, "Split it if you can.", phase.name, item.line)
            for phrase in context.meaning["promises"]:
                if f" {phrase} " in text:
                    # The page's own promise is the clinic's to weigh; one that it does not make is ours.
                    source = [word for key in item.sources for word in _said(context, phase, key)]
                    own = f" {phrase} " in f" {' '.join(source)} "
                    message = f"“{phrase}” promises or commands{', as the page does' if own else ''}."
                    level: Level = "warn" if own else "block"
                    yield Finding(level, "promise", message, "Say what may happen; invite.", phase.name, item.line)
            yield from _commands(context, phase, item)
            alarming = sorted(set(said) & set(context.meaning["alarming"]))
            if alarming:
                yield _alarming(context, phase, item, alarming)


def _said(context: Context, phase: ScriptPhase, key: str) -> tuple[str, ...]:
    return words(context.spoken(phase.source.get(key, "")))


def _commands(context: Context, phase: ScriptPhase, say: Say) -> Iterator[Finding]:
    """Nobody can be told to feel something: “Relax.”, “Calm down.”"""
    source = {word for key in say.sources for word in words(phase.source.get(key, ""))}
    for sentence in sentences(context.plainly(context.filled(say.text))):
        said = words(sentence)
        if said[:1] and said[0] in context.meaning["commands_to_feel"] and (said[0] not in source or len(said) <= 2):
            message = f"“{sentence}” commands a feeling."
            yield Finding("block", "promise", message, "Invite instead: “if you like, …”.", phase.name, say.line)


def _alarming(context: Context, phase: ScriptPhase, say: Say, alarming: list[str]) -> Finding:
    """Whether the line, or one beside it, says what helps."""
    place = phase.says.index(say)
    near = phase.says[max(0, place - 1) : place + 3]
    helps = set(context.meaning["helps"])
    found = sorted({word for other in near for word in words(context.spoken(context.filled(other.text)))} & helps)
    paired = f"beside it: {', '.join(found)}" if found else "nothing beside it says what helps"
    message = f"may alarm: {', '.join(alarming)}; {paired}."
    return Finding("note", "alarming", message, "" if found else "Say what helps.", phase.name, say.line)

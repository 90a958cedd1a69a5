"""What can be counted in a script, for the summary and for the list of questions that a reviewer answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from narration.checks.base import Context, sentences, words
from narration.checks.grade import formula, reading_grade
from narration.checks.passive import passive
from narration.plan import expected_seconds
from narration.script import Silence


@dataclass(frozen=True, slots=True)
class Measures:
    """``grade`` and ``source_grade`` are school years, shares of all lines 0 to 1, words a minute expected."""

    words: int
    lines: int
    grade: float
    source_grade: float
    formula: str
    longest_sentence_words: int
    mean_sentence_words: float
    words_per_minute_speaking: int
    words_per_minute_overall: int
    minutes: float
    longest_silence_seconds: float
    passive_share: float
    addressed_share: float
    alarming_lines: int
    longest_phase_words: int
    phases: int
    opening_lines_from_style: int
    closing_lines_from_style: int
    closing_actions: int


def measure(context: Context) -> Measures:
    """The measures of a script in its spoken form."""
    script, tag = context.script, context.script.language
    said = [(phase, say, context.spoken(context.filled(say.text))) for phase, say in script.says()]
    lengths = [len(found) for _, _, text in said for part in sentences(text) if (found := words(part))]
    tokens = [words(text) for _, _, text in said]
    total = sum(map(len, tokens))
    minutes = expected_seconds(script, context.spoken) / 60
    alarming = set(context.meaning["alarming"])
    address = set(context.meaning["address"])
    commands = set(context.meaning["commands"])
    first, last = script.phases[0], script.phases[-1]
    return Measures(
        words=total,
        lines=len(said),
        grade=reading_grade([text for _, _, text in said], tag),
        source_grade=reading_grade([context.spoken(text) for text in script.source.values()], tag),
        formula=formula(tag),
        longest_sentence_words=max(lengths, default=0),
        mean_sentence_words=round(sum(lengths) / max(1, len(lengths)), 1),
        words_per_minute_speaking=script.voice.pace,
        words_per_minute_overall=round(total / minutes) if minutes else 0,
        minutes=round(minutes, 1),
        longest_silence_seconds=max(_silences(context), default=0.0),
        passive_share=_share(tokens, lambda found: bool(passive(found, context.meaning["passive"]))),
        addressed_share=_share(tokens, lambda found: bool(set(found) & address or set(found[:1]) & commands)),
        alarming_lines=sum(bool(set(found) & alarming) for found in tokens),
        longest_phase_words=max(sum(len(words(say.text)) for say in phase.says) for phase in script.phases),
        phases=len(script.phases),
        opening_lines_from_style=sum(say.from_style for say in first.says),
        closing_lines_from_style=sum(say.from_style for say in last.says),
        closing_actions=sum(bool(set(words(say.text)) & commands) for say in last.says),
    )


def _silences(context: Context) -> list[float]:
    return [item.seconds for phase in context.script.phases for item in phase.lines if isinstance(item, Silence)]


def _share(tokens: Sequence[tuple[str, ...]], test: Callable[[tuple[str, ...]], bool]) -> float:
    return round(sum(map(test, tokens)) / max(1, len(tokens)), 2)

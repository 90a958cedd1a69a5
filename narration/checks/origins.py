"""Nothing invented: every content word of a line stands in its source, in the plain-words data, or is grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from narration.checks.base import Context, Finding, words
from narration.script import Say

BLOCKING_SHARE = 0.4
BLOCKING_WORDS = 2


def check(context: Context) -> Iterator[Finding]:
    for phase in context.script.phases:
        for say in phase.says:
            if say.from_style:
                yield from _style(context, phase.name, say)
                continue
            content, alien = compare(context, phase.source, say)
            if not alien:
                continue
            blocks = len(alien) >= BLOCKING_WORDS and len(alien) > BLOCKING_SHARE * len(content)
            yield Finding(
                "block" if blocks else "warn",
                "invented" if blocks else "words-from-nowhere",
                f"not in the source: {', '.join(alien)}.",
                "Use the source’s own words, or name the sentence they come from.",
                phase.name,
                say.line,
            )


def compare(context: Context, source: Mapping[str, str], say: Say) -> tuple[list[str], list[str]]:
    """A line's content words, and those of them that come from nowhere."""
    grammar = set(context.meaning["function_words"])
    # How careful a line is, and how much of something it says, is compared by ``facts``.
    grammar |= {hedge for group in context.meaning["hedges"].values() for hedge in group}
    texts = [source.get(key, "") for key in say.sources]
    allowed = {stem(word) for text in texts for word in (*words(text), *words(context.spoken(text)))}
    allowed |= {stem(word) for text in texts for said in _plain_for(context, text) for word in words(said)}
    allowed |= {stem(word) for text in context.script.fields.values() for word in words(text)}
    allowed |= {part for word in set(allowed) for part in word.split("-")}
    content = [
        word for word in words(context.spoken(context.filled(say.text))) if word not in grammar and "'" not in word
    ]
    return content, [word for word in content if stem(word) not in allowed]


def _plain_for(context: Context, text: str) -> Iterator[str]:
    """What the plain-words list says for the formal words that stand in ``text``, and for no others."""
    source = f" {' '.join(words(text))} "
    for formal, entry in context.plain.items():
        if f" {' '.join(words(formal))} " in source:
            yield f"{entry.say} {entry.past}"


def stem(word: str) -> str:
    """A rough stem: enough to see that ``feelings`` and ``feeling`` are one word."""
    for ending in ("ingly", "ations", "ation", "ings", "ing", "edly", "ies", "es", "ed", "ly", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _style(context: Context, phase: str, say: Say) -> Iterator[Finding]:
    """The house style states no facts: no amounts, but for how long the guide itself takes."""
    numbers = set(context.meaning["numbers"]) - set(context.meaning["pronoun_numbers"])
    heading = set(words(context.spoken(phase)))
    found = [word for word in words(context.spoken(context.filled(say.text))) if word in numbers - heading]
    guide = set(words(say.text)) & set(context.meaning["guide"])
    if found and not guide:
        yield Finding(
            "block",
            "fact-in-style",
            f"a line from `style` states an amount ({', '.join(found)}).",
            "Facts come from the source.",
            phase,
            say.line,
        )

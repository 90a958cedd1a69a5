"""Reading grade of what is spoken, beside the source's own: school years that a listener needs.

English: Flesch–Kincaid (Kincaid et al., *Derivation of new readability
formulas*, 1975): 0.39 · words per sentence + 11.8 · syllables per word − 15.59.
Spanish: Crawford (*Fórmula y gráfico para determinar la comprensibilidad*,
1989): −0.205 · sentences per 100 words + 0.049 · syllables per 100 words − 3.407.
Both count the spoken form: “IV” and “30–45 min” as they are said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from narration.checks import syllables
from narration.checks.base import Context, Finding, sentences, words
from narration.language_tags import primary

HIGHEST_GRADE = 6.0
FEWEST_WORDS = 40
"""A phase with fewer words says too little for a formula."""


def check(context: Context) -> Iterator[Finding]:
    for phase in context.script.phases:
        said = [context.spoken(context.filled(say.text)) for say in phase.says]
        if sum(len(words(text)) for text in said) < FEWEST_WORDS:
            continue
        grade = reading_grade(said, context.script.language)
        if grade > HIGHEST_GRADE:
            message = f"reading grade {grade:.1f}; listeners follow grade {HIGHEST_GRADE:g} or below with ease."
            yield Finding("warn", "reading-grade", message, "Use shorter words.", phase.name, phase.line)


def reading_grade(texts: Iterable[str], tag: str) -> float:
    """The grade of spoken texts, 0 at least; 0 for no words.  ``tag`` is a BCP 47 tag."""
    found = [tokens for text in texts for sentence in sentences(text) if (tokens := words(sentence))]
    count = sum(map(len, found))
    if not count:
        return 0.0
    spoken = _syllables(found, tag)
    if primary(tag) == "es":
        grade = -20.5 * len(found) / count + 4.9 * spoken / count - 3.407
    else:
        grade = 0.39 * count / len(found) + 11.8 * spoken / count - 15.59
    return round(max(0.0, grade), 1)


def formula(tag: str) -> str:
    """The name of the formula for a BCP 47 tag's language."""
    return "Crawford" if primary(tag) == "es" else "Flesch–Kincaid"


def _syllables(found: Sequence[Sequence[str]], tag: str) -> int:
    return sum(syllables.count(word, tag) for tokens in found for word in tokens)

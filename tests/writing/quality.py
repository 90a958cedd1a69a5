"""What can be measured in the script of a leaflet: for the held-out test and for benchmarks/writing.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from narration import checks, readers, writing
from narration.checks.base import words
from narration.checks.grade import reading_grade
from narration.checks.wording import aliens
from narration.script import Script
from narration.spoken import spoken_form

MOST_WORDS = 20
DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Quality:
    """Grades in school years, ``longest`` in spoken words; ``long`` and ``nowhere`` name what they count.

    ``blocking`` leaves out what the source itself promises (“you will be fine”): a clinician answers for that.
    """

    source_grade: float
    grade: float
    longest: int
    sentences: int
    content_words: int
    sources: int
    uncovered: int
    long: tuple[str, ...]
    nowhere: tuple[str, ...]
    blocking: tuple[str, ...]

    @property
    def covered(self) -> float:
        return 1 - self.uncovered / max(1, self.sources)

    @property
    def nowhere_share(self) -> float:
        return len(self.nowhere) / max(1, self.content_words)


def of(page: Path) -> Quality:
    """The quality of the script that is written of ``page``."""
    script = writing.write(readers.read(page))
    form = partial(spoken_form, language=script.language)
    context = checks.context_of(script, form, DAY)
    said = [(phase, say, context.spoken(context.filled(say.text))) for phase, say in script.says()]
    lengths = {text: len(words(text)) for _, _, text in said}
    content, nowhere = 0, []
    for phase, say, text in said:
        if not say.from_style:
            found, alien = aliens(context, [phase.source[key] for key in say.sources], text)
            content += len(found)
            nowhere += [f"{word}: {say.text}" for word in alien]
    return Quality(
        source_grade=reading_grade([context.spoken(text) for text in script.source.values()], script.language),
        grade=reading_grade([text for _, _, text in said], script.language),
        longest=max(lengths.values()),
        sentences=len(said),
        content_words=content,
        sources=len(script.source),
        uncovered=len(set(script.source) - rendered(script)),
        long=tuple(text for text, length in lengths.items() if length > MOST_WORDS),
        nowhere=tuple(nowhere),
        blocking=tuple(
            f"{f.rule}: {f.message}" for f in checks.check(context) if f.level == "block" and f.rule != "promise"
        ),
    )


def rendered(script: Script) -> set[str]:
    return {source for _, say in script.says() for source in say.sources}


def together(every: Sequence[Quality]) -> Quality:
    """All as one; the grades are the means, weighted by sentences."""
    total = sum(found.sentences for found in every)
    return Quality(
        source_grade=sum(found.source_grade * found.sentences for found in every) / total,
        grade=sum(found.grade * found.sentences for found in every) / total,
        longest=max(found.longest for found in every),
        sentences=total,
        content_words=sum(found.content_words for found in every),
        sources=sum(found.sources for found in every),
        uncovered=sum(found.uncovered for found in every),
        long=tuple(text for found in every for text in found.long),
        nowhere=tuple(text for found in every for text in found.nowhere),
        blocking=tuple(text for found in every for text in found.blocking),
    )

"""The seam for checks, and how to add one.

A check looks at a script and tells what a reviewer must know.  It is **one
file and one table row**: write ``narration/checks/NAME.py`` with a function
``check(context: Context) -> Iterator[Finding]`` and add it to ``CHECKS`` in
``narration/checks/__init__.py``.  Plant the fault it looks for in
``tests/checks/test_checks_faults.py``, and a case that is right but looks like
it.

A finding that blocks is one that no approved track may have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from narration.language.plain import PlainWord
from narration.plan import fill_fields
from narration.script import Say, Script, ScriptPhase

Level = Literal["block", "warn", "note"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Finding:
    """``line`` counts from 1 in the script's file, 0 where no one line is meant."""

    level: Level
    rule: str
    message: str
    suggestion: str = ""
    phase: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rendering:
    """A source sentence and the lines that say it, both as a voice would speak them."""

    id: str
    phase: ScriptPhase
    source: str
    lines: tuple[Say, ...]
    spoken_source: tuple[str, ...]
    spoken_lines: tuple[str, ...]

    @property
    def line(self) -> int:
        return self.lines[0].line if self.lines else self.phase.line


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may look at.  ``spoken`` turns written words into spoken ones."""

    script: Script
    today: date
    spoken: Callable[[str], str]
    meaning: Mapping[str, Any]
    plain: Mapping[str, PlainWord] = field(default_factory=dict)
    terms: Sequence[Mapping[str, Any]] = ()

    def renderings(self) -> Iterator[Rendering]:
        """Groups of sentences that share lines are compared as one, so the lines of all of them count."""
        for phase in self.script.phases:
            for key, text in phase.source.items():
                lines = tuple(say for say in phase.says if key in say.sources)
                if lines:
                    together = dict.fromkeys(s for say in lines for s in say.sources if s in phase.source)
                    sources = tuple(words(self.spoken(phase.source[s])) for s in together)
                    wider = tuple(say for say in phase.says if set(say.sources) & set(together))
                    said = tuple(words(self.spoken(self.filled(say.text))) for say in wider)
                    yield Rendering(key, phase, text, lines, _flat(sources), _flat(said))

    def filled(self, text: str) -> str:
        """The line with its fields, as far as they are known."""
        known = {name: self.script.fields.get(name, "") for name in re.findall(r"\{(\w+)\}", text)}
        return fill_fields(text, known)


def words(text: str) -> tuple[str, ...]:
    """Lower-case words, with straight apostrophes."""
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))


def sentences(text: str) -> tuple[str, ...]:
    """A spoken text at its full stops: the spoken form has no abbreviations that end in one."""
    return tuple(part for part in re.split(r"(?<=[.!?…])[”\"’)]*\s+", text) if part.strip())


def _flat(parts: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in part)

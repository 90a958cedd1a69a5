"""The reading sheet: a script beside its page, on paper, for the clinician who signs it.

One HTML file that needs nothing else: on the left each sentence of the page, on
the right the lines that say it, as they will be heard, with what the checks
found; then what is not spoken and why, and room for a signature.  It is no
approval: ``narration approve`` is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from narration import wording
from narration.checks.base import Finding
from narration.checks.measures import Measures
from narration.plan import FIELD, SpokenForm, fill_fields
from narration.script import Say, Script, ScriptPhase, Silence, draft_reasons
from narration.templating import environment, printable

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Line:
    """What is heard: ``text`` as in the transcript; ``spoken`` where the voice is given other words, else ``""``."""

    text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences of the page (id, words) and the lines that say them; without any, the house style's.  Or a pause."""

    sources: tuple[tuple[str, str], ...] = ()
    lines: tuple[Line, ...] = ()
    findings: tuple[Finding, ...] = ()
    pause_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    rows: tuple[Row, ...]


def render(
    script: Script, findings: Sequence[Finding], measures: Measures, spoken_form: SpokenForm, today: date
) -> str:
    """The sheet as HTML, in the script's language where the sheet has it, else in English."""
    language = wording.language_of(script.language)
    by_line: dict[int, list[Finding]] = {}
    for finding in findings:
        by_line.setdefault(finding.line, []).append(finding)
    parts = tuple(Part(phase.name, tuple(_rows(script, phase, by_line, spoken_form))) for phase in script.phases)
    template = environment(FOLDER).get_template("sheet.html")
    return printable(
        template.render(
            language=language,
            text=wording.words(language)["sheet"],
            script=script,
            parts=parts,
            whole=by_line.get(0, []),
            measures=measures,
            today=today,
            draft=draft_reasons(script, today),
            style=(FOLDER / "sheet.css").read_text(encoding="utf-8"),
            file=script.path.name if script.path else "",
        )
    )


def _rows(
    script: Script, phase: ScriptPhase, by_line: dict[int, list[Finding]], spoken_form: SpokenForm
) -> Iterator[Row]:
    """The phase's lines, those that say the same sentences together."""
    source = script.source
    for sources, lines in itertools.groupby(phase.lines, lambda item: item.sources if isinstance(item, Say) else ()):
        group = list(lines)
        for silent, run in itertools.groupby(group, lambda item: isinstance(item, Silence)):
            some = list(run)
            if silent:
                yield Row(pause_seconds=sum(item.seconds for item in some if isinstance(item, Silence)))
                continue
            says = [item for item in some if isinstance(item, Say)]
            yield Row(
                tuple((key, source[key]) for key in sources if key in source),
                tuple(_line(script, say, spoken_form) for say in says),
                tuple(found for say in says for found in by_line.get(say.line, ())),
            )


def _line(script: Script, say: Say, spoken_form: SpokenForm) -> Line:
    text = fill_fields(say.text, {**{name: f"{{{name}}}" for name in _unfilled(script, say)}, **script.fields})
    spoken = spoken_form(text)
    return Line(text, spoken if _words(spoken) != _words(text) else "")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _unfilled(script: Script, say: Say) -> list[str]:
    return [name for name in FIELD.findall(say.text) if name not in script.fields]

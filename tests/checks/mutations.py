"""Faults planted in a right script, each at every place where it fits.

Faults of wording are data (``tests/cases/checks/faults.<language>.txt``: kind,
pattern, replacement; an empty pattern adds a line).  Those of shape are here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from narration import checks, spoken
from narration.checks.base import Finding, SourcePage
from narration.document import Document
from narration.script import STYLE, Say, Script, ScriptPhase

CASES = Path(__file__).parents[1] / "cases" / "checks"
_LIST = re.compile(
    r"^(?P<head>.*\b(?:feel|have|your|the|a|as|some|checks|el|la|los|las|su|de|tiene|como) )(?P<item>[\w’'-]+),"
    r"(?P<rest>(?: [\w’'-]+){1,3},? (?:and|or|y|o) .+)$"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """``what`` tells a person what was changed, in ``phase`` (counted from 0; None where it is not in one)."""

    kind: str
    what: str
    script: Script
    phase: int | None = None


def faults(script: Script) -> Iterator[Fault]:
    """Every fault at every place."""
    for kind, pattern, change in rewordings(script.language):
        yield from _reworded(script, kind, pattern, change)
    for shape in SHAPES:
        yield from shape(script)


def rewordings(tag: str) -> list[tuple[str, str, str]]:
    rows = (CASES / f"faults.{tag[:2]}.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for row in rows:
        if row and not row.startswith("#"):
            kind, pattern, change = (part.strip() for part in row.split(" | "))
            found.append((kind, "" if pattern == "-" else pattern, "" if change == "-" else change))
    return found


def _places(script: Script) -> Iterator[tuple[int, int, Say]]:
    for number, phase in enumerate(script.phases):
        for place, item in enumerate(phase.lines):
            if isinstance(item, Say):
                yield number, place, item


def _with(script: Script, number: int, place: int, *items: Say) -> Script:
    phase = script.phases[number]
    lines = (*phase.lines[:place], *items, *phase.lines[place + 1 :])
    changed = replace(phase, lines=lines)
    return replace(script, phases=(*script.phases[:number], changed, *script.phases[number + 1 :]))


def _reworded(script: Script, kind: str, pattern: str, change: str) -> Iterator[Fault]:
    """The pattern's first place in each line of the source's; without one, a new line after a line of the phase."""
    done: set[int] = set()
    for number, place, say in _places(script):
        if say.from_style and pattern:
            continue
        if not pattern:
            if number in done or say.from_style != kind.endswith("from style"):
                continue
            done.add(number)
            yield Fault(kind, change, _with(script, number, place, say, Say(change, say.sources)), number)
            continue
        text, count = re.subn(pattern, change, say.text, count=1, flags=re.IGNORECASE)
        if count and text != say.text:
            text = re.sub(r"\s+", " ", text).strip()
            text = text[:1].upper() + text[1:]
            yield Fault(kind, f"{say.text} → {text}", _with(script, number, place, replace(say, text=text)), number)


def dropped_sentence(script: Script) -> Iterator[Fault]:
    """All lines of a source sentence."""
    for number, phase in enumerate(script.phases):
        for key in phase.source:
            kept = tuple(item for item in phase.lines if not (isinstance(item, Say) and item.sources == (key,)))
            if kept != phase.lines:
                phases = list(script.phases)
                phases[number] = replace(phase, lines=kept)
                yield Fault("a sentence dropped", phase.source[key], replace(script, phases=tuple(phases)), number)


def dropped_line(script: Script) -> Iterator[Fault]:
    """One of the several lines of a source sentence."""
    for number, place, say in _places(script):
        alone = sum(other.sources == say.sources for other in script.phases[number].says) == 1
        if not say.from_style and not alone:
            yield Fault("one line of a sentence dropped", say.text, _with(script, number, place), number)


def dropped_item(script: Script) -> Iterator[Fault]:
    for number, place, say in _places(script):
        found = None if say.from_style else _LIST.match(say.text)
        if found:
            text = found["head"].rstrip() + found["rest"]
            changed = _with(script, number, place, replace(say, text=text))
            yield Fault("an item of a list dropped", f"{say.text} → {text}", changed, number)


def wrong_source(script: Script) -> Iterator[Fault]:
    for number, place, say in _places(script):
        others = [key for key in script.phases[number].source if key not in say.sources]
        if not say.from_style and others:
            moved = replace(say, sources=(others[0],))
            yield Fault("`from` names another sentence", say.text, _with(script, number, place, moved), number)


def marked_as_style(script: Script) -> Iterator[Fault]:
    for number, place, say in _places(script):
        if not say.from_style:
            changed = _with(script, number, place, replace(say, sources=(STYLE,)))
            yield Fault("a line of the source marked `style`", say.text, changed, number)


def swapped_numbers(script: Script) -> Iterator[Fault]:
    """Numbers of two lines of one phase."""
    for number, phase in enumerate(script.phases):
        with_number = [(p, i) for p, i in enumerate(phase.lines) if isinstance(i, Say) and re.search(r"\d", i.text)]
        for (first, one), (second, two) in pairwise(with_number):
            a, b = re.findall(r"\d+", one.text), re.findall(r"\d+", two.text)
            if set(a) & set(b):
                continue
            changed = _with(script, number, first, replace(one, text=one.text.replace(a[0], b[0], 1)))
            changed = _with(changed, number, second, replace(two, text=two.text.replace(b[0], a[0], 1)))
            yield Fault("numbers of two lines swapped", f"{one.text} / {two.text}", changed, number)


def edited_source(script: Script) -> Iterator[Fault]:
    """The script's own copy of the page, and the lines that say it, are changed alike."""
    for number, phase in enumerate(script.phases):
        for key, text in phase.source.items():
            changed = replace(phase, source={**phase.source, key: f"{text} It is over soon."})
            lines = (*changed.lines, Say("It is over soon.", (key,)))
            phases = list(script.phases)
            phases[number] = replace(changed, lines=lines)
            yield Fault("the script's copy of the page edited", text, replace(script, phases=tuple(phases)))
            source = {other: kept for other, kept in phase.source.items() if other != key}
            kept_lines = tuple(i for i in phase.lines if not (isinstance(i, Say) and key in i.sources))
            phases[number] = ScriptPhase(phase.name, source, kept_lines, phase.line)
            yield Fault("a sentence gone from `source` and lines", text, replace(script, phases=tuple(phases)))


def respelt(script: Script) -> Iterator[Fault]:
    text = " ".join(say.text for _, say in script.says() if not say.from_style)
    swaps = {
        "may": "will",
        "not": "",
        "left": "right",
        "hours": "minutes",
        "puede": "va a",
        "no": "sí",
        "horas": "minutos",
    }
    swaps = {written: said for written, said in swaps.items() if re.search(rf"\b{written}\b", text)}
    swaps |= dict.fromkeys(re.findall(r"\b\d+\b", text), "seven" if script.language.startswith("en") else "siete")
    for written, said in swaps.items():
        if written != "7":
            yield Fault("`say_as` changes the meaning", f"{written}: {said}", replace(script, say_as={written: said}))


def unfilled(script: Script) -> Iterator[Fault]:
    yield Fault("a field unfilled", "no fields", replace(script, fields={}))


SHAPES: tuple[Callable[[Script], Iterator[Fault]], ...] = (
    dropped_sentence,
    dropped_line,
    dropped_item,
    wrong_source,
    marked_as_style,
    swapped_numbers,
    edited_source,
    respelt,
    unfilled,
)


def page_of(document: Document) -> SourcePage:
    """The page as ``pipeline`` would give it."""
    return SourcePage(
        file=document.file_name,
        same=True,
        title=document.title,
        names=[section.name for section in document.sections],
        sentences=[sentence.text for section in document.sections for sentence in section.sentences],
        pieces=[item.text for item in document.left_out],
    )


def findings(script: Script, page: SourcePage | None = None) -> tuple[Finding, ...]:
    """All findings, with the real spoken forms."""
    context = checks.context_of(
        script,
        lambda text: _spoken(text, script.language, tuple(script.say_as.items())),
        date(2026, 11, 24),
        plainly=lambda text: _spoken(text, script.language, ()),
        source=page,
    )
    return checks.check(context)


@lru_cache(maxsize=20_000)
def _spoken(text: str, tag: str, say_as: tuple[tuple[str, str], ...]) -> str:
    return spoken.spoken_form(text, tag, dict(say_as))


class Bench:
    """A right script, and what is new in the findings when a fault is planted in it."""

    def __init__(self, script: Script, page: SourcePage | None) -> None:
        self.script, self.page = script, page
        self.right = findings(script, page)
        self._known: dict[int | None, Counter[tuple[str, str, str]]] = {}

    def levels(self, fault: Fault) -> set[str]:
        """The levels of the findings that the fault makes; only its own phase is looked at, where it has one."""
        if fault.phase not in self._known:
            self._known[fault.phase] = self._found(self.script, fault.phase)
        return {level for level, _, _ in self._found(fault.script, fault.phase) - self._known[fault.phase]}

    def _found(self, script: Script, phase: int | None) -> Counter[tuple[str, str, str]]:
        if phase is None:
            found = findings(script, self.page)
        else:
            found = findings(replace(script, phases=(script.phases[phase],)))
        return Counter((item.level, item.rule, item.message) for item in found)

"""Lines that are likely wrong are pointed at, and right ones like them are not: tests/cases/checks/suspect.txt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import mutations
import pytest

from narration.script import STYLE, Omission, Say, Script, ScriptPhase

RULES = {
    "bare-label",
    "told-as-fact",
    "no-subject",
    "run-together",
    "odd-name",
    "order-left-out",
    "points-to-page",
    "furniture",
    "letterhead",
    "alone",
    "cut-short",
    "odd-member",
    "broken-grammar",
    "said-again",
}

GREETS = ("Welcome", "Bienvenida")
"""The parts that begin with a line of the house style."""


@dataclass(frozen=True, slots=True)
class Case:
    """``rule`` is what asks for a look at ``lines``, ``""`` where none of the rules does."""

    tag: str
    part: str
    source: tuple[str, ...]
    left_out: tuple[str, ...]
    rule: str
    lines: tuple[str, ...]


def cases() -> Iterator[Case]:
    for block in (mutations.CASES / "suspect.txt").read_text(encoding="utf-8").split("\n\n"):
        rows = [row for row in block.splitlines() if row and not row.startswith("#")]
        if not rows:
            continue
        tag, _, part = rows[0].removeprefix("[").partition("] ")
        source = tuple(row.removeprefix("= ") for row in rows if row.startswith("= "))
        left_out = tuple(row.removeprefix("~ ") for row in rows if row.startswith("~ "))
        case = Case(tag, part, source, left_out, "", ())
        for row in rows:
            if row.startswith("+ "):
                yield replace(case, lines=tuple(row.removeprefix("+ ").split(" / ")))
            elif row.startswith("- "):
                rule, _, said = row.removeprefix("- ").partition(": ")
                yield replace(case, rule=rule, lines=tuple(said.split(" / ")))


def found(case: Case) -> dict[str, str]:
    """The rules that point at the lines, each with its level."""
    says = [Say("Hello.", (STYLE,))] if case.part in GREETS else []
    for row in case.lines:
        text, _, number = row.partition(" < ")
        says.append(Say(text, (f"x.{number or 1}",)))
    keys = {f"x.{n}": text for n, text in enumerate(case.source, 1)}
    left_out = tuple(Omission(f"contact.{n}", "contact", text) for n, text in enumerate(case.left_out, 1))
    script = Script("Your visit", case.tag, (ScriptPhase(case.part, keys, tuple(says)),), left_out=left_out)
    return {one.rule: one.level for one in mutations.findings(script) if one.rule in RULES}


@pytest.mark.parametrize(
    "case", list(cases()), ids=lambda case: f"{case.rule or 'right'}: {case.part} {' '.join(case.lines)[:60]}"
)
def test_a_line_that_is_likely_wrong_asks_for_a_look_and_one_that_is_right_does_not(case: Case) -> None:
    rules = found(case)
    assert rules.get(case.rule) == "warn" if case.rule else not rules


@pytest.mark.parametrize(
    ("language", "title", "odd"),
    [
        ("en", "Hill Street Clinic", True),
        ("en", "Treatments", True),
        ("en", "A clinic visit", False),
        ("es", "Av. del Río, planta 2", True),
        ("es", "Servicio de Urología", True),
        ("es", "Cirugía de la mano", False),
    ],
)
def test_a_title_that_is_not_what_the_page_is_about_is_pointed_at(language: str, title: str, odd: bool) -> None:
    script = Script(title, language, (ScriptPhase("Part", {"x.1": "Rest."}, (Say("Rest.", ("x.1",)),)),))
    assert ("odd-name" in {one.rule for one in mutations.findings(script)}) == odd


def test_a_chart_that_is_left_out_asks_for_a_look() -> None:
    chart = Omission("chart.1", "chart", "Weight; Drops; 5 kg; 0.5 mL; 8 kg; 1 mL; 10 kg")
    phases = (ScriptPhase("At home", {"x.1": "Rest."}, (Say("Rest.", ("x.1",)),)),)
    found = mutations.findings(Script("Your visit", "en", phases, left_out=(chart,)))
    assert [one.level for one in found if one.rule == "order-left-out" and "Weight; Drops" in one.message] == ["warn"]

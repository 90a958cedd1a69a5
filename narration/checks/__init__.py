"""Checks: findings on a script, and what can be counted in it; ``base`` explains how to add a check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from narration import language
from narration.checks import approved, coverage, facts, grade, manner, origins, passive, pemat
from narration.checks.base import Context, Finding
from narration.checks.measures import Measures, measure
from narration.language.plain import plain_words
from narration.script import Script

CHECKS = (
    coverage.check,
    facts.check,
    origins.check,
    manner.check,
    grade.check,
    passive.check,
    approved.check,
)


@dataclass(frozen=True, slots=True)
class Report:
    """``items`` are the questions of the PEMAT-A/V that apply to sound."""

    findings: tuple[Finding, ...]
    measures: Measures
    items: tuple[pemat.Item, ...]


def check(script: Script, spoken: Callable[[str], str], today: date, house: Path | None = None) -> tuple[Finding, ...]:
    """Every finding, in the order of the table.

    ``house`` is the folder of a clinic's own style.  Raises ``UsageError`` for
    a language without the vocabulary that checking needs.
    """
    context = _context(script, spoken, today, house)
    return tuple(finding for look in CHECKS for finding in look(context))


def report(script: Script, spoken: Callable[[str], str], today: date, house: Path | None = None) -> Report:
    """Findings, measures and a reviewer's questions."""
    measures = measure(_context(script, spoken, today, house))
    return Report(check(script, spoken, today, house), measures, pemat.items(measures))


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.level == "block")


def _context(script: Script, spoken: Callable[[str], str], today: date, house: Path | None) -> Context:
    meaning = language.load(script.language, "meaning", house)
    plain = plain_words(script.language, house)
    return Context(script, today, spoken, meaning, plain, language.load(script.language, "terms", house))

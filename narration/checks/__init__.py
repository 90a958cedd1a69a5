"""Checks: findings on a script; ``base`` explains how to add one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from narration import language
from narration.checks import approved, coverage, facts, manner, origins
from narration.checks.base import Context, Finding
from narration.language.plain import plain_words
from narration.script import Script

CHECKS = (coverage.check, facts.check, origins.check, manner.check, approved.check)


def check(script: Script, spoken: Callable[[str], str], today: date) -> tuple[Finding, ...]:
    """Every finding, in the order of the table.

    Raises ``UsageError`` for a language without the vocabulary that checking needs.
    """
    meaning = language.load(script.language, "meaning")
    plain = {form: f"{word.say} {word.past}".strip() for form, word in plain_words(script.language).items()}
    context = Context(script, today, spoken, meaning, plain)
    return tuple(finding for look in CHECKS for finding in look(context))


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.level == "block")

"""Checks: findings on a script, and what can be counted in it; ``base`` explains how to add a check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from narration import language
from narration.checks import (
    address,
    alone,
    amounts,
    approved,
    broken_off,
    contrasts,
    coverage,
    cut_short,
    firmness,
    furniture,
    grade,
    house_style,
    labels,
    letterhead,
    links,
    manner,
    marks,
    members,
    names,
    omissions,
    origins,
    page,
    passive,
    pemat,
    pronouns,
    repeats,
    respelling,
    shape,
    slips,
    subjects,
    told,
    unjoined,
    unspoken,
)
from narration.checks import lexicon as lexicons
from narration.checks.base import Context, Finding, SourcePage
from narration.checks.measures import Measures, measure
from narration.language.plain import plain_words
from narration.script import Script

CHECKS = (
    page.check,
    coverage.check,
    amounts.check,
    marks.check,
    firmness.check,
    contrasts.check,
    subjects.check,
    omissions.check,
    origins.check,
    house_style.check,
    respelling.check,
    manner.check,
    broken_off.check,
    shape.check,
    slips.check,
    cut_short.check,
    members.check,
    repeats.check,
    pronouns.check,
    links.check,
    furniture.check,
    letterhead.check,
    alone.check,
    labels.check,
    told.check,
    unjoined.check,
    unspoken.check,
    names.check,
    address.check,
    grade.check,
    passive.check,
    approved.check,
)

Spoken = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Report:
    """``items`` are the questions of the PEMAT-A/V that apply to sound."""

    findings: tuple[Finding, ...]
    measures: Measures
    items: tuple[pemat.Item, ...]


def check(context: Context) -> tuple[Finding, ...]:
    """Every finding, in the order of the table."""
    return tuple(finding for look in CHECKS for finding in look(context))


def report(context: Context) -> Report:
    """Findings, measures and a reviewer's questions."""
    measures = measure(context)
    return Report(check(context), measures, pemat.items(measures))


def blocking(findings: tuple[Finding, ...], *, but_draft: bool = False) -> tuple[Finding, ...]:
    """What must change; ``but_draft`` leaves out that nobody has signed, for whoever is about to sign."""
    return tuple(one for one in findings if one.level == "block" and not (but_draft and one.rule == "draft"))


def named(finding: Finding) -> str:
    """A finding inside a sentence; one about the whole script has no line."""
    return f"line {finding.line}: {finding.message}" if finding.line else finding.message


def context_of(
    script: Script,
    spoken: Spoken,
    today: date,
    house: Path | None = None,
    *,
    plainly: Spoken | None = None,
    source: SourcePage | None = None,
) -> Context:
    """What the checks look at, with the language's words.

    ``spoken`` turns written words into spoken ones as the script's ``say_as``
    wants; ``plainly`` does so without it, and is the same where there is none.
    ``house`` is the folder of a clinic's own style; ``source`` the page, where
    it is at hand.  Raises ``UsageError`` for a language without the vocabulary
    that checking needs.
    """
    lexicon = lexicons.lexicon(script.language, house)
    return Context(
        script=script,
        today=today,
        spoken=spoken,
        plainly=plainly or spoken,
        meaning=lexicon.meaning,
        lexicon=lexicon,
        plain=plain_words(script.language, house),
        terms=language.load(script.language, "terms", house),
        style=language.load(script.language, "style", house),
        suspect=language.load(script.language, "suspect"),
        page=source,
    )

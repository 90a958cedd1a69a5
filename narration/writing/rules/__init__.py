"""The writing rules, in the order of their working; ``base`` explains how to add one.

The rules that cut come before the plain words: they know the grammar of the
source's own words.
"""

from __future__ import annotations

from narration.writing.rules import (
    also,
    brackets,
    cases,
    conditions,
    contacts,
    contents,
    examples,
    formulas,
    in_case,
    inversions,
    labels,
    listener,
    lists,
    next_acts,
    notes,
    once_more,
    participles,
    passives,
    plain_words,
    recast,
    relatives,
    series,
    set_out,
    share,
    split,
    unnamed,
)
from narration.writing.rules.base import Rule, SectionRule
from narration.writing.vocabulary import Vocabulary

SECTION_RULES: tuple[SectionRule, ...] = (labels.apply, listener.apply, also.apply, unnamed.apply)
RULES: tuple[Rule, ...] = (
    notes.apply,
    contacts.apply,
    formulas.apply,
    inversions.apply,
    passives.apply,
    set_out.apply,
    brackets.clauses,
    conditions.apply,
    contents.apply,
    cases.apply,
    in_case.apply,
    series.apply,
    split.apply,
    recast.apply,
    relatives.apply,
    participles.apply,
    examples.apply,
    share.apply,
    next_acts.apply,
    lists.apply,
    brackets.apply,
    plain_words.apply,
    once_more.apply,
)
UNCUT: tuple[Rule, ...] = (formulas.apply, inversions.apply, passives.apply, plain_words.apply)
"""The rules that cut nothing, for a sentence that has to stay one."""

__all__ = ["RULES", "SECTION_RULES", "UNCUT", "Vocabulary"]

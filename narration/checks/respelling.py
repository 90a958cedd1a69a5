"""``say_as`` says how a word sounds, not what it means: no amount, “not” or hedge comes or goes with it."""

from __future__ import annotations

from collections.abc import Iterator

from narration.checks.base import Context, Finding, words
from narration.checks.quantities import quantities


def check(context: Context) -> Iterator[Finding]:
    for written, said in context.script.say_as.items():
        plain = context.plainly(written)
        wrong = _differs(context, plain, said)
        if wrong:
            message = f"`say_as` has {wrong}: “{written}” would be spoken as “{said}”."
            yield Finding("block", "say-as", message, "`say_as` is for how a word sounds.")


def _differs(context: Context, plain: str, said: str) -> str:
    lexicon, tag = context.lexicon, context.script.language
    amounts = [{q.key for q in quantities(text, lexicon, tag)} for text in (plain, context.plainly(said))]
    if amounts[0] != amounts[1]:
        return "another amount"
    marks = [{mark for clause in lexicon.clauses(text) for mark in clause.groups} for text in (plain, said)]
    if marks[0] != marks[1]:
        return "another meaning"
    before, after = set(words(plain)), set(words(said))
    if before & set(context.meaning["units"]) != after & set(context.meaning["units"]):
        return "another unit"
    for listed in context.meaning["contrasts"]:
        members = [set(str(member).split("|")) for member in listed]
        if any(m & before and not m & after for m in members) and any(m & after and not m & before for m in members):
            return "another meaning"
    return ""

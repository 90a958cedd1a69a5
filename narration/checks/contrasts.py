"""Nothing swapped: left for right, before for after, an arm for a leg, a nurse for a surgeon.

Lines that have one word of a list more often than the source, and another one
less often, say something else.  “Not common” for “uncommon” does not: where
one side denies its word and the other does not, ``marks`` compares them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from narration.checks.base import Clause, Context, Finding, Rendering


def check(context: Context) -> Iterator[Finding]:
    lists = tuple(tuple(str(member) for member in listed) for listed in context.meaning["contrasts"])
    for rendering in context.renderings:
        lines = [clause for _, clause in rendering.line_clauses]
        for listed in lists:
            before, after = _counted(rendering.source_clauses, listed), _counted(lines, listed)
            # “Any of the following” points at a list, and is no time.
            for phrase in context.meaning.get("pointing", ()):
                before.subtract(_pointed(rendering.source_clauses, phrase, listed))
                after.subtract(_pointed(lines, phrase, listed))
            change = [after[member] - before[member] for member in listed]
            gone = [member for member, more in zip(listed, change, strict=True) if more < 0]
            come = [member for member, more in zip(listed, change, strict=True) if more > 0]
            if gone and come and not _turned(rendering.source_clauses, lines, gone[0], come[0]):
                yield _finding(rendering, gone[0], come[0])


def _counted(clauses: Iterable[Clause], listed: Sequence[str]) -> Counter[str]:
    """How often each member of a list (``a|b c`` are one) is said; the longest phrase wins."""
    found = _pattern(tuple(listed))
    owner = {phrase: member for member in listed for phrase in member.split("|")}
    return Counter(owner[phrase] for phrase in found.findall(_text(clauses)))


def _pointed(clauses: Iterable[Clause], phrase: str, listed: Sequence[str]) -> Counter[str]:
    """How often a member of a list is said in nothing but a phrase that points at what comes next."""
    found = re.findall(rf"(?<!\S)(?:{phrase})(?!\S)", _text(clauses))
    return Counter(member for text in found for member in listed if set(member.split("|")) & set(text.split()))


def _turned(source: Sequence[Clause], lines: Sequence[Clause], gone: str, come: str) -> bool:
    """“Not common” for “uncommon”: one of the two is denied, and that denial is new."""
    here, there = (sum(clause.denials for clause in side) for side in (source, lines))
    return here != there and _denied(source, gone) != _denied(lines, come)


def _denied(clauses: Iterable[Clause], member: str) -> bool:
    return any(clause.denials for clause in clauses if _counted([clause], [member]))


@cache
def _pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    phrases = sorted({phrase for member in listed for phrase in member.split("|")}, key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, phrases))})(?!\S)")


def _finding(rendering: Rendering, gone: str, come: str) -> Finding:
    having = [say for say, clause in rendering.line_clauses if _counted([clause], [come])]
    said = _said((clause for _, clause in rendering.line_clauses), come)
    message = f"the source says “{_said(rendering.source_clauses, gone)}”, the line “{said}”."
    return rendering.finding("block", "swapped", message, "Say the source’s word.", having[0] if having else None)


def _said(clauses: Iterable[Clause], member: str) -> str:
    return str(_pattern((member,)).findall(_text(clauses))[0])


def _text(clauses: Iterable[Clause]) -> str:
    """All that is said: a phrase (“the day after”) may stand on both sides of a joint."""
    return " ".join(clause.text for clause in clauses)

"""Nothing swapped: left for right, before for after, an arm for a leg, a nurse for a doctor.

Lines that have one word of a list more often than the source, and another one
less often, say something else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from narration.checks.base import Clause, Context, Finding, Rendering


def check(context: Context) -> Iterator[Finding]:
    for rendering in context.renderings:
        source = _counted(clause for clause in rendering.source_clauses)
        lines = _counted(clause for _, clause in rendering.line_clauses)
        for listed in context.meaning["contrasts"]:
            members = [str(member).split("|") for member in listed]
            change = [sum(lines[word] - source[word] for word in member) for member in members]
            gone = [member for member, more in zip(members, change, strict=True) if more < 0]
            come = [member for member, more in zip(members, change, strict=True) if more > 0]
            if gone and come:
                yield _finding(rendering, _first(gone[0], source), _first(come[0], lines), come[0])


def _counted(clauses: Iterable[Clause]) -> Counter[str]:
    return Counter(part for clause in clauses for token in clause.tokens for part in token.split("-"))


def _first(member: list[str], counted: Counter[str]) -> str:
    return next(word for word in member if counted[word])


def _finding(rendering: Rendering, gone: str, come: str, words: list[str]) -> Finding:
    having = [say for say, clause in rendering.line_clauses if _counted([clause]).keys() & set(words)]
    message = f"the source says “{gone}”, the line “{come}”."
    return rendering.finding("block", "swapped", message, "Say the source’s word.", having[0])

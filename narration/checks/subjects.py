"""Nobody swapped: what the nurse will do is not what you will do.

Only where a word such as “will” or “may” stands between who does it and what
is done; a passive (“you will be asked”) tells who it is done to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narration.checks.base import Clause, Context, Finding

NEAR = 3
"""How many words before the modal one the subject may stand."""


def check(context: Context) -> Iterator[Finding]:
    for rendering in context.renderings:
        source = [found for clause in rendering.source_clauses for found in _doers(context, clause)]
        for say, clause in rendering.line_clauses:
            for who, does in _doers(context, clause):
                before = {other for other, done in source if context.same(done) & {does} or done == does}
                if before and who not in before:
                    message = f"in the source somebody else does this ({does})."
                    yield rendering.finding("block", "swapped", message, "Say who does it, as the source does.", say)


def _doers(context: Context, clause: Clause) -> Iterator[tuple[str, str]]:
    """Who does it (a name of ``doers``) and the stem of what is done."""
    modals, doers = set(context.meaning["modals"]), context.meaning["doers"]
    for place, token in enumerate(clause.tokens):
        rest = clause.tokens[place + 1 :]
        if token not in modals or not rest or "be" in rest[:2]:
            continue
        does = context.lexicon.content(rest)[:1]
        who = _who(clause.tokens[max(0, place - NEAR) : place], doers)
        if does and who:
            yield who, context.lexicon.stem(does[0])


def _who(tokens: Sequence[str], doers: dict[str, list[str]]) -> str:
    for token in reversed(tokens):
        for name, listed in doers.items():
            if token in listed:
                return name
    return ""

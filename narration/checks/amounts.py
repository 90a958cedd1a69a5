"""Nothing bent: every number with its unit stands in the lines, beside the words it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from narration.checks.base import Context, Finding, Rendering
from narration.checks.quantities import Quantity, quantities


def check(context: Context) -> Iterator[Finding]:
    for rendering in context.renderings:
        source = [q for text in rendering.spoken_source for q in _of(text, context)]
        lines = [q for text in rendering.spoken_lines for q in _of(text, context)]
        lost = {q.key: q.said for q in source if not q.soft and q.key not in {found.key for found in lines}}
        for said in lost.values():
            message = f"the source says “{said}”; the lines do not."
            yield rendering.finding("block", "number-lost", message, "Say the same amount.")
        known = {found.key for found in source}
        for say, text in zip(rendering.lines, rendering.spoken_lines, strict=True):
            for quantity in _of(text, context):
                if not quantity.soft and quantity.key not in known:
                    message = f"“{quantity.said}” is not in the source."
                    yield rendering.finding("block", "number-added", message, "Say what the source says.", say)
        if not lost:
            yield from _moved(context, rendering)
            yield from _turned(context, rendering)
            yield from _other_unit(rendering, source, lines)


def _other_unit(rendering: Rendering, source: list[Quantity], lines: list[Quantity]) -> Iterator[Finding]:
    """“Within minutes” that has become “within hours”: one gone and another come, neither with a number."""
    before, after = {q.key for q in source}, {q.key for q in lines}
    gone = [q.said for q in source if q.soft and q.key not in after]
    come = [q.said for q in lines if q.soft and q.key not in before]
    if gone and come:
        message = f"the source says “{gone[0]}”, the line “{come[0]}”."
        yield rendering.finding("block", "number-lost", message, "Say the same amount.")


def _of(spoken: str, context: Context) -> tuple[Quantity, ...]:
    return quantities(spoken, context.lexicon, context.script.language)


def _moved(context: Context, rendering: Rendering) -> Iterator[Finding]:
    """Two amounts that have changed places: each one's own words now stand beside the other."""
    source = _beside([clause.tokens for clause in rendering.source_clauses], context)
    lines = _beside([clause.tokens for _, clause in rendering.line_clauses], context)
    for key in sorted(source):
        own = source[key] - set().union(*(stems for other, stems in source.items() if other != key))
        said = {stem for stem in own if any(stem in stems for stems in lines.values())}
        if said and key in lines and not said & lines[key]:
            message = f"“{key}” stands beside other words than in the source."
            yield rendering.finding("block", "number-moved", message, "Keep each amount with what it belongs to.")


def _turned(context: Context, rendering: Rendering) -> Iterator[Finding]:
    """“56 or 84” that has become “84 or 56”: what stands beside them may go by their order."""
    source, lines = _pairs(rendering.spoken_source, context), _pairs(rendering.spoken_lines, context)
    for first, second in source:
        stood_so = (second, first) in source  # “4 in 10, dizziness (3 in 10)”: 10 and 3 as well as 3 and 10
        if (second, first) in lines and (first, second) not in lines and not stood_so:
            message = f"“{first}” and “{second}” have changed places."
            yield rendering.finding("block", "number-moved", message, "Keep the order of the source.")


def _pairs(texts: Sequence[str], context: Context) -> set[tuple[str, str]]:
    """Amounts with one word between them, or none."""
    return {
        (one.key, two.key)
        for text in texts
        for one, two in pairwise(_of(text, context))
        if one.key != two.key and two.at - one.end <= 1
    }


def _beside(clauses: list[tuple[str, ...]], context: Context) -> dict[str, set[str]]:
    """For each amount, the stems of the clauses that hold it."""
    found: dict[str, set[str]] = {}
    for tokens in clauses:
        for quantity in _of(" ".join(tokens), context):
            content = [t for t in context.lexicon.content(tokens) if t not in context.meaning["units"]]
            found.setdefault(quantity.key, set()).update(map(context.lexicon.stem, content))
    return found

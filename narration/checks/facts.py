"""Nothing bent: numbers, units, negations and hedges stand in the lines as they stand in the source.

Both sides are compared in their spoken form, so that ``24`` and ``twenty-four``
are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from narration.checks.base import Context, Finding, Rendering


def check(context: Context) -> Iterator[Finding]:
    done: set[tuple[str, ...]] = set()
    for rendering in context.renderings():
        key = (*rendering.spoken_source, "|", *rendering.spoken_lines)
        if key in done:
            continue
        done.add(key)
        yield from _numbers(context, rendering)
        yield from _negations(context, rendering)
        yield from _hedges(context, rendering)
        yield from _instructions(context, rendering)


def _finding(rendering: Rendering, rule: str, message: str, suggestion: str) -> Finding:
    return Finding("block", rule, f"{message} ({rendering.id})", suggestion, rendering.phase.name, rendering.line)


def _numbers(context: Context, rendering: Rendering) -> Iterator[Finding]:
    source = _quantities(context, rendering.spoken_source)
    lines = _quantities(context, rendering.spoken_lines)
    for quantity in source - lines:
        yield _finding(
            rendering, "number-lost", f"the source says “{quantity}”; the lines do not.", "Say the same amount."
        )
    for quantity in lines - source:
        yield _finding(rendering, "number-added", f"“{quantity}” is not in the source.", "Say what the source says.")


def _quantities(context: Context, spoken: Sequence[str]) -> Counter[str]:
    """Runs of number words with the unit after them; a lone “one” is a pronoun as often as a number."""
    numbers, units = set(context.meaning["numbers"]), context.meaning["units"]
    found: Counter[str] = Counter()
    run: list[str] = []
    for word in (*spoken, ""):
        if word and all(part in numbers for part in word.split("-")):
            run.append(word)
            continue
        if run and (run not in ([x] for x in context.meaning["pronoun_numbers"]) or word in units):
            unit = units.get(word, "")
            found[" ".join([*run, unit]).strip()] += 1
        run = []
    return found


def _negations(context: Context, rendering: Rendering) -> Iterator[Finding]:
    negative = set(context.meaning["negations"])
    source = sum(word in negative or word.endswith("n't") for word in rendering.spoken_source)
    lines = sum(word in negative or word.endswith("n't") for word in rendering.spoken_lines)
    if lines < source:
        yield _finding(rendering, "negation-lost", "a “not” of the source is missing.", "Keep every negation.")
    elif lines > source:
        yield _finding(rendering, "negation-added", "the lines deny what the source does not.", "Keep the meaning.")


def _hedges(context: Context, rendering: Rendering) -> Iterator[Finding]:
    source, lines = set(rendering.spoken_source), set(rendering.spoken_lines)
    text = " ".join(rendering.spoken_source)
    for name, group in context.meaning["hedges"].items():
        stands = source & set(group) or any(" " in hedge and hedge in text for hedge in group)
        said = lines & set(group) or any(" " in hedge and hedge in " ".join(rendering.spoken_lines) for hedge in group)
        if stands and not said:
            yield _finding(
                rendering,
                "hedge-lost",
                f"the source is careful here ({name}: {', '.join(sorted(source & set(group)))}); the lines are not.",
                "Keep the word, or one that is as careful.",
            )
    certain = set(context.meaning["certain"])
    for word in sorted((lines & certain) - (source & certain)):
        yield _finding(
            rendering, "strengthened", f"“{word}” promises more than the source.", "Say it as the source does."
        )


def _instructions(context: Context, rendering: Rendering) -> Iterator[Finding]:
    source, lines = set(rendering.spoken_source), set(rendering.spoken_lines)
    asks = source & set(context.meaning["contact"])
    condition = source & set(context.meaning["conditions"])
    if asks and condition and not (lines & set(context.meaning["contact"]) and lines & condition):
        yield _finding(
            rendering, "instruction-lost", "it tells when to ask for help; the lines do not.", "Keep it whole."
        )

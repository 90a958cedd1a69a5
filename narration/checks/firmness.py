"""Nothing softened: “must” is not “may”, “call us” is not “you may call us”, “will” is not “might”.

The words that say how firmly a thing holds have three degrees (``firmness`` in
the meaning file), a plain command has the middle one.  A line must be as firm
as the clause of the source that it shares most words with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narration.checks.base import Clause, Context, Finding, Rendering, without, words

COMMAND = 1


def check(context: Context) -> Iterator[Finding]:
    for rendering in context.renderings:
        for say, clause in rendering.line_clauses:
            said = _marks(context, clause)
            if not said or _order(context, clause) or _is_the_pages(said, clause, rendering):
                continue
            firm = _firm(context, _partner(context, clause, rendering.source_clauses))
            if firm and max(degrees[-1] for _, degrees in said) < firm[1]:
                message = f"the source says it firmly (“{firm[0]}”); the line says “{said[0][0]}”."
                yield rendering.finding("block", "softened", message, "Say it as firmly as the source.", say)


def _firm(context: Context, clause: Clause | None) -> tuple[str, int] | None:
    """How firmly a clause of the source speaks, and its word for it; None where it leaves a thing open."""
    if clause is None:
        return None
    said = [(word, degrees[0]) for word, degrees in _marks(context, clause)]
    order = _order(context, clause)
    if order:
        said.append((order, COMMAND))
    if not said or min(degree for _, degree in said) == 0:
        return None
    return max(said, key=lambda mark: mark[1])


def _is_the_pages(said: Sequence[tuple[str, list[int]]], clause: Clause, rendering: Rendering) -> bool:
    """Whether the page has these words itself: “if you like”, or in the beginning of a list for all its points."""
    lead, *points = rendering.spoken_source or ("",)
    led = f" {' '.join(words(lead))} " if points else " "
    whole = f" {' '.join(words(' '.join(rendering.spoken_source)))} "
    return all(
        f" {word} " in (whole if " " in word else led) or _beside_the_same(word, clause, whole) for word, _ in said
    )


def _beside_the_same(word: str, clause: Clause, page: str) -> bool:
    """Whether a word stands in the page each time between the word before it and the two after it, as in the clause."""
    found = clause.text.split()
    places = [at for at, one in enumerate(found) if one == word]
    return bool(places) and all(at and f" {' '.join(found[at - 1 : at + 3])} " in page for at in places)


def _order(context: Context, clause: Clause) -> str:
    """The verb of a plain command, where the clause begins with one."""
    first = next((token for token in clause.tokens if token not in context.meaning["before_orders"]), "")
    return first if first in context.meaning["orders"] else ""


def _marks(context: Context, clause: Clause) -> list[tuple[str, list[int]]]:
    """Each word of firmness in a clause with its degrees: “need to” is as much as “should”, and does for “must”."""
    text = without(f" {clause.text} ", context.meaning.get("inverted", ()))  # “should you wish” is a condition
    found: dict[str, list[int]] = {}
    for degree, listed in enumerate(context.meaning["firmness"]):
        for phrase in listed:
            if f" {phrase} " in text:
                found.setdefault(str(phrase), []).append(degree)
    return list(found.items())


def _partner(context: Context, clause: Clause, others: Sequence[Clause]) -> Clause | None:
    """The clause of the source that a line’s clause says, where half of one stands in the other.

    Of those that share as many words, the one that has them itself and little else: “be taken” says “be taken”,
    and “not to eat any solid food” only in so far as one may take food.
    """
    best, most = None, (0, 0, 0)
    for other in others:
        shared = sum(bool(context.same(stem) & clause.stems) for stem in other.stems)
        near = (shared, len(other.stems & clause.stems), -len(other.stems))
        if shared and near > most and shared * 2 >= min(len(other.stems), len(clause.stems)):
            best, most = other, near
    return best

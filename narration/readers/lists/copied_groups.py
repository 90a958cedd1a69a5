"""Lines of a copied text that stand together: between blank lines, or pressed together by the copy.

``copied`` looks for lists in each group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

FEWEST_LONG = 2
"""So many lines longer than any page is wide show that a text is not broken where the page was full."""
LONGEST = 130
FEWEST_SMALL = 2
"""So many lines in small letters under another are a list."""
SENTENCE_END = re.compile(r"[.!;,…][\"'”’»)]*$")


def of(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where lines stand together, from 0, with no blank one between."""
    start = 0
    for at, line in enumerate([*lines, ""]):
        if not line.strip():
            if at > start:
                yield from _pressed(lines, start, at) or [(start, at)]
            start = at + 1


def _pressed(lines: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """Lines that a copy has pressed together, without the blank ones between its paragraphs, as groups of their own.

    Only a beginning stays with what may be its list, up to the next paragraph or beginning; or, without a colon, up
    to the last of the lines in small letters right under it.  Nothing where lines are no such copy.
    """
    paragraphs = [
        at for at in range(start, end) if len(lines[at]) > LONGEST and SENTENCE_END.search(lines[at].rstrip())
    ]
    if len(paragraphs) < FEWEST_LONG:
        return []
    leads = {at for at in range(start, end) if lines[at].rstrip().endswith((":", "…"))}
    edges = sorted({*leads, *paragraphs, end})
    lists = {at: below for at, below in pairwise(edges) if at in leads} | _in_small_letters(lines, start, end, leads)
    within = {line for at, below in lists.items() for line in range(at + 1, below)}
    return [(at, lists.get(at, at + 1)) for at in range(start, end) if at not in within]


def _in_small_letters(lines: Sequence[str], start: int, end: int, leads: set[int]) -> dict[int, int]:
    """Where lines without a stop stand over several in small letters, and where those end: “You may leave when you”."""
    found: dict[int, int] = {}
    for at in range(start, end):
        line = lines[at].strip()
        below = at + 1
        while below < end and lines[below].strip()[:1].islower():
            below += 1
        begins = line[:1].isupper() and line[-1:].isalnum() and at not in leads
        if begins and below - at > FEWEST_SMALL and len(line) <= LONGEST:
            found[at] = below
    return found

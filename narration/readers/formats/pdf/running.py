"""Running headers and footers of a PDF: what stands at the edge of several pages, and what a browser prints there."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from narration.readers.base import squeeze
from narration.readers.formats.pdf.lines import Line

SAME_HEIGHT = 3.0
"""A line that stands as high on two pages, to so many points, is a running one if among the outermost.

Its numbers may differ.
"""
OUTERMOST = 6
NEAREST = 2
"""Any of so many outermost lines may be running, those further in only next to others that are."""
_PRINTED = re.compile(
    r"(?:(?:https?|file)://\S+|about:blank|data:\S+)\s+\d{1,3}\s?/\s?\d{1,3}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s?[ap]\.?\s?m\.?)?(?:\s.*)?"
    r"|\d{1,3}\s?/\s?\d{1,3}",
    re.IGNORECASE,
)
"""What a browser prints, in the smallest type: the address and the page’s number; the day, the time and the title."""


def without_running(pages: Sequence[Sequence[Line]]) -> list[tuple[list[Line], list[Line]]]:
    """Each page's lines, and its running lines: these may stand inside a sentence that goes on overleaf."""
    filled = [line for page in pages for line in page if line.text.strip()]
    sizes = [line.size for line in filled]
    smallest = min(sizes, default=0.0)
    small = [line for line in filled if smallest == line.size < max(sizes)]
    running = _running(pages) | {_unnumbered(line) for line in small if _PRINTED.fullmatch(squeeze(line.text))}
    return [_parted(page, running) for page in pages]


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The words that stand at one height at the edge of several pages; two pages may end in the same word by chance."""
    heights: dict[str, list[float]] = {}
    for page in pages:
        filled = [line for line in page if line.text.strip()]
        for words, line in {_unnumbered(line): line for line in (*filled[:OUTERMOST], *filled[-OUTERMOST:])}.items():
            heights.setdefault(words, []).append(line.y)
    return frozenset(words for words, found in heights.items() if _closest(found) <= SAME_HEIGHT)


def _closest(heights: Sequence[float]) -> float:
    """The least distance between two of them."""
    return min((high - low for low, high in itertools.pairwise(sorted(heights))), default=float("inf"))


def _parted(page: Sequence[Line], running: frozenset[str]) -> tuple[list[Line], list[Line]]:
    """Beyond the outermost lines, one is running only where those outside it are, too."""
    filled = [index for index, line in enumerate(page) if line.text.strip()]
    nearest = {*filled[:NEAREST], *filled[-NEAREST:]}
    out = {at for at in nearest if _unnumbered(page[at]) in running}
    for inward in (filled[NEAREST:OUTERMOST], filled[-OUTERMOST:-NEAREST][::-1]):
        edge = filled[:NEAREST] if inward[:1] == filled[NEAREST : NEAREST + 1] else filled[-NEAREST:]
        goes_on = set(edge) <= out
        for index in inward:
            goes_on = goes_on and _unnumbered(page[index]) in running
            out |= {index} if goes_on else set()
    return [line for i, line in enumerate(page) if i not in out], [page[i] for i in sorted(out)]


def _unnumbered(line: Line) -> str:
    # The same words in larger type are the title.
    words = re.sub(r"\d+", "#", squeeze(line.text))
    return f"{line.size} {words}"

"""Headings of a PDF, which knows none: short lines in larger type than most, or in bold type after a space.

The larger the type, the higher the heading; bold type of the text's own size is
the lowest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from narration.readers import furniture
from narration.readers.pdf_lines import BULLET, Line
from narration.readers.pdf_spacing import Leading, is_parted

LARGER = 1.1
"""Type is larger than most from so many times its size."""
MOST_WORDS = 14
FEWEST = 2
FULL = 0.7
"""A bold line of so much of the longest line's length may be broken because it was full."""
_DEEPEST = 6
_SENTENCE = (".", "!", ",", ";", ":")


def usual_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size of most letters of a document."""
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[line.size] += len(line.text.strip())
    return sizes.most_common(1)[0][0] if sizes else 0.0


def with_headings(pages: Sequence[Sequence[Line]], leading: Leading) -> list[list[Line]]:
    """The lines, with the headings among them known as such, each on one line even where it was broken over two."""
    usual = usual_size(pages)
    joined = [_joined(page, usual, leading) for page in pages]
    weights: Counter[bool] = Counter()
    for line in (line for page in joined for line in page):
        weights[line.bold] += len(line.text.strip())
    bold_tells = weights[True] < weights[False]
    return [
        [replace(line, heading=_is_heading(page, at, usual, leading, bold_tells)) for at, line in enumerate(page)]
        for page in joined
    ]


def heading_levels(pages: Sequence[Sequence[Line]]) -> dict[float, int]:
    """The level of a heading by its size, the largest first; none where too few lines are headings."""
    found = [line.size for page in pages for line in page if line.heading]
    if len(found) < FEWEST:
        return {}
    return {size: min(level, _DEEPEST) for level, size in enumerate(sorted(set(found), reverse=True), 1)}


def marked(line: Line, levels: dict[float, int]) -> str | None:
    """A heading's text, marked as plain text marks it; ``None`` for any other line."""
    if not levels or not line.heading:
        return None
    return f"\n{'#' * levels[line.size]} {line.text.strip()}\n"


def _joined(page: Sequence[Line], usual: float, leading: Leading) -> list[Line]:
    """The lines, with a heading that was broken over lines on one: neighbours in larger type, or in bold where full."""
    longest = max((len(line.text.strip()) for line in page), default=0)
    made: list[Line] = []
    last = Line("")  # of the line above, as it stands on the page
    for line in page:
        if made and _goes_on(last, line, usual, leading, longest):
            made[-1] = replace(made[-1], text=f"{made[-1].text.rstrip()} {line.text.strip()}")
        else:
            made.append(line)
        last = line
    return made


def _goes_on(above: Line, line: Line, usual: float, leading: Leading, longest: int) -> bool:
    words = above.text.strip()
    if not words or not line.text.strip() or above.size != line.size or words.endswith((".", "!", "?", ":")):
        return False
    if line.size > usual:
        return True
    full = len(words) >= FULL * longest
    both_bold = above.bold and line.bold and not line.text.startswith(BULLET)
    return both_bold and full and line.size == usual and above.y > line.y and not is_parted(above, line, leading)


def _is_heading(page: Sequence[Line], at: int, usual: float, leading: Leading, bold_tells: bool) -> bool:
    line = page[at]
    text = line.text.strip()
    if not 0 < len(text.split()) <= MOST_WORDS or text.endswith(_SENTENCE) or text[0] == BULLET:
        return False
    if re.search(r"[^\W\d_]{2}", text) is None:
        return False
    if line.size >= usual * LARGER:
        return True
    if not line.bold or not bold_tells or line.size < usual or furniture.is_contact(text):
        return False
    above = next((one for one in reversed(page[:at]) if one.text.strip()), None)
    return above is None or above.y < line.y or above.size > usual or is_parted(above, line, leading)

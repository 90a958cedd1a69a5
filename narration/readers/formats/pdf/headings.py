"""Headings of a PDF, which knows none: short lines in larger type than most, or in bold type after a space.

The larger the type, the higher the heading; bold type of the text's own size is
the lowest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.formats import typography
from narration.readers.formats.pdf.edges import Edges
from narration.readers.formats.pdf.lines import BULLET, Line
from narration.readers.formats.pdf.spacing import SET_IN, Leading, is_parted

FULL = 0.8
"""A bold line that fills so much of its column with the next word may be broken because it was full."""
_ENDED = (".", "!", "?")


def with_headings(pages: Sequence[Sequence[Line]], leading: Leading, edges: Edges) -> list[list[Line]]:
    """The lines, with the headings among them known as such, each on one line even where it was broken over two."""
    usual = typography.usual_size((line.text, line.size) for page in pages for line in page)
    joined = [_joined(page, usual, leading, edges) for page in pages]
    bold_tells = _bold_tells(joined)
    found: list[list[Line]] = []
    titled = not any(line.size >= usual * typography.LARGER for page in joined for line in page if _is_short(line))
    for page in joined:
        found.append([])
        for at, line in enumerate(page):
            larger = line.size >= usual * typography.LARGER
            # What stands in bold type over the title is a letterhead.
            bold = bold_tells and titled and _is_set_off(page, at, usual, leading)
            heading = _is_short(line) and (larger or bold)
            titled = titled or (heading and larger)
            found[-1].append(replace(line, heading=heading))
    return found


def heading_levels(pages: Sequence[Sequence[Line]]) -> dict[float, int]:
    """The level of a heading by its size; none where too few lines are headings."""
    return typography.levels([line.size for page in pages for line in page if line.heading])


def marked(line: Line, levels: dict[float, int]) -> str | None:
    """A heading's text, marked as plain text marks it; ``None`` for any other line."""
    if not levels or not line.heading:
        return None
    return f"{'#' * levels[line.size]} {line.text.strip()}"


def _joined(page: Sequence[Line], usual: float, leading: Leading, edges: Edges) -> list[Line]:
    """The lines, with a heading that was broken over lines on one: neighbours in larger type, or in bold where full."""
    made: list[Line] = []
    at = 0
    while at < len(page):
        end = at + 1
        while end < len(page) and _goes_on(page[end - 1], page[end], usual, leading, edges):
            end += 1
        whole = page[at].size > usual or end == len(page) or is_parted(page[end - 1], page[end], leading)
        if whole and end > at + 1:
            made.append(replace(page[at], text=" ".join(line.text.strip() for line in page[at:end])))
        else:  # bold words that go on in a paragraph are no heading
            made += page[at:end]
        at = end
    return made


def _goes_on(above: Line, line: Line, usual: float, leading: Leading, edges: Edges) -> bool:
    words, following = above.text.strip(), line.text.strip()
    if not words or not following or above.size != line.size or words.endswith((".", "!", "?")):
        return False
    if line.size > usual:
        return not words.endswith(":") or following[0].islower()
    if not above.bold or not line.bold or line.size < usual or line.text.startswith(BULLET):
        return False
    full = edges.share(above, following.split()[0]) >= FULL
    return full and above.y > line.y and not is_parted(above, line, leading)


def _bold_tells(pages: Sequence[Sequence[Line]]) -> bool:
    """Whether most of the text is in ordinary type, so that bold type says something."""
    weights: Counter[bool] = Counter()
    for line in (line for page in pages for line in page):
        weights[line.bold] += len(line.text.strip())
    return weights[True] < weights[False]


def _is_short(line: Line) -> bool:
    return not line.text.strip().startswith(BULLET) and typography.is_short(line.text)


def _is_set_off(page: Sequence[Line], at: int, usual: float, leading: Leading) -> bool:
    """Whether a line in bold type begins something: a space is over it, or what stands there has ended."""
    line = page[at]
    below = next((one for one in page[at + 1 : at + 2] if one.text.strip()), None)
    parted_below = below is None or is_parted(line, below, leading)
    if not line.bold or line.size < usual or (below is not None and below.begins_bold and not parted_below):
        return False
    if typography.names_no_part(line.text):
        return False
    above = next((page[index] for index in range(at - 1, -1, -1) if page[index].text.strip()), None)
    if above is None or above.y < line.y or above.size > usual or is_parted(above, line, leading):
        return True
    ended = above.text.rstrip().endswith(_ENDED) or abs(above.x - line.x) > SET_IN
    return ended and (below is None or parted_below or not below.text.strip()[:1].islower())

"""Headings that only their type shows, in a PDF or in a Word document without heading styles.

A heading is a short line that is no sentence, in larger type than most, or in
bold type of the text's own size.  The larger the type, the higher the heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from narration.readers.lines import furniture, senders

LARGER = 1.1
"""Type is larger than most from so many times its size."""
MOST_WORDS = 14
FEWEST = 2
"""One larger line may be an accident."""
_DEEPEST = 6
_CLOCK = re.compile(r"\d\s?[ap]\.\s?m\.$", re.IGNORECASE)
_SENTENCE = (".", "!", ",", ";", ":")


def usual_size(lines: Iterable[tuple[str, float]]) -> float:
    """The size of most letters, of lines with their sizes in points; 0 for none."""
    sizes: Counter[float] = Counter()
    for text, size in lines:
        sizes[size] += len(text.strip())
    return sizes.most_common(1)[0][0] if sizes else 0.0


def is_short(text: str) -> bool:
    """Whether a line is as short as a heading, and no sentence."""
    words = text.strip()
    if not 0 < len(words.split()) <= MOST_WORDS or re.search(r"[^\W\d_]{2}", words) is None:
        return False
    return not words.endswith(_SENTENCE) or _CLOCK.search(words) is not None


def names_no_part(text: str) -> bool:
    """Whether a line in bold type is a number to ring, or who sends the page."""
    words = text.strip()
    return furniture.is_contact(words) or senders.is_body(words) or senders.is_letterhead(words)


def levels(sizes: Collection[float]) -> dict[float, int]:
    """The level of each heading by its size, the largest first; none for too few headings."""
    if len(sizes) < FEWEST:
        return {}
    return {size: min(level, _DEEPEST) for level, size in enumerate(sorted(set(sizes), reverse=True), 1)}

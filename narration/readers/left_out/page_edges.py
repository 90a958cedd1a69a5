"""The edges of a sheet's pages in copied text: “NORTH HOSPITAL      Page 2 of 4”."""

from __future__ import annotations

import re
from collections import Counter

from narration.readers.base import Block, Kind, squeeze
from narration.readers.lines import about, furniture

_PAGED = re.compile(
    r"^\s*(?P<text>\S.{2,80}?)\s{3,}(?P<page>(?:page|página|pág\.?)\s\d{1,3}(?:\s?(?:of|de|/)\s?\d{1,3})?)\s*$", re.I
)
"""A running header: “NORTH HOSPITAL      Page 2 of 4”."""
TOP_LINES = 3


def found(lines: list[str]) -> dict[int, list[Block]]:
    """The lines with the number of their page: one that stands again, but for one over all text, is a page's edge.

    So is one whose name the page has on a line of its own, beside its code: “NORTH HOSPITAL   PIL-12   Page 2 of 4”.
    """
    paged = {number: match for number, line in enumerate(lines, 1) if (match := _PAGED.match(line))}
    words = {number: squeeze(match["text"]) for number, match in paged.items()}
    every = Counter(text.casefold() for text in words.values())
    top = [number for number, line in enumerate(lines, 1) if line.strip()][:TOP_LINES]
    alone = {squeeze(line).casefold() for line in lines}
    made: dict[int, list[Block]] = {}
    for number, text in words.items():
        name, *beside = re.split(r"\s{3,}", paged[number]["text"].strip())
        named = bool(beside) and name.casefold() in alone
        again = (named or every[text.casefold()] > 1) and number not in top
        page_number = Block(Kind.PARAGRAPH, squeeze(paged[number]["page"]), number, reason=furniture.NAVIGATION)
        made[number] = [Block(Kind.PARAGRAPH, text, number, reason=about.REFERENCE if again else ""), page_number]
    return made

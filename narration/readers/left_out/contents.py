"""The contents of a page: short lines that name nothing but the headings below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narration.readers.base import Block, Kind, is_under_space, lines_of
from narration.readers.lines import furniture, links
from narration.readers.sender.site_lines import is_line, left_out
from narration.readers.vocabulary import bare

FEWEST_LINES = 3
_BRACKET = re.compile(r"(?<=\w)\s*\([^()]*\)\s*$")


def without(blocks: list[Block]) -> list[Block]:
    """The blocks; short lines that name nothing but the headings below them are the page's contents.

    The line over them that ends in a colon, or says no sentence, goes with them.
    """
    made = list(blocks)
    last = {_plainly(block.text): at for at, block in enumerate(blocks)}
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _is_entry(blocks[end]) and last[_plainly(blocks[end].text)] > end:
            end += 1
        places = [last[_plainly(block.text)] for block in blocks[at:end]]
        apart = all(later > before + 1 for before, later in pairwise(places))  # each has its text under it
        if end - at >= FEWEST_LINES and apart and not _goes_on(blocks, at, end, places[0]):
            over = [at - 1] if at and blocks[at - 1].kind is not Kind.ITEM and _opens_contents(blocks[at - 1]) else []
            for index in (*over, *range(at, end)):
                made[index] = left_out(blocks[index])
        at = max(end, at + 1)
    return made


def _plainly(text: str) -> str:
    """A name as contents have it, maybe without its bracket: “The scan (20 minutes)” is “The scan” there."""
    return bare(_BRACKET.sub("", text)).casefold()


def _goes_on(blocks: Sequence[Block], at: int, end: int, first: int) -> bool:
    """Whether contents with questions have more entries right under these, which no heading below has word for word."""
    asks = any(block.text.endswith("?") for block in blocks[at:end])
    under = blocks[end : end + 1]
    return asks and first != end and bool(under) and not is_under_space(under[0], blocks[end - 1])


def _is_entry(block: Block) -> bool:
    """Whether a line may be one of a page's contents, whose parts may be called by what they answer."""
    asks = block.text.endswith("?") and len(block.text.split()) <= furniture.MOST_LINE_WORDS
    return is_line(block) or (asks and block.kind is not Kind.HEADING and len(lines_of(block)) == 1)


def _opens_contents(block: Block) -> bool:
    return block.text.rstrip().endswith(":") or (is_line(block) and links.opens_contents(block.text))

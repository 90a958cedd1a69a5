"""What patients say of a clinic on its page: words in quotation marks with the name of who says them, and stars.

Words that are quoted for the patient (“How do you feel?” is what the nurse asks) have no name beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture
from narration.readers.sender.site_lines import left_out
from narration.readers.vocabulary import bare, data

MOST_NAME_WORDS = 6
MOST_SLOGAN_WORDS = 9
FEWEST_OVER_STARS = 2
"""A title, and the slogan under it."""
_QUOTED = re.compile(r"^[\W_]*[“\"«‘][^“”\"«»]{10,400}[”\"»’][*_]*(?P<who>.*)$", re.DOTALL)
_NAME = re.compile(
    r"\(?[^\W\d_a-z][\w.’'-]*(?:[ ,]+(?:[^\W\d_a-z][\w.’'-]*|&|\d{1,2}|años|years|de|del|la|y|and|from))*\)?"
)


def without(blocks: list[Block]) -> list[Block]:
    """The blocks; words in quotation marks and the name of who says them, and what has stars, are left out."""
    made = list(blocks)
    for index, block in enumerate(blocks):
        starred = re.search(data("links")["stars"], block.text) is not None
        quoted = _QUOTED.match(block.text) if block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not block.reason else None
        if quoted is None:
            if starred and not furniture.is_prose(block.text):
                made[index] = left_out(block)
                for at in _slogan_over(made, index):
                    made[at] = left_out(made[at])
            continue
        under = blocks[index + 1] if index + 1 < len(blocks) and blocks[index + 1].line == block.line + 1 else None
        if starred or _is_who(quoted["who"]):
            made[index] = left_out(block)
        elif under is not None and not bare(quoted["who"]) and _is_who(under.text):
            made[index], made[index + 1] = left_out(block), left_out(under)
    return made


def _slogan_over(blocks: Sequence[Block], index: int) -> list[int]:
    """Where a site says what it promises, between its title and its stars: “Hope, when you need it most.”"""
    said = [at for at in range(index) if not blocks[at].reason and blocks[at].kind is not Kind.RULE]
    if len(said) < FEWEST_OVER_STARS or said[-1] != index - 1:
        return []
    line, words = blocks[said[-1]], re.findall(r"[^\W\d_]+", blocks[said[-1]].text.lower())
    promises = line.kind is Kind.PARAGRAPH and len(words) <= MOST_SLOGAN_WORDS and not re.search(r"\d", line.text)
    return said[-1:] if promises and set(words) & set(data("letterhead")["slogan"]) else []


def _is_who(text: str) -> bool:
    """``- M. R., Salem``, ``Google review``: who says the words before it."""
    who = bare(re.sub(data("links")["stars"], "", text)).strip("()")
    if not who or len(who.split()) > MOST_NAME_WORDS or furniture.is_prose(bare(who)):
        return False
    return bool(re.fullmatch(data("links")["praised_by"], who, re.IGNORECASE) or _NAME.fullmatch(who))

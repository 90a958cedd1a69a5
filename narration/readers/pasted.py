"""What is copied along with a web page's article: a menu line by line, a call to book, patients' praise.

In a saved page its tags tell most of it from the text; in a page that was
copied into a text file or a document only the words do.  They are in
``data/links.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers import about, furniture, links
from narration.readers.base import Block, Kind, lines_of
from narration.readers.vocabulary import bare, data

FEWEST_LINES = 3
MOST_WORDS = 4
MOST_NAME_WORDS = 6
_QUOTED = re.compile(r"^[\W_]*[“\"«‘][^“”\"«»]{10,400}[”\"»’][*_]*(?P<who>.*)$", re.DOTALL)
_NAME = re.compile(
    r"\(?[^\W\d_a-z][\w.’'-]*(?:[ ,]+(?:[^\W\d_a-z][\w.’'-]*|&|\d{1,2}|años|years|de|del|la|y|and|from))*\)?"
)


def without(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the reason set on what belongs to the site."""
    made = [_left_out(block) if _is_sites(block) else block for block in blocks]
    made = _without_contents(_without_menus(made))
    return _without_head(_without_praise(made))


def _left_out(block: Block, reason: str = furniture.NAVIGATION) -> Block:
    return replace(block, reason=block.reason or reason)


def _is_sites(block: Block) -> bool:
    """Whether a line is a button, a mark that the site was given, a question about itself, or a strip with such."""
    if block.kind is not Kind.HEADING and furniture.is_banner(block.text):
        return True
    if links.is_call(block.text) or re.fullmatch(data("links")["rated"], bare(block.text), re.IGNORECASE):
        return True
    pieces = re.split(r"\s*[|·•]\s*", block.text)
    return len(pieces) > 1 and not furniture.is_prose(block.text) and any(map(links.is_call, pieces))


def _without_menus(blocks: list[Block]) -> list[Block]:
    """The blocks; short lines right below one another that are mostly words of a menu are left out."""
    made, run = list(blocks), list[int]()
    for index, block in enumerate([*blocks, None]):
        short = block is not None and not block.reason and _is_short(block)
        if short and block and run and block.line == blocks[run[-1]].line + 1 and block.kind is blocks[run[-1]].kind:
            run.append(index)
            continue
        if len(run) >= FEWEST_LINES and links.are_links([blocks[at].text for at in run]):
            for at in run:
                made[at] = _left_out(blocks[at])
        run = [index] if short else []
    return made


def _is_short(block: Block) -> bool:
    line = block.kind in (Kind.PARAGRAPH, Kind.ITEM) and len(lines_of(block)) == 1
    return line and len(block.text.split()) <= MOST_WORDS and not furniture.is_prose(block.text)


def _without_praise(blocks: list[Block]) -> list[Block]:
    """The blocks; words in quotation marks and the name of who says them, and what has stars, are left out."""
    made = list(blocks)
    for index, block in enumerate(blocks):
        starred = re.search(data("links")["stars"], block.text) is not None
        quoted = _QUOTED.match(block.text) if block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not block.reason else None
        if quoted is None:
            made[index] = _left_out(block) if starred and not furniture.is_prose(block.text) else made[index]
            continue
        under = blocks[index + 1] if index + 1 < len(blocks) and blocks[index + 1].line == block.line + 1 else None
        if starred or _is_who(quoted["who"]):
            made[index] = _left_out(block)
        elif under is not None and not bare(quoted["who"]) and _is_who(under.text):
            made[index], made[index + 1] = _left_out(block), _left_out(under)
    return made


def _is_who(text: str) -> bool:
    """``- M. R., Salem``, ``Google review``: who says the words before it."""
    who = bare(re.sub(data("links")["stars"], "", text)).strip("()")
    if not who or len(who.split()) > MOST_NAME_WORDS or furniture.is_prose(bare(who)):
        return False
    return bool(re.fullmatch(data("links")["praised_by"], who, re.IGNORECASE) or _NAME.fullmatch(who))


def _without_contents(blocks: list[Block]) -> list[Block]:
    """The blocks; short lines that name nothing but the headings below them are the page's contents.

    The line over them that ends in a colon, or says no sentence, goes with them.
    """
    made = list(blocks)
    last = {_plainly(block.text): at for at, block in enumerate(blocks)}
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _is_line(blocks[end]) and last[_plainly(blocks[end].text)] > end:
            end += 1
        places = [last[_plainly(block.text)] for block in blocks[at:end]]
        apart = all(later > before + 1 for before, later in pairwise([end - 1, *places]))  # each has its text under it
        if end - at >= FEWEST_LINES and apart:
            over = [at - 1] if at and blocks[at - 1].kind is not Kind.ITEM and _opens_contents(blocks[at - 1]) else []
            for index in (*over, *range(at, end)):
                made[index] = _left_out(blocks[index])
        at = max(end, at + 1)
    return made


def _plainly(text: str) -> str:
    return bare(text).casefold()


def _is_line(block: Block) -> bool:
    return (
        block.kind in (Kind.PARAGRAPH, Kind.ITEM) and len(lines_of(block)) == 1 and not furniture.is_prose(block.text)
    )


def _opens_contents(block: Block) -> bool:
    return block.text.rstrip().endswith(":") or (_is_line(block) and links.opens_contents(block.text))


def _without_head(blocks: list[Block]) -> list[Block]:
    """The blocks; links over the text, and a number to ring among them, are the site's."""
    first = next((at for at, block in enumerate(blocks) if furniture.is_prose(block.text)), len(blocks))
    made = list(blocks)
    for index, block in enumerate(blocks[:first]):
        line = block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not about.facts(block.text)[0]
        if line and furniture.line_reason(block.text) == furniture.NAVIGATION:
            made[index] = _left_out(block)
    for index, block in enumerate(blocks[:first]):
        beside = [made[at].reason for at in (index - 1, index + 1) if 0 <= at < first]
        if not block.reason and re.fullmatch(data("links")["rings"], bare(block.text), re.IGNORECASE) and any(beside):
            made[index] = _left_out(block, furniture.CONTACT)
    return made

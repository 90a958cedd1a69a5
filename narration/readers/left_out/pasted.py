"""What is copied along with a web page's article: a menu line by line, a call to book, patients' praise.

In a saved page its tags tell most of it from the text; in a page that was
copied into a text file or a document only the words do.  They are in
``data/links.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.left_out import contents, menus, praise, trails
from narration.readers.lines import furniture, links
from narration.readers.sender import over_title
from narration.readers.sender.site_lines import left_out
from narration.readers.vocabulary import LOOSE_BARS, bare, data

_PANEL = re.compile(r"\s+[+＋▼▾▸⌄˅]$")


def without(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the reason set on what belongs to the site."""
    made = [_unmarked(block) for block in trails.titled(blocks)]
    made = [left_out(block, _reason(block)) if _is_sites(block) else block for block in made]
    for family in (menus, contents, praise, over_title):
        made = family.without(made)
    return made


def _unmarked(block: Block) -> Block:
    """A question or heading without the sign of a panel that opens at a click: ``What is it? +``."""
    return replace(block, text=_PANEL.sub("", block.text)) if block.kind is Kind.HEADING or block.strong else block


def _reason(block: Block) -> str:
    """A call to book with a number is a contact: it may be the only one of the page."""
    return furniture.CONTACT if furniture.is_contact(block.text) else furniture.NAVIGATION


def _is_sites(block: Block) -> bool:
    """Whether a line is a button, a mark that the site was given, a question about itself, or a strip with such.

    A heading of that kind opens a part of the site (``site_parts``).
    """
    if block.kind is Kind.HEADING:
        return False
    if furniture.is_banner(block.text) or links.is_call(block.text) or links.are_run_together(block.text):
        return True
    pieces = LOOSE_BARS.split(block.text)
    strip = len(pieces) > 1 and not furniture.is_prose(block.text) and any(map(links.is_call, pieces))
    return strip or re.fullmatch(data("links")["rated"], bare(block.text), re.IGNORECASE) is not None

"""What a form has its reader declare, line by line: ``[ ] I am not pregnant.`` under ``Please tick each box``.

Heard alone, such a line would state what nobody knows of who listens.  A
checklist of what to do (``[ ] Bring your card``) speaks to its reader and stays.
So would a paragraph over the place to sign: ``I declare that I have read this. I agree to …``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture
from narration.readers.lines.about import REFERENCE
from narration.readers.lines.colophon import is_form
from narration.readers.lines.marks import BOX
from narration.readers.vocabulary import bare, listed

FEWEST = 2
MOST_BELOW = 4
"""The place to sign stands no more blocks below what is signed."""
MOST_NAME_WORDS = 6
_STOP = re.compile(r"(?<=[.!?])\s+")
_BEGINS = re.compile(rf"(?:_{{2,}}|{BOX})\s*")


def without(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the reason set on lines to declare and the line over them, and on what the staff fill in."""
    made = list(blocks)
    at = 0
    while at < len(made):
        run = _declared(made, at) or _signed(made, at) or _for_staff(made, at)
        for index in run:
            made[index] = replace(made[index], reason=made[index].reason or REFERENCE)
        at = max(run, default=at) + 1
    return made


def _declared(blocks: Sequence[Block], at: int) -> list[int]:
    """Where a run of such lines stands from here on, the line that asks to tick them first."""
    asks = listed("colophon", "asks_to_declare").fullmatch(bare(blocks[at].text)) is not None
    first = at + 1 if asks and blocks[at].kind is not Kind.ITEM else at
    end = first
    while end < len(blocks) and _may_be_declared(blocks[end], marked=not asks):
        end += 1
    said = [_is_in_first_person(block.text) for block in blocks[first:end]]
    while said and not said[-1]:
        said.pop()  # the lines to sign on under them
    enough = len(said) >= FEWEST and sum(said) * 2 > len(said)
    return list(range(at, first + len(said))) if enough else []


def _signed(blocks: Sequence[Block], at: int) -> list[int]:
    """Where a paragraph stands that its reader signs, all of it in the first person, and the name over it.

    ``Your consent``, ``I declare that …``.
    """
    block = blocks[at]
    if block.kind is not Kind.PARAGRAPH or listed("colophon", "signed").match(block.text) is None:
        return []
    below = blocks[at + 1 : at + 1 + MOST_BELOW]
    own = all(map(_is_in_first_person, _STOP.split(block.text.strip())))
    if not own or not any(is_form(line.text) for line in below):
        return []
    over = blocks[at - 1] if at else block
    named = (
        len(over.text.split()) <= MOST_NAME_WORDS and over.text.rstrip()[-1:].isalnum() and over.kind is not Kind.ITEM
    )
    return [at - 1, at] if named and over.line < block.line else [at]


def _may_be_declared(block: Block, marked: bool) -> bool:
    """Whether a line has its box or its blank before it, or may have had one that was taken for a bullet."""
    begins = _BEGINS.match(block.text) is not None
    return block.kind in (Kind.PARAGRAPH, Kind.ITEM) and (begins or (block.kind is Kind.ITEM and not marked))


def _is_in_first_person(text: str) -> bool:
    said = _BEGINS.sub("", text, count=1)
    return listed("colophon", "declared").match(said) is not None


def _for_staff(blocks: Sequence[Block], at: int) -> list[int]:
    """Where the table or the lines stand that the staff fill in, under “For staff use”; they are no sentences."""
    if not listed("colophon", "staff_use").fullmatch(bare(blocks[at].text)):
        return []
    found, line, gap = [at], blocks[at].line, 2  # the line under a table's head
    for index, block in enumerate(blocks[at + 1 :], at + 1):
        told = furniture.is_prose(block.text) and not is_form(block.text)
        if block.kind in (Kind.HEADING, Kind.RULE) or told or block.line > line + gap:
            break
        found.append(index)
        line, gap = block.line + len(block.breaks), 1
    return found

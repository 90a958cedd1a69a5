"""A letter's beginning: “Dear …”, and the line under or over it that names its subject, which is its title.

“Re: Your appointment for a scan” is a label for the eye; what it names is what
the guide is about.  The words are in ``data/letterhead.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from narration.readers.base import Block, Kind, part_of
from narration.readers.vocabulary import bare, data

MOST_BLOCKS_ABOVE = 24
"""A salutation later than this is no beginning of a letter."""
_FULL_STOP = re.compile(r"[.?;]$")
MOST_BLOCKS_BELOW = 3
"""A subject so many blocks under the salutation is still the letter's."""


def is_salutation(text: str) -> bool:
    words = data("letterhead")
    named = text.rstrip().endswith(":") and re.fullmatch(words["addressees"], bare(text), re.IGNORECASE)
    return bool(named) or re.fullmatch(words["salutation"], bare(text), re.IGNORECASE) is not None


def is_greeting(block: Block) -> bool:
    """Whether a block is nothing but a letter's salutation, which is not said: the guide has its own welcome."""
    return block.kind is Kind.PARAGRAPH and is_salutation(block.text) and not _FULL_STOP.search(block.text)


def with_subject(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a letter's subject as the heading over its text; as they are where there is no letter."""
    apart = [piece for block in blocks[:MOST_BLOCKS_ABOVE] for piece in _apart(block)]
    apart += blocks[MOST_BLOCKS_ABOVE:]
    greeted = next((index for index, block in enumerate(apart[:MOST_BLOCKS_ABOVE]) if is_salutation(block.text)), None)
    if greeted is None:
        return list(blocks)
    for index, block in enumerate(apart[: greeted + MOST_BLOCKS_BELOW + 1]):
        if not block.reason and (subject := _subject(block.text)):
            apart[index] = Block(Kind.HEADING, subject, block.line, level=1)
            break
    return apart


def _subject(text: str) -> str:
    """What a line names after “Re:”, or after those to whom it goes (“To patients listed for a scan”)."""
    line = text.strip("*_ ")
    found = re.fullmatch(data("letterhead")["subject"], line, re.IGNORECASE)
    named = None if found else re.fullmatch(data("letterhead")["addressed_topic"], line, re.IGNORECASE)
    subject = (found["subject"] if found else (named["topic"] or named["topic2"]) if named else "").strip("*_ ")
    return subject[:1].upper() + subject[1:]


def _apart(block: Block) -> Iterator[Block]:
    """A paragraph without the lines of a letter's beginning, which come as blocks of their own."""
    while block.kind is Kind.PARAGRAPH and block.breaks:
        end = block.breaks[0]
        line = block.text[:end].strip()
        if not (is_salutation(line) or _subject(line)):
            break
        yield part_of(block, 0, end)
        block = part_of(block, end, len(block.text))
    yield block

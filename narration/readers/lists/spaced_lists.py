"""Lists of a copied page whose points have lost their bullets and have a blank line between them.

Each looks like a line that stands alone over the text below it, so the last point named a part of the page::

    Ring us if

    the wound smells

    you have a fever

    If nobody answers, go to the nearest hospital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, is_under_space
from narration.readers.lines import furniture, heading_words, senders, stages
from narration.readers.lists import copied
from narration.readers.vocabulary import listed

FEWEST = 2
FEWEST_OF_A_TIME = 3
"""So many do under “On the day”, which is no beginning of theirs."""
MOST_WORDS = 30
MOST_HEADING_WORDS = 3
"""A line of so few words over a text, or over another list, is its heading."""
_OPEN = re.compile(r"(?::|…|\.\.\.)\??\s*$")
_ENDS = re.compile(r"[.!?:…][\"'”’»)]*$")


def marked(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a plain text, the points of such lists as items."""
    end = 0
    for at, block in enumerate(blocks):
        if at < end:
            yield replace(block, kind=Kind.ITEM, depth=1)
            continue
        end = max(end, _end(blocks, at))
        # “You may notice” is no name; “Ring us if” names when to ring.
        begins = end > at and heading_words.begins_list(block.text) and not heading_words.is_stem(block.text)
        yield replace(block, text=f"{block.text.rstrip(':')}:") if begins else block


def _end(blocks: Sequence[Block], lead: int) -> int:
    """Where the points end that a line leads in to; 0 where it leads in to none."""
    text = blocks[lead].text
    asks = (
        heading_words.leads_list(text) or listed("labels", "asks_for_things").fullmatch(text.strip(" ?:")) is not None
    )
    opens = _OPEN.search(text) is not None or heading_words.begins_list(text) or asks
    if not (opens or copied.is_time(text)) or not _stands(blocks[lead]):
        return 0
    end = lead + 1
    while end < len(blocks) and _is_point(blocks, end) and not _is_after(blocks[end], blocks[lead + 1]):
        end += 1
    while end > lead + 1 and end < len(blocks) and _heads(blocks[end - 1]):
        end -= 1
    return end if end - lead - 1 >= (FEWEST if opens else FEWEST_OF_A_TIME) else 0


def _stands(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and not (block.depth or block.breaks or block.reason)


def _is_point(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line with a blank one over it has no full stop, and neither begins another list nor is the sender's."""
    block = blocks[at]
    if not _stands(block) or not is_under_space(block, blocks[at - 1]) or len(block.text.split()) > MOST_WORDS:
        return False
    if _ENDS.search(block.text) or heading_words.begins_list(block.text) or block.text.isupper():
        return False
    return not (furniture.line_reason(block.text) or senders.is_senders(block.text) or copied.is_time(block.text))


def _is_after(block: Block, first: Block) -> bool:
    """Whether a line begins a sentence of its own, where points go on in small letters: “You can ring us all day”."""
    return first.text[:1].islower() and re.match(r"[^\W\d_a-záéíóúñ][a-záéíóúñ’' ]", block.text) is not None


def _heads(block: Block) -> bool:
    """Whether the last of such lines is the heading of what comes next."""
    if block.text[:1].islower():
        return False
    named = furniture.is_contact_heading(block.text) or furniture.tells_when(block.text)
    return named or stages.wraps_by_name(block.text) or len(block.text.split()) <= MOST_HEADING_WORDS

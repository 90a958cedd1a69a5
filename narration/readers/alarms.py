"""A line in bold type or capitals that begins a sentence over the last list of a part: ``Call us the same day if:``

It stands in a box of its own on the page, so it is a part of its own: what to
do then is not the end of what stood above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narration.readers import furniture, helpline
from narration.readers.base import Block, Kind
from narration.readers.outlines import Part
from narration.readers.promote import MOST_WORDS, is_stem
from narration.readers.vocabulary import listed


def apart(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts; what stands under such a line at the end of one comes as the next."""
    for part in parts:
        at = next((at for at in range(1, len(part.blocks)) if _begins(part.blocks, at)), 0)
        if not at:
            yield part
            continue
        line = part.blocks[at]
        yield Part(part.name, part.blocks[:at], part.line)
        yield Part(line.text.rstrip(": "), part.blocks[at + 1 :], line.line)


def _begins(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is one, and nothing comes after its list but whom to ring."""
    line, under = blocks[at], blocks[at + 1 :]
    name = line.text.rstrip(": ")
    loud = line.strong or line.text.isupper()
    short = line.kind is Kind.PARAGRAPH and not line.depth and len(name.split()) <= MOST_WORDS
    if not (loud and short and is_stem(name) and listed("labels", "alarms").match(name)):
        return False
    items = next((n for n, block in enumerate(under) if block.kind is not Kind.ITEM), len(under))
    return items > 0 and all(furniture.is_contact(block.text) or helpline.tells(block.text) for block in under[items:])

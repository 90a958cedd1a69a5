"""A line in bold type or capitals that begins a sentence over the last list of a part: ``Call us the same day if:``

It stands in a box of its own on the page, so it is a part of its own: what to
do then is not the end of what stood above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narration.readers import furniture, helpline
from narration.readers.base import Block, Kind
from narration.readers.outlines import Part
from narration.readers.promote import MOST_WORDS, is_stem, name_of, stands_alone
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
        yield Part(name_of(line.text), part.blocks[at + 1 :], line.line)


def stands_apart(blocks: Sequence[Block], at: int) -> bool:
    """Whether such a line, in any type, stands apart over a list, and then a heading's line, or nothing, comes."""
    line, above = blocks[at], blocks[at - 1] if at else None
    apart = above is not None and line.line > above.line + len(above.breaks) + 1
    if not (apart and line.text.rstrip().endswith(":") and _tells(line)):
        return False
    under = blocks[at + 1 + _items(blocks[at + 1 :]) :]
    return len(under) < len(blocks) - at - 1 and (not under or stands_alone(under[0]) or _rings(under[0]))


def _begins(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is one, and nothing comes after its list but whom to ring."""
    line, under = blocks[at], blocks[at + 1 :]
    items = _items(under)
    return (line.strong or line.text.isupper()) and _tells(line) and items > 0 and all(map(_rings, under[items:]))


def _tells(line: Block) -> bool:
    name = name_of(line.text)
    short = line.kind is Kind.PARAGRAPH and not line.depth and len(name.split()) <= MOST_WORDS
    return short and is_stem(name) and listed("labels", "alarms").match(name) is not None


def _items(blocks: Sequence[Block]) -> int:
    """How many items of a list the blocks begin with."""
    return next((at for at, block in enumerate(blocks) if block.kind is not Kind.ITEM), len(blocks))


def _rings(block: Block) -> bool:
    return furniture.is_contact(block.text) or helpline.tells(block.text)

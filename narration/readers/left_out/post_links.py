"""The links to the posts before and after this one: “Previous Post” over “Why do knees crack?”, “Next: Dry eye”.

“Next: the needle” over a text is a part of the procedure, and “Next: rest for an hour” below it an order, so a mere
“Next: …” is a link only beside “Previous: …”, or as a title (“Dry Eye: Myths and Facts”) below all text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, lines_of
from narration.readers.lines import furniture
from narration.readers.vocabulary import bare, listed

FEWEST_CAPITALS = 2
"""So many words of a title begin so, besides its first: “Dry Eye: Myths and Facts”."""


def without(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the reason set on such links."""
    ends = max((at for at, block in enumerate(blocks) if _is_text(block)), default=-1)
    links = [_is_link(block.text) for block in blocks]
    for at, block in enumerate(blocks):
        near = (at and links[at - 1]) or any(links[at + 1 : at + 2])
        pair = links[at] and (near or len(lines_of(block)) > 1 or (at > ends and _is_title(block.text)))
        if not block.reason and (pair or (at and _is_named(blocks[at - 1], block))):
            yield replace(block, reason=furniture.NAVIGATION)
        else:
            yield block


def _is_text(block: Block) -> bool:
    """Whether a block is told: a sentence that is not the site's, and asks nothing, as the title of a post may."""
    told = block.kind is not Kind.RULE and not block.reason and not _is_link(block.text)
    prose = block.kind is Kind.ITEM or (furniture.is_prose(block.text) and not block.text.endswith("?"))
    return told and prose and not furniture.line_reason(block.text)


def _is_title(text: str) -> bool:
    """Whether what stands after the colon asks, or is written as a title is, with several capitals."""
    _, *words = text.partition(":")[2].split()
    return text.endswith("?") or sum(word[:1].isupper() for word in words) >= FEWEST_CAPITALS


def _is_link(text: str) -> bool:
    return listed("furniture", "post_links").fullmatch(bare(text)) is not None and not text.rstrip().endswith(".")


def _is_named(over: Block, under: Block) -> bool:
    """Whether a line is the title of the post right over which “Next post” stands."""
    short = len(under.text.split()) <= furniture.MOST_LINE_WORDS and len(lines_of(under)) == 1
    said = under.kind is Kind.PARAGRAPH and short and not under.text.rstrip().endswith((".", ":"))
    beside = under.line <= over.line + 1 + len(over.breaks)
    return said and beside and listed("furniture", "post_heads").fullmatch(bare(over.text)) is not None

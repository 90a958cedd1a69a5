"""The number of a step on a line of its own, over the step's name or before its text: “STEP 1” over “The interview”.

As a heading by itself it would be the last line of the part before, or a part
without a name.  A bare number before each of several paragraphs (“1 Check-in. …”,
“2 The scan. …”) is one of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture
from narration.readers.lines.promote import is_numbered, name_of, stands_alone, step_of
from narration.readers.vocabulary import listed

FEWEST_STEPS = 3
_BARE = re.compile(r"(?P<number>\d{1,2})\s+(?=[¿¡]?[^\W\d_a-z][^\W\d_]*\s?[^\W_])")


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; such a number and the name under it are one heading (“STEP 1: The interview”)."""
    return list(_with_names(list(_listed(blocks))))


def _with_names(blocks: Sequence[Block]) -> Iterator[Block]:
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if at + 1 < len(blocks) and _is_label(block) and _names(blocks, at):
            name = blocks[at + 1]
            level = min(filter(None, (block.level, name.level)), default=0)
            yield replace(name, text=f"{block.text.strip(' .:–—-')}: {name.text}", line=block.line, level=level, lead=0)
            at += 2
            continue
        yield block
        at += 1


def _is_label(block: Block) -> bool:
    """Whether a heading, or a line that stands alone, is a step's number and nothing more: ``PASO 1``."""
    alone = block.kind is Kind.HEADING or stands_alone(block)
    return alone and is_numbered(block.text) and step_of(block.text) == name_of(block.text)


def _names(blocks: Sequence[Block], at: int) -> bool:
    """Whether what stands under a number is its name: the only heading in it, or a line over a text."""
    label, name, *under = blocks[at : at + 3]
    if is_numbered(name.text) or not re.search(r"[^\W\d_]", name.text):
        return False
    if name.kind is Kind.HEADING:
        return name.level <= label.level or label.kind is not Kind.HEADING or _is_alone(blocks, at)
    told = bool(under) and (under[0].kind is Kind.ITEM or furniture.is_prose(under[0].text))
    return label.kind is not Kind.HEADING and stands_alone(name) and told and not is_numbered(under[0].text)


def _is_alone(blocks: Sequence[Block], at: int) -> bool:
    """Whether the heading right under one is the only heading inside it."""
    level = blocks[at].level
    inside = 0
    for block in blocks[at + 1 :]:
        if block.kind is Kind.HEADING and block.level <= level:
            break
        inside += block.kind is Kind.HEADING
    return inside == 1


def _listed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; paragraphs that bare numbers count from 1 on, nothing between them, are a numbered list."""
    at = 0
    while at < len(blocks):
        run = _run(blocks, at)
        for block in blocks[at : at + run]:
            match = _BARE.match(block.text)
            yield _item(block, match) if match else block
        yield from blocks[at : at + 1] if not run else ()
        at += max(run, 1)


def _run(blocks: Sequence[Block], at: int) -> int:
    """How many blocks from one on are such paragraphs; 0 for too few."""
    run = 0
    for block in blocks[at:]:
        match = _BARE.match(block.text) if block.kind is Kind.PARAGRAPH and not block.depth and not block.lead else None
        told = match is not None and furniture.is_prose(block.text) and not furniture.is_contact(block.text)
        if match is None or not told or match["number"] != str(run + 1) or _counts(block, match):
            break
        run += 1
    return run if run >= FEWEST_STEPS else 0


def _counts(block: Block, number: re.Match[str]) -> bool:
    """Whether a number counts what stands behind it: “2 Hours before: …”."""
    return listed("labels", "counted").match(block.text[number.end() :]) is not None


def _item(block: Block, number: re.Match[str]) -> Block:
    at = number.end()
    breaks = tuple(edge - at for edge in block.breaks if edge > at)
    return replace(block, kind=Kind.ITEM, marker=number["number"], text=block.text[at:], breaks=breaks, depth=1)

"""A table that is written with dots: ``less than 5 ........ normal`` → an item ``less than 5: normal``.

Believed only where a line has words on both sides of its dots, several such
lines stand together, and what is on the right is no mere page number.  Dots before
a point (``Call us if … / … it bleeds``) only show that it goes on, and are not said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from narration.readers.base import Block, Kind, part_of

FEWEST_ROWS = 2
_LEFT = r"(?P<left>[^\s.:_](?:(?:[^:_]|(?<=\d):(?=\d))*?[^\s.:_])?)"
_ROW = re.compile(rf"{_LEFT}\s*(?:\.{{4,}}|…{{2,}}|(?:\. ){{3,}}\.?)\s*(?P<right>[^\s._][^_]*)")
_GOES_ON = re.compile(r"(?:…|\.{3})\s*(?=[^\s.…])")


def spelled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; lines of dots come as items, each with a colon between its sides."""
    made: list[Block] = []
    for _, run in groupby(((_rows(block), block) for block in map(_begun, blocks)), key=lambda pair: bool(pair[0])):
        pairs = list(run)
        rows = [row for found, _ in pairs for row in found]
        table = len(rows) >= FEWEST_ROWS and not all(row.text.rpartition(": ")[2].isdigit() for row in rows)
        made += rows if table else [block for _, block in pairs]
    return made


def _begun(block: Block) -> Block:
    """The block without the dots that it begins with."""
    dots = None if block.kind is Kind.HEADING or block.reason else _GOES_ON.match(block.text)
    return part_of(block, dots.end(), len(block.text)) if dots else block


def _rows(block: Block) -> list[Block]:
    """The rows of a block that is nothing else."""
    if block.kind is not Kind.PARAGRAPH or block.reason:
        return []
    edges = [0, *block.breaks, len(block.text)]
    found = [_ROW.fullmatch(block.text[a:b].strip()) for a, b in pairwise(edges)]
    return [
        replace(
            block,
            kind=Kind.ITEM,
            text=f"{match['left']}: {match['right'].strip(' .')}",
            line=block.line + at,
            breaks=(),
            depth=1,
            lead=0,
        )
        for at, match in enumerate(found)
        if match and all(found)
    ]

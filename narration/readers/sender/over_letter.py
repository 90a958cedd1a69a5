"""What the lines over a letter tell its reader to bring, beside the number of a form: it is said, right under “Dear …”.

All else over “Dear …” is the sender's, and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, part_of
from narration.readers.vocabulary import listed


def with_orders(blocks: Sequence[Block], letter: int) -> list[Block]:
    """The blocks of a letter whose “Dear …” is at ``letter``: “Form 6   Please bring both parts” is told under it."""
    above: list[Block] = []
    orders: list[str] = []
    for block in blocks[:letter]:
        found = listed("letterhead", "ordered_over_letter").search(block.text)
        if found is None or not block.reason or block.kind is not Kind.PARAGRAPH or block.breaks:
            above.append(block)
            continue
        fact = part_of(block, 0, found.start())
        above += [fact] if re.search(r"\w", fact.text) else []
        orders.append(f"{block.text[found.start() :].strip().rstrip('.')}. ")
    return [*above, blocks[letter], *_begun_with("".join(orders), blocks[letter + 1 :])]


def _begun_with(told: str, blocks: Sequence[Block]) -> list[Block]:
    """The text of a letter, which begins with what is told: by itself it would be a part where the letter has none."""
    if not told or not blocks or blocks[0].kind is not Kind.PARAGRAPH or blocks[0].reason:
        return [*([Block(Kind.PARAGRAPH, told.strip())] if told else []), *blocks]
    first = blocks[0]
    breaks = tuple(at + len(told) for at in first.breaks)
    return [replace(first, text=f"{told}{first.text}", breaks=breaks, lead=0), *blocks[1:]]

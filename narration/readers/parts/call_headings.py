"""A heading that says whom to ring, over the signs for it, as words that the signs can go on from.

“Call the ward: 01632 …” is “Call the ward on 01632 …”, and “Llamar a la unidad” is “Cuándo llamar a la unidad”: after
a colon, or as a mere infinitive, it would be heard as a heading of its own, and its signs as facts.  The words are in
``data/labels.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.vocabulary import data

FEWEST_SIGNS = 2


def said(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such headings in words."""
    return [_said(block) if _is_over_list(blocks, at) else block for at, block in enumerate(blocks)]


def _said(block: Block) -> Block:
    text = block.text
    for at, words in data("labels")["call_headings"].items():
        text = re.sub(at, words, text, count=1)
    return replace(block, text=text) if text != block.text else block


def _is_over_list(blocks: Sequence[Block], at: int) -> bool:
    under = blocks[at + 1 : at + 1 + FEWEST_SIGNS]
    alone = blocks[at].kind in (Kind.HEADING, Kind.PARAGRAPH) and not blocks[at].breaks
    return alone and len(under) == FEWEST_SIGNS and all(block.kind is Kind.ITEM for block in under)

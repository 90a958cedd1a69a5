"""What stands under a picture and tells what happens to the patient: said, and the rest of it left out.

“Before you go to sleep, you breathe oxygen for a few minutes. Photo: Archive”: the text may say it nowhere else.  Only
a whole sentence that begins with when something happens is one; “A nurse beside a scanner” is what the eye sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers.base import Block, part_of
from narration.readers.lines import furniture
from narration.readers.vocabulary import listed

_STOP = re.compile(r"(?<=[^\W\d_]{2}[.!?])\s+(?=[¿¡]?[^\W\d_a-z])")


def told(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; such a sentence of a caption is a block of its own, which is said."""
    for block in blocks:
        yield from _pieces(block) if block.reason == furniture.CAPTION else (block,)


def _pieces(caption: Block) -> Iterator[Block]:
    """The caption in one; or its sentences, of which those that tell are said."""
    edges = [0, *(stop.end() for stop in _STOP.finditer(caption.text)), len(caption.text)]
    tells = listed("furniture", "told_captions")
    pieces = [(a, b, tells.fullmatch(caption.text[a:b].strip())) for a, b in pairwise(edges)]
    if not any(tell for *_, tell in pieces):
        yield caption
        return
    for a, b, tell in pieces:
        piece = part_of(caption, a, b)
        yield replace(piece, reason="") if tell else piece

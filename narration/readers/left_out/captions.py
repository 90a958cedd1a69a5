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
        edges = [0, *(stop.end() for stop in _STOP.finditer(block.text)), len(block.text)]
        places = [
            (a, b, listed("furniture", "told_captions").fullmatch(block.text[a:b].strip())) for a, b in pairwise(edges)
        ]
        if block.reason != furniture.CAPTION or not any(told for *_, told in places):
            yield block
            continue
        for a, b, told in places:
            piece = part_of(block, a, b)
            yield replace(piece, reason="") if told else piece

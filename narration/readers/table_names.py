"""The name of a table: a line right over its rows, which is no beginning of what they say.

“Your ear drops”, over “Ofloxacin: 2 times a day”, would go on in each row if
nothing ended it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from narration.readers import furniture
from narration.readers.base import Block, Kind
from narration.readers.promote import LEVEL, begins_clause, is_stem, stands_alone
from narration.readers.vocabulary import listed


def closed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a part; a line that stands alone over the rows of a table is a heading inside it."""
    made = list(blocks)
    for at, block in enumerate(blocks[:-1]):
        if blocks[at + 1].row and _names(block) and not (at and blocks[at - 1].row):
            made[at] = replace(block, text=f"{block.text.rstrip()}.", level=LEVEL)
    return made


def _names(block: Block) -> bool:
    name = stands_alone(block) and not block.breaks and block.kind is Kind.PARAGRAPH
    name = name and not furniture.is_contact(block.text)  # a first row that no table has: “Ward 4    01632 960 444”
    begins = is_stem(block.text) or begins_clause(block.text) or listed("labels", "table_stems").fullmatch(block.text)
    return name and block.text[-1:].isalnum() and not begins

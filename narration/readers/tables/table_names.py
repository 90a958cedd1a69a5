"""The name of a table: a line right over its rows, which is no beginning of what they say.

“Your ear drops”, over “Ofloxacin: 2 times a day”, would go on in each row if
nothing ended it.  Its number, “Table A –”, only an eye needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, changed
from narration.readers.lines import furniture
from narration.readers.lines.about import REFERENCE
from narration.readers.lines.heading_words import begins_clause, is_stem
from narration.readers.lines.promote import LEVEL, stands_alone
from narration.readers.vocabulary import data, listed

LINES_BELOW = 2
"""Right under a name over a table stand the words over its columns, and then the first row."""


def without_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a name right over a table without its number: “TABLE 2: Fasting times” → “Fasting times”.

    A number without a name is left out.
    """
    for at, block in enumerate(blocks):
        over = not block.reason and not block.row and any(below.row for below in blocks[at + 1 : at + 1 + LINES_BELOW])
        number = re.match("|".join(data("table_marks")["numbers"]), block.text, re.IGNORECASE) if over else None
        if number is None:
            yield block
        elif number.end() == len(block.text):
            yield replace(block, reason=REFERENCE)
        else:
            first = block.text[number.end()].upper()
            yield changed(block, [(0, number.end() + 1, first)])


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

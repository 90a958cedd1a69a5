"""Marks in the cells of a table as words: “Make-up: ✔” → “Make-up: yes”, “Restart: N/A” → “Restart: not applicable”.

Only an eye reads a tick or a cross; in a row nothing else says whether the thing is allowed.
The words are in ``data/table_marks.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from narration.language_tags import primary
from narration.readers.base import Block, Change, changed
from narration.readers.vocabulary import data


def spelled(blocks: Sequence[Block], language: str) -> Iterator[Block]:
    """The blocks, each mark that is a whole cell of a row as its word."""
    words = data("table_marks")["words"].get(primary(language), {})
    for block in blocks:
        yield changed(block, _marks(block.text, words)) if block.row and not block.reason and words else block


def _marks(text: str, words: dict[str, str]) -> list[Change]:
    found: list[Change] = []
    for mark, word in words.items():
        if match := re.match(rf"(?:{mark})(?=[:,] )", text):  # over a column of its own: “❌: fried fish”
            found.append((0, match.end(), f"{word[:1].upper()}{word[1:]}"))
        for match in re.finditer(rf"(?<=[:;,.] )(?:{mark})(?=\s*(?:$|[.;,:(]))", text):
            begins = text[: match.start()].endswith(". ")  # “Bread: ✔: white. ✘: brown”, of marks over columns
            found.append((match.start(), match.end(), f"{word[:1].upper()}{word[1:]}" if begins else word))
    return sorted(found)

"""From a PDF's lines to its paragraphs: which line goes on with the one above it.

Within a paragraph, lines follow each other at one distance and at one left
edge, and each was broken because it was full.  What does not go on ends, so the
text that comes out has an empty line after each heading, paragraph and item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from narration.readers.base import Block, squeeze
from narration.readers.formats import plain
from narration.readers.formats.pdf.edges import Edges
from narration.readers.formats.pdf.lines import BULLET, Line
from narration.readers.formats.pdf.spacing import SET_IN, Leading, is_parted
from narration.readers.text import hyphens

NEARLY_FULL = 0.96
"""Widths are only about right: from so much of the column a line counts as full."""
RATHER_FULL = 0.75
"""Enough for a line that ends no sentence, or goes on in small letters."""
SHORT = 0.4
DEEPER, DEEPEST = 4.0, 60.0
"""Points by which an inner list is set in from the outer one; what stands further right is another column."""
_ITEM = re.compile(rf"{BULLET}\s|\(?\d{{1,2}}[.)]\s|\(?[a-z]\)\s")
_WRAP = re.compile(r"\n")
_AFTER_SIGN = re.compile(r"(?<=\w)([–—/])\n(?=\w)")
"""“Mon–Fri” is broken after its dash, and has no space there."""
_HYPHENS = ("-", "‐", "\u00ad")
_ENDED = (".", "!", "?", ":")


class Flow:
    """Takes a document's lines, headings and rows in reading order; ``blocks`` is what they say."""

    def __init__(self, leading: Leading, edges: Edges) -> None:
        self._leading, self._edges = leading, edges
        self._written: list[str] = []
        self._rows: dict[int, Block] = {}
        self._group: list[Line] = []
        self._items: list[Line] = []
        self._turned = False

    def blocks(self, full: int) -> Iterator[Block]:
        """Paragraphs, items and headings, with words whole that were broken over two lines; rows as they were put.

        ``full`` is the length from which a line of the page counts as full, in characters.
        """
        whole = hyphens.mended("\n\n".join(self._written)).split("\n\n")
        text = [_WRAP.sub(" ", _AFTER_SIGN.sub(r"\1", one)) for one in whole]
        at = 0
        for end in [*self._rows, len(text)]:
            for block in plain.blocks("\n\n".join(text[at:end]), full):
                yield replace(block, line=block.line + 2 * at)
            if end in self._rows:
                yield replace(self._rows[end], text=squeeze(text[end]), line=2 * end + 1)
            at = end + 1

    def add(self, line: Line) -> None:
        """A line of text: the paragraph goes on, or the next begins."""
        words = line.text.strip()
        if not words:
            self._group = []
            return
        if self._group and self._goes_on(line, words):
            self._written[-1] += f"\n{words}"
            self._group.append(line)
        else:
            self._written.append(f"{self._margin(line, words)}{words}")
            self._group = [line]
        self._turned = False

    def put(self, heading: str) -> None:
        """A heading, as plain text marks it."""
        self._written.append(heading)
        self._group, self._items = [], []

    def put_row(self, row: Block) -> None:
        """A row of a table, which is a block already."""
        self._rows[len(self._written)] = row
        self.put(row.text)

    def turn(self) -> None:
        """The page is at its end; a sentence may go on overleaf."""
        self._turned = True

    def _margin(self, line: Line, words: str) -> str:
        """The white space that shows how deep an item stands in the lists around it; none before other lines."""
        if not _ITEM.match(words):
            self._items = []
            return ""
        while self._items and not self._is_in(line, self._items[-1]):
            self._items.pop()
        self._items.append(line)
        return "  " * (len(self._items) - 1)

    def _is_in(self, line: Line, outer: Line) -> bool:
        """Whether an item is of a list inside an item: below it, further right, and marked in the same way."""
        deeper = DEEPER < line.x - outer.x < DEEPEST and line.hanging == outer.hanging
        return deeper and (line.y < outer.y or self._turned)

    def _goes_on(self, line: Line, words: str) -> bool:
        above = self._group[-1]
        if line.size != above.size or _ITEM.match(words):
            return False
        if self._turned or line.y > above.y:  # overleaf, or at the top of the next column
            return self._is_full(above, words) and not above.text.rstrip().endswith(_ENDED)
        if is_parted(above, line, self._leading) or not self._stands_under(line, words):
            return False
        before = above.text.rstrip()
        if before.endswith(_HYPHENS):
            return True
        full = self._is_full(above, words)
        if full and before.endswith(":"):
            return True
        if full and before.endswith(_ENDED) and self._is_short(line, words):
            return False
        return full and plain.goes_on(before, words, 1, len(self._group) == 1)

    def _stands_under(self, line: Line, words: str) -> bool:
        """Whether a line has its paragraph's left edge, or its item's words'; the first line may be set in."""
        first, above = self._group[0], self._group[-1]
        if _ITEM.match(first.text) and above is first and not first.hanging:
            return line.x > first.x - SET_IN
        first_set_in = above is first and line.x < first.x and not _ITEM.match(first.text)
        return abs(line.x - above.x) <= SET_IN or first_set_in or words[:1].islower()

    def _is_full(self, above: Line, words: str) -> bool:
        """Whether the next word had no room in the line above."""
        reached = self._edges.share(above, words.split()[0])
        ended = above.text.rstrip().endswith(_ENDED) and not words[:1].islower()
        return reached >= (NEARLY_FULL if ended else RATHER_FULL)

    def _is_short(self, line: Line, words: str) -> bool:
        """Whether a line may be a heading that stands close under a paragraph."""
        return words[-1:].isalnum() and self._edges.share(line) < SHORT

"""Lists and tables that plain text shows by nothing but its lines: a box to tick, columns, short lines under a heading.

The blank line and the white space are all that such a page has: lines that stand
together under “What to bring” are a list of things to bring, and two columns
held apart by spaces are a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from narration.readers import about, furniture, tables
from narration.readers.base import Block, Kind
from narration.readers.vocabulary import listed

FEWEST_ROWS = 2
FEWEST_LINES = 3
MOST_KEY_WORDS = 6
MOST_LINE_WORDS = 16
SLACK = 2
"""How many characters a column may begin before or after the one over it."""
BOX = r"(?:\[[ xX_✓✔]*\]|\([ _]*\)|[☐☑☒❏❑○◻])"
"""A box that is ticked on paper."""
_GAP = re.compile(r"(?<=\S)(?: {3,}|\s*\t\s*|\s+\|\s+)(?=\S)")
_ENDED = re.compile(r"[.!?;:…][\"'”’»)]*$")


def tables_in(lines: Sequence[str]) -> Mapping[int, tuple[int, list[Block]]]:
    """Where a table begins, counted from 0: where it ends, and its rows as items of a list."""
    found: dict[int, tuple[int, list[Block]]] = {}
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_row(lines[end], lines[at]):
            end += 1
        if end - at >= (FEWEST_LINES if "|" in lines[at] else FEWEST_ROWS):
            cells = [(_cells(line), False, at + row + 1) for row, line in enumerate(lines[at:end])]
            rows = [replace(row, kind=row.kind if row.reason else Kind.ITEM) for row in tables.rows(cells)]
            found[at] = (end, rows)
        at = max(end, at + 1)
    return found


def _cells(line: str) -> list[str]:
    return [" ".join(cell.split()) for cell in _GAP.split(line.strip())]


def _is_row(line: str, first: str) -> bool:
    """Whether a line has columns, under those of the first."""
    gaps = [match.end() for match in _GAP.finditer(line)]
    over = [match.end() for match in _GAP.finditer(first)]
    if not gaps or len(gaps) != len(over) or re.match(rf"\s*(?:[-*•]|{BOX}|\d{{1,2}}[.)])\s", line):
        return False
    marked = "\t" in line or ("|" in line and "|" in first)
    aligned = marked or all(abs(a - b) <= SLACK for a, b in zip(gaps, over, strict=True))
    key = _cells(line)[0]
    return aligned and len(key.split()) <= MOST_KEY_WORDS and not key.endswith(":") and not _is_of_the_sender(line)


def _is_of_the_sender(line: str) -> bool:
    """Whether a line is an address, a number or a date of the page itself."""
    text = " ".join(line.split())
    return (
        furniture.is_contact(text)
        or bool(about.facts(text)[0])
        or listed("letterhead", "bodies").match(text) is not None
    )


def with_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; short lines that stand together under a heading, or after a colon, come as items of a list."""
    at, told = 0, False
    ends = _ends_of_lines(blocks)
    while at < len(blocks):
        end = ends[at]
        if told and at and end - at >= FEWEST_LINES and _leads(blocks, at):
            yield from (replace(block, kind=Kind.ITEM, depth=1) for block in blocks[at:end])
            at = end
            continue
        told = told or furniture.is_prose(blocks[at].text)
        yield blocks[at]
        at += 1


def _ends_of_lines(blocks: Sequence[Block]) -> list[int]:
    """For each place, where lines without a full stop end that follow each other with no blank line between."""
    ends = list(range(len(blocks)))
    for at in reversed(range(len(blocks))):
        if _is_plain_line(blocks[at]):
            goes_on = at + 1 < len(blocks) and ends[at + 1] > at + 1 and blocks[at].line + 1 == blocks[at + 1].line
            ends[at] = ends[at + 1] if goes_on else at + 1
    return ends


def _is_plain_line(block: Block) -> bool:
    text = block.text
    if block.kind is not Kind.PARAGRAPH or block.depth or block.breaks or block.strong or _ENDED.search(text):
        return False
    if re.match(r"[^:]{1,40}:\s", text) or text.isupper() or len(text.split()) > MOST_LINE_WORDS:
        return False
    return not (furniture.line_reason(text) or _is_of_the_sender(text))


def _leads(blocks: Sequence[Block], at: int) -> bool:
    """Whether what stands over the lines is set off from them by a blank line and names what they are."""
    over = blocks[at - 1]
    if over.kind is Kind.HEADING or over.text.endswith((":", "?")):
        return not over.reason
    alone = over.kind is Kind.PARAGRAPH and not over.breaks and not re.search(r"[.!;,…]$", over.text)
    apart = over.line + 1 < blocks[at].line
    before = blocks[at - 2] if at > 1 else None
    return alone and apart and (before is None or before.line + len(before.breaks) + 1 < over.line)

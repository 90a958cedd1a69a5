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

from narration.readers.base import Block, Kind, lines_of, part_of
from narration.readers.lines import helpline
from narration.readers.lines.about import REFERENCE

FEWEST_ROWS = 2
_LEFT = r"(?P<left>[^\s.:_](?:(?:[^:_]|(?<=\d):(?=\d))*?[^\s.:_])?)"
_ROW = re.compile(rf"{_LEFT}\s*(?:\.{{4,}}|…{{2,}}|(?:\. ){{3,}}\.?)\s*(?P<right>[^\s._][^_]*)")
_LOOSE_ROW = re.compile(rf"{_LEFT}\s*(?:\.{{3,}}|…+|(?:\. ){{3,}}\.?)\s*(?P<right>[^\s._][^_]*)")
"""Among such rows, one whose left side is so long that its dots are few."""
_TO_WRITE = re.compile(r"\.{4,}$|…{2,}$")
"""Dots at the end of a line are a place to write: “Signature ........ Date ........”."""
_DOTTED = re.compile(r"(?P<left>\s*[^\W_].*?[^\s.:_])\s*(?:\.{4,}|…{2,}|(?:\. ){3,}\.?)\s*(?P<right>[^\s._][^_]*)")
_COLUMN = re.compile(r"(?<=[^\s.,;:])(?: {3,}|\s*\t\s*)(?=[^\s.])")
_SPACES = re.compile(r"(?<=[^\s.:]) {2,}(?=[^\s.])")
SLACK = 1
"""The right side of a row may begin so many characters before or after those of its neighbours."""
_FEW_DOTS = re.compile(r"(?:(?<=[^\W_]|[)”\"%]) ?\.{1,3}|(?<=[^\W\d_]|[)”\"])) +(?=[^\s.])")
MOST_BETWEEN = 2
"""So many blocks without dots may part a row from the others."""
PLACE = 4
"""A number to ring that begins so many characters before the column of the others shows that there was no room."""
_NOTHING = re.compile(r"[-–—−]+")
_GOES_ON = re.compile(r"(?:…|\.{3})\s*(?=[^\s.…])")


def filled(text: str) -> str:
    """A plain text; a row that has spaces for its dots gets some, and a comma stands before another column.

    So the number does not run into the hours beside it: “Helpline ..... 01632 960 400    24 hours”; and a name that
    left little room for dots, or none, is a row as those over and under it are: its right side begins where theirs do.
    """
    lines = text.split("\n")
    columns = {at: match.start("right") for at, line in enumerate(lines) if (match := _DOTTED.fullmatch(line.rstrip()))}
    dotted = frozenset(columns)
    for at in dotted:
        if not _TO_WRITE.search(lines[at].rstrip()):
            lines[at] = lines[at][: columns[at]] + _COLUMN.sub(", ", lines[at].rstrip()[columns[at] :])
    for step, places in ((-1, range(1, len(lines))), (1, range(len(lines) - 2, -1, -1))):
        for at in places:
            if at not in columns and at + step in columns:
                between = {at - 1, at + 1} <= dotted
                made = _with_dots(lines[at], columns[at + step], between=between)
                columns |= {at: columns[at + step]} if made != lines[at] else {}
                lines[at] = made
    return "\n".join(lines)


def _with_dots(line: str, column: int, *, between: bool) -> str:
    """A line over or under such rows with dots, where what its right side is begins in their column.

    A mere space or dot parts it from a name that fills its place, or is too long for it, where that is a number to
    ring; or any number ``between`` two rows.
    """
    for gap in _SPACES.finditer(line.rstrip()):
        if abs(gap.end() - column) <= SLACK or gap.start() > column - SLACK:  # the name is too long for its column
            return f"{line[: gap.start()]} .... {_COLUMN.sub(', ', line[gap.end() :].rstrip())}"
    for gap in _FEW_DOTS.finditer(line.rstrip()):
        if gap.end() < column - PLACE:
            continue
        right, dots = line[gap.end() :].rstrip(), gap[0].strip()
        fits = abs(gap.end() - column) <= SLACK
        ringed = right[0] in "+(0123456789" and helpline.has_number(right)
        if ringed or (fits and (gap[0].startswith(" .") or len(dots) > 1 or (between and right[0].isdigit()))):
            return f"{line[: gap.start()]} .... {_COLUMN.sub(', ', right)}"
    return line


def spelled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; lines of dots come as items, each with a colon between its sides."""
    made: list[Block] = []
    last = -MOST_BETWEEN
    for dotted, run in groupby(map(_begun, blocks), key=_has_dots):
        known = list(run)
        rows = [row for block in known for row in _rows(block)] if dotted else []
        told = [row.text.rpartition(": ")[2] for row in rows if row.row]
        # One row is enough near others.
        fewest = FEWEST_ROWS if len(made) - last > MOST_BETWEEN else 1
        table = sum(map(_sure, known)) >= fewest and not all(map(str.isdigit, told))
        made += rows if table else known
        last = len(made) if table else last
    return made


def _has_dots(block: Block) -> bool:
    """Whether a block may have rows: a line of it is one, or all are that their few dots leave open."""
    plain = block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not block.reason
    return plain and (_sure(block) > 0 or all(_row(line, _LOOSE_ROW) for line in lines_of(block)))


def _sure(block: Block) -> int:
    return sum(_row(line, _ROW) is not None for line in lines_of(block))


def _begun(block: Block) -> Block:
    """The block without the dots that it begins with."""
    dots = None if block.kind is Kind.HEADING or block.reason else _GOES_ON.match(block.text)
    return part_of(block, dots.end(), len(block.text)) if dots else block


def _rows(block: Block) -> list[Block]:
    """The rows of a block; what stands over or under them stays, and a row may go on in the line below."""
    edges = [0, *block.breaks, len(block.text)]
    made: list[Block] = []
    for at, (start, end) in enumerate(pairwise(edges)):
        line = block.text[start:end].strip()
        if match := _row(line, _LOOSE_ROW):
            made.append(_item(block, match, at))
        elif made and made[-1].row and line[:1].islower():
            made[-1] = replace(made[-1], text=f"{made[-1].text} {line}")
        else:
            made.append(part_of(block, start, end))
    return made


def _row(line: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    match = pattern.fullmatch(line)
    return None if match and _TO_WRITE.search(match["right"]) else match


def _item(block: Block, match: re.Match[str], at: int) -> Block:
    text = f"{match['left']}: {match['right'].strip(' .')}"
    if _NOTHING.fullmatch(match["right"].strip(" .")):  # “Sundays ...... –”: an empty cell
        return replace(block, kind=Kind.PARAGRAPH, text=text, line=block.line + at, breaks=(), lead=0, reason=REFERENCE)
    return replace(block, kind=Kind.ITEM, text=text, line=block.line + at, breaks=(), depth=1, lead=0, row=True)

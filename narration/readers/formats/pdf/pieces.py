"""The pieces of a PDF's lines that may be cells of a table: what stands apart, or begins where others do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from narration.readers.formats.pdf.lines import Line, Run
from narration.readers.formats.pdf.widths import width

FEWEST = 2
"""Rows, and columns."""
SAME = 2.0
"""Points that two pieces may be apart and stand at the same place."""
SURELY = 0.5
"""The same for pieces that only their place shows to be cells: in a sentence they may be less than ``SAME`` apart."""
GAP = 0.4
"""A gap in a line may part two cells from so many times the type's size: more than a space."""
FONT_GAP = 2.0
"""The same where the font changes, as it does in the middle of a sentence."""
OFF = 0.025
"""A piece may be wider than its letters are together by so much."""
NEAR = 2
"""So many lines up and down may show where a line's columns are."""


def apart(page: Sequence[Line]) -> list[list[Run]]:
    """Each line's pieces: as they stand apart, as the lines beside it have them, and as a heading over columns has."""
    known = [_pieces(line, ()) for line in page]
    for index, line in enumerate(page):
        near = [at for at in range(max(0, index - NEAR), min(len(page), index + NEAR + 1)) if at != index]
        beside = [x for at in near for x in _shared(line, page[at])]
        beside += [one.x for runs in known[max(0, index - 1) : index + 2] if len(runs) > 1 for one in runs]
        if len(known[index]) < len(line.runs) and beside:
            known[index] = _pieces(line, beside)
    for index, line in enumerate(page[:-1]):
        if line.bold and len(known[index]) < len(line.runs) and _heads(line, known[index + 1]):
            known[index] = _pieces(line, [run.x for run in line.runs])
    return known


def _pieces(line: Line, columns: Sequence[float]) -> list[Run]:
    """A line's pieces that stand apart, as cells side by side do, are lower, or begin where a column does."""
    found: list[Run] = []
    reached, font = 0.0, ""
    for run in line.runs:
        gap = GAP if run.font == font else FONT_GAP
        off = OFF * (reached - found[-1].x) if found else 0.0
        close = bool(found) and run.x - reached < gap * line.size + off and run.x > found[-1].x + SAME
        in_column = any(abs(run.x - x) <= SAME for x in columns)
        if close and not in_column and abs(run.y - found[-1].y) <= SAME:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {run.text}", reach=_end(run, line.size))
        else:
            found.append(replace(run, reach=_end(run, line.size)))
        reached, font = _end(run, line.size), run.font
    return found


def _end(run: Run, size: float) -> float:
    return run.x + width(run.text, size, run.face)


def _shared(line: Line, other: Line) -> list[float]:
    """Where pieces of both lines begin, if that is so at two places: by chance it is at one."""
    found = [run.x for run in line.runs if any(abs(run.x - one.x) <= SURELY for one in other.runs)]
    return found if len(found) >= FEWEST else []


def _heads(line: Line, cells: Sequence[Run]) -> bool:
    """Whether each piece of a line stands over a cell of its own in the row below; over the first may be nothing."""
    runs, under = line.runs, cells[len(cells) - len(line.runs) :]
    if len(runs) < FEWEST or len(cells) - len(runs) not in (0, 1):
        return False
    ends = [*(cell.x for cell in under[1:]), float("inf")]
    return all(cell.x - SAME <= run.x < end for run, cell, end in zip(runs, under, ends, strict=True))


def joined(heads: Sequence[Run], size: float) -> list[Run]:
    """The headings of columns, each whole where it was broken over lines and stands in the middle: “Visit” over “2”."""
    made: list[Run] = []
    for one in heads:
        last = made[-1] if made else one
        if made and last.y - one.y > SAME and abs(last.x + last.reach - one.x - one.reach) <= size:
            made[-1] = replace(
                last, text=f"{last.text} {one.text}", x=min(last.x, one.x), reach=max(last.reach, one.reach)
            )
        else:
            made.append(one)
    return made

"""Answers of which a pen marks one in each row, “Asthma   Y   N”: they ask nothing of who listens, and are left out."""

from __future__ import annotations

from collections.abc import Sequence

from narration.readers.base import Block, Kind, TableRow
from narration.readers.lines.about import REFERENCE
from narration.readers.vocabulary import listed

FEWEST = 2
"""So many rows with all answers are a form; in one alone they may tell something."""


def unasked(table: Sequence[TableRow]) -> tuple[list[TableRow], list[Block]]:
    """The rows, those that offer the same answers without them; and the answers, left out."""
    offered = [[cell.strip(" ()[]") for cell in cells[1:] if cell.strip(" ()[]")] for cells, _, _ in table]
    rows = [at for at, answers in enumerate(offered) if are_all(answers)]
    if len(rows) < FEWEST or any(offered[at] != offered[rows[0]] for at in rows):
        return [*table], []
    made = [
        ([cells[0], *[""] * (len(cells) - 1)], heading, line) if at in rows else (cells, heading, line)
        for at, (cells, heading, line) in enumerate(table)
    ]
    return made, [Block(Kind.PARAGRAPH, ", ".join(offered[rows[0]]), table[rows[0]][2], reason=REFERENCE)]


def are_all(answers: Sequence[str]) -> bool:
    """Whether some words are all the answers of a question: “Y”, “N”; “Sí”, “No”, “No sé”."""
    yes, no = (any(map(listed("labels", key).fullmatch, answers)) for key in ("answer_yes", "answer_no"))
    known = all(map(listed("labels", "answer_any").fullmatch, answers))
    return bool(yes and no and known) and len(set(answers)) == len(answers)

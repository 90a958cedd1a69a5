"""Tables: a row is a sentence that can be heard without the columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx

from narration.readers import read
from narration.readers.tables import rows

FASTING = [
    ("What", "Stop in the morning", "When to stop at noon?"),
    ("Milk", "4 a.m.", "9 a.m."),
    ("Water", "6 a.m.", "-"),
]
TABLETS = [
    ("Medicine", "What to do", "Start again"),
    ("Warfarin", "Stop 5 days before; we test your blood", "The same evening"),
    ("Iron", "Stop 7 days before", "The next day"),
]


def said(table: Sequence[tuple[str, ...]]) -> list[str]:
    return [block.text for block in rows((cells, False, 0) for cells in table) if not block.reason]


def test_each_cell_is_said_with_the_words_over_its_column() -> None:
    assert said(FASTING) == [
        "Milk: stop in the morning: 4 a.m.; when to stop at noon: 9 a.m.",
        "Water: stop in the morning: 6 a.m.",
    ]
    assert said(TABLETS) == [
        "Warfarin: what to do: Stop 5 days before; we test your blood. Start again: The same evening",
        "Iron: what to do: Stop 7 days before; start again: The next day",
    ]


def test_words_over_a_column_that_say_when_are_said() -> None:
    table = [("Medicine", "Before the test"), ("Insulin", "Take half."), ("Iron", "Stop 7 days before.")]
    assert said(table) == ["Insulin, before the test: Take half.", "Iron, before the test: Stop 7 days before."]


def test_two_cells_with_the_same_words_are_two(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Getting back to normal")
    document.add_paragraph("How long you should wait depends on what was done.")
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("Activity", "Trimmed", "Repaired"),
        ("Flying", "6 weeks", "6 weeks"),
        ("Desk job", "3 days", "1 week"),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    document.save(str(tmp_path / "knee.docx"))
    texts = [sentence.text for phase in read(tmp_path / "knee.docx").phases for sentence in phase.sentences]
    assert "Flying: trimmed: 6 weeks; repaired: 6 weeks" in texts

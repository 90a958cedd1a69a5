"""Tables that a copy has taken apart, a cell a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.readers.tables import taken_apart
from narration.readers.tables.taken_apart import put_together

LONG = (
    "We look at how your ankle moves while you walk on a belt, first slowly and then as fast as you like, and a camera "
    "beside the belt films both of your feet all the time."
)
TABLE = (
    "Medicine\nStop before the test\nWarfarin (Coumadin)\n5 days\nEliquis, Xarelto\n2-3 days\nAspirin 81 mg\n"
    "OK to continue"
)


def test_each_name_and_its_cell_are_a_row_and_no_line_moves() -> None:
    assert put_together(f"Stop these:\n{TABLE}\n\nLater").split("\n") == [
        "Stop these:",
        "Medicine\tStop before the test",
        "Warfarin (Coumadin)\t5 days",
        "Eliquis, Xarelto\t2-3 days",
        "Aspirin 81 mg\tOK to continue",
        *[""] * 5,
        "Later",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Medicine\nFood\nShoes\nParking",  # headings of a menu
        "Medicine\tStop\nWarfarin\t5 days\nIron\t7 days",  # rows already
        "Medicine\nTake it as usual.\nFood\nEat as you like.\nShoes\nWear flat ones.",
        "Times\nWhere\n5 days\nIn bed\n2 days\nAt home",  # no names
        "Medicine\nStop before\nWarfarin\n5 days",  # one row
        "What to bring\nYour card\nFlat shoes\n2 towels\nA book\n3 pens",
        "- Medicine\n- Stop before\n- Warfarin\n- 5 days\n- Aspirin\n- 7 days",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert put_together(text) == text


def test_such_a_table_is_told_row_by_row(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        f"Your ankle\n\nThe test\n\n{LONG}\n\nBlood thinners\n{LONG}\nStop times are:\n{TABLE}\n", encoding="utf-8"
    )
    document = readers.read(page, "en")
    told = [sentence.text for section in document.sections for sentence in section.sentences]
    assert "Warfarin (Coumadin): stop 5 days before the test" in told
    assert "Aspirin 81 mg: OK to continue" in told


def test_names_of_columns_without_end_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    known = taken_apart._names_column

    def counted(line: str) -> bool:
        nonlocal asked
        asked += 1
        return known(line)

    monkeypatch.setattr(taken_apart, "_names_column", counted)
    text = "medicine\n" * 500
    assert put_together(text) == text
    assert asked <= 3 * 500

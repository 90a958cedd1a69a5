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


def rows_of(text: str) -> list[str]:
    return [line for line in put_together(text).split("\n") if "\t" in line]


@pytest.mark.parametrize(
    ("text", "wide", "first"),
    [
        ("Weight (kg)\nDrops\nSyrup\n5 to 7\n0.5 mL\n2 mL\n8 to 10\n1 mL\n4 mL\n* Shake well.", 3, 0),
        ("Syrup by weight\nWeight (kg)\nMorning\nNight\n10\n5\n5\n15\n7\n7\n20\n9\n9\n25\n12\n12", 3, 1),
        ("Medicines\nWeight (kg)\nDose (mL)\n5\n2\n7\n3\n10\n4", 2, 1),
        ("Edad\nJarabe\nGotas\n\n3-6 meses\n2 ml\n5\n\n7-12 meses\n3 ml\n8\n\nMás de 1 año\n5 ml\n-", 3, 0),
        ("Peso\n\nDosis\n\n5 kg\n\n2 ml\n\n7 kg\n\n3 ml\n\n10 kg\n\n4 ml", 2, 0),
        ("Creatinina\nDía 1\nDespués\n> 50\n200 mg\n100 mg\n30-50\n150 mg\n75 mg", 3, 0),
        ("Hematocrito (%)\nMenos de 60 kg\n60 kg o más\nMenos de 30\n2 ml\n3 ml\n30 o más\n1 ml\n2 ml", 3, 0),
        (
            "Weight lb\nDrops\nMelts\nUnder 12 lb\nAsk us\nNo\n12-17 lb\n1 mL\nNo\n18-23 lb\n1.5 mL\n1\nGive it once.",
            3,
            0,
        ),
    ],
)
def test_the_kinds_of_cells_show_how_wide_a_chart_of_numbers_is(text: str, wide: int, first: int) -> None:
    lines = [line for line in text.split("\n") if line]
    made = rows_of(text)
    cells = lines[first : first + wide * len(made)]
    assert made == ["\t".join(cells[at : at + wide]) for at in range(0, len(cells), wide)] != []
    assert put_together(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "What to bring\nCard\nShoes\n2 towels\nBook\n3 pads\n3 pens\nRings\n4 cups",
        "Step 1\nStep 2\nAge\n1 pint of milk\n2 eggs\nflour\n3 eggs\n4 pints\nmilk",  # no kind of thing comes back
        "When to come\n5 Oak Street\n2 towels\n3 pens\n4 pads\n5 socks",
        "Time\n8:00\n9:00\n10:00\n11:00\n12:00",
        "Syrup by weight\nDrops\nMelts\n5\n2\n7\n3\n10\n4",  # nobody knows which words are over which numbers
    ],
)
def test_numbers_that_show_no_width_stay(text: str) -> None:
    assert put_together(text) == text

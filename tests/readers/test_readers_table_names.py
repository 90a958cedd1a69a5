"""Lines around a table: its name over it, a cell that fills its column, and the note that a star leads to."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Sentence
from narration.writing import writer

PAGE = (
    "THE EAR OPERATION\n\nBEFORE\n\nYou may eat. {over}\n\n{table}\n\nWash your hands.\n\n"
    "AFTER\n\nRest a little. Drink.\n"
)
DROPS = """\
Medicine                     How often        For how long
Ofloxacin ear spray          4 times a day    9 days
Dexamethasone, where it runs 3 times a day    2 weeks
"""
STARS = """\
  Medicine                    What to do
  Aspirin                     Stop 6 days before*
  Dabigatran                  Stop 4 days before*
  Edoxaban or rivaroxaban too Stop 2 days before
  Fish oil                    Stop 8 days before

  *If you have a valve, stop none of these until we have rung you."""


def _said(over: str, table: str, folder: Path) -> tuple[Sentence, ...]:
    page = folder / "page.txt"
    page.write_text(PAGE.format(over=over, table=table), encoding="utf-8")
    return readers.read(page, "en").phases[0].sentences


def test_a_name_over_a_table_is_no_beginning_of_its_rows(tmp_path: Path) -> None:
    said = _said("We explain.\n\nYour ear drops", DROPS, tmp_path)
    assert [(s.text, s.heading) for s in said[2:4]] == [
        ("Your ear drops.", True),
        ("Ofloxacin ear spray: 4 times a day, for 9 days", False),
    ]
    script = writer.write_script(readers.read(tmp_path / "page.txt", "en"))
    lines = [say.text for say in script.phases[1].says]
    assert lines[3:5] == ["Now, your ear drops.", "Ofloxacin ear spray: 4 times a day, for 9 days."]


def test_a_cell_that_fills_its_column_is_parted_from_the_next(tmp_path: Path) -> None:
    rows = [s.text for s in _said("We explain.", DROPS, tmp_path) if s.item]
    assert rows[1:] == ["Dexamethasone, where it runs: 3 times a day, for 2 weeks"]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (
            STARS,
            [
                "Aspirin: Stop 6 days before",
                "Dabigatran: Stop 4 days before",
                "If you have a valve, stop none of these until we have rung you.",
                "Edoxaban or rivaroxaban too: Stop 2 days before",
                "Fish oil: Stop 8 days before",
            ],
        ),
        (
            "- Clear soup*\n- Water\n\n*Without noodles.",
            ["Clear soup", "Water", "Clear soup: Without noodles."],
        ),
    ],
)
def test_a_note_on_whole_rows_comes_right_after_them(note: str, said: list[str], tmp_path: Path) -> None:
    assert [s.text for s in _said("We explain.", note, tmp_path)][2:-1] == said


@pytest.mark.parametrize("head", ["Usual advice", "What many people feel", "Possible effect"])
def test_a_hedge_over_the_second_column_is_a_heading_over_the_rows(head: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        f"# Scan\n\n## Before\n\nEat.\n\n| Day | {head} |\n|---|---|\n| 1 | Rest |\n| 2 | Walk |\n\n"
        "## After\n\nSleep.\n",
        encoding="utf-8",
    )
    said = readers.read(page, "en").phases[0].sentences
    assert [(s.text, s.heading) for s in said] == [
        ("Eat.", False),
        (f"{head}.", True),
        ("Day 1: Rest", False),
        ("Day 2: Walk", False),
    ]


def test_a_note_on_a_point_goes_on_it_and_leaves_the_list_whole(tmp_path: Path) -> None:
    note = "- take aspirin or another blood thinner*\n- are pregnant\n\n*Bring the box."
    said = _said("Tell us if you:", note, tmp_path)
    assert [(s.text, s.item) for s in said if s.item] == [
        ("take aspirin or another blood thinner", 1),
        ("Bring the box.", 1),
        ("are pregnant", 2),
    ]

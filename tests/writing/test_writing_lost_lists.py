"""A sentence that names a list which the page has lost, rows of a name and a time, and orders told once more."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers, writing

PAGES = [
    (
        "Ring the ward if you have any of the following.\n\nIf your leg turns cold, go to Emergency now.",
        [
            "Ring the ward if you have any of the following.",
            "If your leg turns cold, go to Emergency now.",
        ],
    ),
    ("Remember the following:\n\nKeep your foot dry.", ["Remember the following.", "Keep your foot dry."]),
    ("Bring the following:\n\nYour card and a pen.", ["Bring the following: your card and a pen."]),
    ("This leaflet covers the following.\n\nWe hope that it helps you.", ["We hope that it helps you."]),
    (
        "Ring the ward if you have any of the following.\n\n- a fever\n- a rash",
        ["Ring the ward if you have a fever or a rash."],
    ),
    (
        "Time in the chair:\n\n- Ferroso (iron salt) 15-30 minutes\n- Venoso (iron sugar) 2 hours, with a break",
        ["Time in the chair.", "Ferroso, iron salt: 15-30 minutes.", "Venoso, iron sugar: 2 hours, with a break."],
    ),
    (
        (
            "Please ring the unit as soon as you have your letter if any of these apply to you.\n\n"
            "- You take a medicine that thins your blood. You should not stop it without being told to.\n"
            "- You are allergic to latex, to plasters or to the dye that goes into your vein.\n"
        ),
        [
            "Please ring the unit as soon as you have your letter if you take a medicine that thins your blood.",
            "You should not stop it without being told to.",
            (
                "Please also ring the unit as soon as you have your letter if you are allergic to latex, to plasters "
                "or to the dye that goes into your vein."
            ),
        ],
    ),
    ("DON'T:\n\n- Reach over a hot stove.\n- Sit by the mast.", ["Don't reach over a hot stove or sit by the mast."]),
]


@pytest.mark.parametrize(("text", "lines"), PAGES)
def test_what_stands_after_a_list_that_is_named(text: str, lines: list[str], tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Your visit\n\n## The day\n\n{text}\n\n## Rest\n\nYou rest.\n", encoding="utf-8")
    script = writing.write(readers.read(page, "en"))
    part = script.phases[1]
    assert [say.text for say in part.says[1:] if not say.text.startswith("If you like")] == lines


def test_a_line_that_only_announces_a_lost_list_is_listed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    text = "This page explains the following.\n\nYou can ask us all you want."
    page.write_text(f"# Your visit\n\n## The day\n\n{text}\n\n## Rest\n\nYou rest.\n", encoding="utf-8")
    script = writing.write(readers.read(page, "en"))
    assert "This page explains the following." in [left.text for left in script.left_out]

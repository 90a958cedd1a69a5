"""Boxes that plain text draws: no sign of them is said, no word is lost, each word keeps its line."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from narration import readers
from narration.readers.text import boxes

BOX = """A BIOPSY

Before
Do not eat. You may drink.

At home
Rest. Keep it dry.

+----------------------------------------+
| GET HELP AT ONCE if:                   |
|  - it bleeds through the dressing      |
|  - you have a fever                    |
| If you faint, ask somebody to dial the |
| emergency number.                      |
+----------------------------------------+

Results
They take a week. We ring you.
"""
CELL = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "Zs"), exclude_characters="+|="), max_size=30)


def test_a_box_is_said_as_what_stands_in_it(tmp_path: Path) -> None:
    page = tmp_path / "x.txt"
    page.write_text(BOX, encoding="utf-8")
    document = readers.read(page, "en")
    said = [sentence.text for part in document.phases for sentence in part.sentences]
    assert "GET HELP AT ONCE if:" in said
    assert "If you faint, ask somebody to dial the emergency number." in said
    assert not [text for text in said if re.search(r"[|+]|--", text)]


def test_a_table_s_columns_and_a_lone_line_of_signs_stay() -> None:
    assert boxes.undrawn("+------+\nno side\n+------+") == "+------+\nno side\n+------+"
    assert boxes.undrawn("+-----+\n| A | B |\n+-----+\n| C | D |\n+-----+").split("\n") == [
        "",
        " A | B",
        "",
        " C | D",
        "",
    ]


@given(st.lists(CELL, min_size=1, max_size=6))
def test_no_word_and_no_line_is_lost(cells: list[str]) -> None:
    text = "\n".join(["over", "+" + "-" * 30 + "+", *(f"|{cell.ljust(30)}|" for cell in cells), "+" + "-" * 30 + "+"])
    undrawn = boxes.undrawn(text)
    assert undrawn.count("\n") == text.count("\n")
    assert undrawn.split() == ["over", *" ".join(cells).split()]

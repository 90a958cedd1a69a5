"""Numbers of paragraphs, as in a contract, are not said; amounts are."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers

PAGE = "Your drain\n\n\n1. Before\n\n{a}\n\n{b}\n\n\n2. Afterwards\n\n{c}\n\n{d}\n"
CLAUSES = [
    "1.1 Eat as usual.",
    "1.2 Bring a friend.\n   a) a parent\n   b) a neighbour",
    "2.1 Rest.",
    "2.2 Drink well.",
]


def _said(folder: Path, lines: list[str]) -> list[str]:
    page = folder / "page.txt"
    page.write_text(PAGE.format(**dict(zip("abcd", lines, strict=True))), encoding="utf-8")
    return [sentence.text for part in readers.read(page, "en").sections for sentence in part.sentences]


def test_numbers_that_count_on_are_not_said(tmp_path: Path) -> None:
    said = _said(tmp_path, CLAUSES)
    assert said == ["Eat as usual.", "Bring a friend.", "a parent", "a neighbour", "Rest.", "Drink well."]


@pytest.mark.parametrize(
    "lines",
    [
        [*CLAUSES[:3], "2.2 Drink well, as in section 1.1."],
        ["1.5 Tesla is the strength.", "Eat as usual.", "2.5 Litres is what you drink.", "Rest."],
    ],
)
def test_numbers_that_the_text_points_to_and_amounts_are_said(lines: list[str], tmp_path: Path) -> None:
    assert any(sentence.startswith(lines[0][:3]) for sentence in _said(tmp_path, lines))

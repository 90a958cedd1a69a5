from __future__ import annotations

from pathlib import Path

from narration.readers import read


def test_what_a_page_says_of_itself_is_no_phase(tmp_path: Path) -> None:
    path = tmp_path / "scan.txt"
    path.write_text(
        "Your scan\n\nBefore: You eat as usual.\n\nAfter: You go home.\n\n"
        "Last reviewed: May 2024 | Next review: May 2027\n\nLeaflet no: A-12\n",
        encoding="utf-8",
    )
    document = read(path)
    assert [phase.name for phase in document.phases] == ["Before", "After"]
    assert document.about == {"last_reviewed": "May 2024", "review_by": "May 2027", "reference": "A-12"}
    assert [item.reason for item in document.left_out] == ["reference", "reference"]


def test_a_sentence_about_a_review_is_content(tmp_path: Path) -> None:
    path = tmp_path / "scan.txt"
    path.write_text(
        "Your scan\n\nBefore: Your doctor reviewed: nothing is lost.\n\nAfter: You rest.\n", encoding="utf-8"
    )
    assert read(path).about == {}

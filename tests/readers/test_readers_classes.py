"""Small pages, one for each kind of thing that stands around a text or names its parts."""

from __future__ import annotations

from pathlib import Path

from narration import readers
from narration.document import Document


def read(folder: Path, text: str, ending: str = "txt", language: str | None = None) -> Document:
    path = folder / f"sheet.{ending}"
    path.write_text(text, encoding="utf-8")
    return readers.read(path, language)


def spoken(document: Document) -> dict[str, list[str]]:
    return {section.name: [s.text for s in section.sentences] for section in document.sections if section.sentences}


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(item.reason, item.text) for item in document.left_out]


def test_a_picture_s_words_are_a_caption(tmp_path: Path) -> None:
    text = "# A scan\n\n![The scanner](a.jpg)\n\n## Before\n\nEat ![plate](b.png)lightly.\n\n## After\n\nRest.\n"
    document = read(tmp_path, text, "md")
    assert left_out(document) == [("caption", "The scanner"), ("caption", "plate")]
    assert spoken(document) == {"Before": ["Eat lightly."], "After": ["Rest."]}


def test_a_step_s_short_name_ends_at_its_full_stop(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Your day\n\nStep 1 – Check in. Please arrive at nine.\n\nStep 2 – You lie down. The nurse helps you.\n\n"
        "Step 3: The scan. The table moves slowly.\n",
    )
    assert spoken(document) == {
        "Check in": ["Please arrive at nine."],
        "Step 2": ["You lie down.", "The nurse helps you."],
        "The scan": ["The table moves slowly."],
    }


def test_the_marks_of_markdown_are_not_said_in_plain_text(tmp_path: Path) -> None:
    document = read(
        tmp_path, "**A scan**\n\n**Does it hurt?**\n\nIt may *ache*.\n\n**Can I eat?**\n\nEat a __light__ meal.\n"
    )
    assert document.title == "A scan"
    assert spoken(document) == {"Does it hurt?": ["It may ache."], "Can I eat?": ["Eat a light meal."]}
    hashes = read(tmp_path, "# A scan\n## Before\nEat.\n## After\nRest.\n")
    assert (hashes.title, spoken(hashes)) == ("A scan", {"Before": ["Eat."], "After": ["Rest."]})


def test_a_one_word_answer_is_said_and_a_lone_button_is_not(tmp_path: Path) -> None:
    text = "# Scan\n\n## Does it hurt?\n\nNo\n\n## Can I eat?\n\nYes.\n\n## Who comes?\n\nA nurse.\n\nYes\n"
    document = read(tmp_path, text, "md")
    assert spoken(document) == {"Does it hurt?": ["No"], "Can I eat?": ["Yes."], "Who comes?": ["A nurse."]}
    assert left_out(document) == [("navigation", "Yes")]

"""What a page has for a pen or an eye: boxes to tick, lines to fill in, pictures, the key to signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document

PAGE = "# Hip injection\n\n{top}\n\n## Before\n\nEat a little. Bring a friend.\n\n{line}\n\n## After\n\nRest. Walk.\n"


def _read(folder: Path, line: str, top: str = "", language: str = "en") -> Document:
    path = folder / "x.md"
    path.write_text(PAGE.format(line=line, top=top), encoding="utf-8")
    return readers.read(path, language)


def _said(document: Document) -> list[str]:
    return [sentence.text for section in document.sections for sentence in section.sentences]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("**Which hip?** ☐ Left ☐ Right ☐ Both", "en"),
        ("Name: ____________ Ward: ______ Surgeon: ☐ Dr. Amis ☐ Dr. Bede", "en"),
        ("Provider: ☐ K. Odell, PA-C ☐ Dr. Amis", "en"),
        ("Seen before: [ ] Yes [ ] No", "en"),
        ("Rodilla: ☐ Derecha ☐ Izquierda", "es"),
    ],
)
def test_boxes_of_which_one_is_ticked_are_for_a_pen(line: str, language: str, tmp_path: Path) -> None:
    document = _read(tmp_path, "Come early.", line, language)
    assert [item.reason for item in document.left_out] == ["reference"]
    assert [phase.name for phase in document.phases] == ["Before", "After"]
    assert not any("☐" in text or "Amis" in text or "Right" in text for text in _said(document))


@pytest.mark.parametrize("boxes", ["- [ ] Left\n- [ ] Right", "☐ Left\n\n☐ Right"])
def test_boxes_one_below_another_go_with_their_question(boxes: str, tmp_path: Path) -> None:
    document = _read(tmp_path, f"Which hip is it?\n\n{boxes}\n\nThen you rest.")
    assert {item.reason for item in document.left_out} == {"reference"}
    assert [s.text for s in document.phases[0].sentences] == ["Eat a little.", "Bring a friend.", "Then you rest."]


def test_boxes_before_things_that_are_meant_are_points(tmp_path: Path) -> None:
    document = _read(tmp_path, "Please bring: ☐ Your glasses ☐ A list of tablets")
    assert not document.left_out
    assert sum(bool(s.item) for phase in document.phases for s in phase.sentences) == 2


@pytest.mark.parametrize(
    ("line", "said", "language"),
    [
        ("Put no needle into your ____ LEFT ____ RIGHT hand.", "Put no needle into your hand.", "en"),
        ("Do not carry a bag on the ______ shoulder.", "Do not carry a bag on the shoulder.", "en"),
        ("Please keep your ☐ left ☐ right foot raised.", "Please keep your foot raised.", "en"),
        ("Call us on ________ if the plaster feels tight.", "Call us if the plaster feels tight.", "en"),
        ("No apoye el pie ____ derecho ____ izquierdo en el suelo.", "No apoye el pie en el suelo.", "es"),
        ("Llámenos al teléfono ________ si le sube la fiebre.", "Llámenos si le sube la fiebre.", "es"),
        ("Please report to the Elm Suite at ____ am on ____.", "Please report to the Elm Suite.", "en"),
        ("Arrive at ________ at the side entrance.", "Arrive at the side entrance.", "en"),
        ("Preséntese a las ____ hrs. en Rayos, ala sur.", "Preséntese en Rayos, ala sur.", "es"),
        ("Acuda el día ____ de ____ a las ____ h a la sala 2.", "Acuda a la sala 2.", "es"),
        ("Venga al pabellón B a las ______ h con sus informes.", "Venga al pabellón B con sus informes.", "es"),
    ],
)
def test_an_order_is_said_without_the_blank_that_it_does_not_need(
    line: str, said: str, language: str, tmp_path: Path
) -> None:
    document = _read(tmp_path, line, language=language)
    assert said in _said(document)
    assert not any("____" in text or "☐" in text for text in _said(document))
    words = [word for item in document.left_out for word in item.text.lower().split() if word.isalpha()]
    assert {"left", "right", "derecho", "izquierdo"} & set(line.lower().split()) <= set(words)
    assert document.left_out  # whoever reviews it sees that there is something to fill in


def test_a_side_that_is_ticked_is_no_blank(tmp_path: Path) -> None:
    document = _read(tmp_path, "Please keep your ☒ left ☐ right foot raised.")
    assert "Please keep your foot raised." not in _said(document)


@pytest.mark.parametrize(
    "line",
    [
        "Last tablet: ______",
        "Stop your blood thinner ____ days before.",
        "Do not take your tablets for ____ days.",
        "Do not swim for ____ weeks after this.",
        "Do not drink after ______ on the day.",
        "Cover the left eye ____ right eye ____ at night.",
        "Please come on ______ at ______.",
    ],
)
def test_a_sentence_whose_blank_is_what_it_says_is_left_out(line: str, tmp_path: Path) -> None:
    assert [item.text for item in _read(tmp_path, line).left_out] == [line]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Stop warfarin. The nurse will tell you when your last tablet is due: ________", True),
        ("The clinic will confirm the time of your visit by letter: ........ Then rest.", True),
        ("The nurse will write the date here: ________", False),
        ("Your visit is on: ________", False),
    ],
)
def test_a_sentence_that_is_whole_without_its_line_is_said(line: str, said: bool, tmp_path: Path) -> None:
    texts = _said(_read(tmp_path, line))
    told = line.partition(":")[0].rpartition(". ")[2] + "."
    assert (told in texts) is said
    assert not any("__" in text or "...." in text for text in texts)


@pytest.mark.parametrize(
    ("line", "said"),
    [("Consultant: Dr A Moss / Mr B Lund", False), ("Surgeon: you meet Dr Moss on the ward.", True)],
)
def test_whose_patient_it_is_goes_with_the_form_over_it(line: str, said: bool, tmp_path: Path) -> None:
    page = tmp_path / "x.txt"
    page.write_text(
        f"BONE BIOPSY\n\nName: ..........   Ward: ......\nDate: ..........   Come at: 08:15 / other ....\n{line}\n\n"
        "Before\n\nEat a little. Bring a friend.\n\nAfter\n\nYou rest. You go home.\n",
        encoding="utf-8",
    )
    assert any("Moss" in text for text in _said(readers.read(page, "en"))) is said


def test_a_picture_before_a_warning_is_not_said(tmp_path: Path) -> None:
    assert "Do not drive." in _said(_read(tmp_path, "⚠️ Do not drive. 📞 Ring us."))


def test_each_line_of_a_key_to_signs_is_a_point(tmp_path: Path) -> None:
    document = _read(tmp_path, "The marks mean this:\n\n0 – none  \n\\+ – mild  \n++ – strong  \n+/- – not sure")
    assert [s.text for s in document.phases[0].sentences if s.item] == [
        "0 – none",
        "+ – mild",
        "++ – strong",
        "+/- – not sure",
    ]

"""Small pages, one for each kind of thing that stands around a text or names its parts."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_step_may_have_its_name_in_brackets(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Talking therapy\n\nPhase one (history). You say what brings you here. There is no rush for you at all.\n"
        "Phase two (preparation). You learn ways to feel calm. You can use them at home.\n",
    )
    assert spoken(document) == {
        "History": ["You say what brings you here.", "There is no rush for you at all."],
        "Preparation": ["You learn ways to feel calm.", "You can use them at home."],
    }


def test_a_department_under_the_title_is_no_phase_before_labels(tmp_path: Path) -> None:
    text = "# Heart monitor\n\n*Cardiology Department*\n\nBefore: You may eat.\n\nAfter: You may wash.\n"
    assert spoken(read(tmp_path, text, "md")) == {"Before": ["You may eat."], "After": ["You may wash."]}


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


LETTER = """Larkfield Women's Health Centre
12 Orchard Rise
Our ref: GYN/22
17 June 2025

Dear Ms Okafor

You are coming to us for a scan.

Before you come

Eat as you usually do.

During the scan

You lie on your side.

Yours sincerely,

Kate Marlow
Clinic Co-ordinator

Enc. Map of the car parks
"""


def test_what_stands_around_a_letter_is_not_said(tmp_path: Path) -> None:
    document = read(tmp_path, LETTER)
    assert spoken(document) == {
        "Welcome": ["You are coming to us for a scan."],
        "Before you come": ["Eat as you usually do."],
        "During the scan": ["You lie on your side."],
    }
    assert document.about == {"reference": "GYN/22", "published": "17 June 2025"}
    assert ("contact", "12 Orchard Rise") in left_out(document)
    assert ("greeting", "Clinic Co-ordinator") in left_out(document)


def test_the_line_that_names_what_a_letter_is_about_is_its_title(tmp_path: Path) -> None:
    document = read(tmp_path, LETTER.replace("12 Orchard Rise", "Having your scan"))
    assert document.title == "Having your scan"


def test_a_letterhead_is_no_title_where_one_follows(tmp_path: Path) -> None:
    body = "\n\nA scan takes pictures.\n\nBEFORE\n\nEat as usual.\n\nAFTER\n\nGo home.\n"
    document = read(tmp_path, "NORTHMERE HOSPITALS NHS TRUST\nImaging Team\n\nHaving a scan" + body)
    assert document.title == "Having a scan"
    assert left_out(document) == [("reference", "NORTHMERE HOSPITALS NHS TRUST"), ("reference", "Imaging Team")]
    after = read(tmp_path, "Una ecografía\nUnidad de Imagen, Lima" + body, language="es")
    assert after.title == "Una ecografía"
    assert left_out(after) == [("reference", "Unidad de Imagen, Lima")]


def test_a_letterhead_is_the_title_where_only_phases_follow(tmp_path: Path) -> None:
    document = read(tmp_path, "Northmere Hospital\n\nBefore\n\nEat as usual.\n\nAfter\n\nGo home.\n")
    assert document.title == "Northmere Hospital"
    assert list(spoken(document)) == ["Before", "After"]


def test_a_title_may_have_a_colon(tmp_path: Path) -> None:
    body = "\n\nBefore: You eat as usual.\n\nDuring: You lie still.\n"
    assert read(tmp_path, "Blood Tests (BT): Information for patients\n\nThis is a sheet." + body).title.startswith(
        "Blood"
    )
    assert read(tmp_path, "BLOOD TESTS: INFORMATION" + body).title == "BLOOD TESTS"
    assert read(tmp_path, "Arrival: Main desk" + body).title == "Sheet"


def test_a_note_to_the_staff_is_not_said(tmp_path: Path) -> None:
    text = "A SCAN\n\nStone Centre, Level 2. Give this sheet to the patient.\n\nBEFORE\n\nEat.\n\nAFTER\n\n"
    text += "Give this sheet to your nurse.\n"
    document = read(tmp_path, text)
    assert left_out(document) == [("reference", "Stone Centre, Level 2. Give this sheet to the patient.")]
    assert spoken(document) == {"BEFORE": ["Eat."], "AFTER": ["Give this sheet to your nurse."]}


BODY = "A scan\n\nBefore\n\nEat as you usually do.\n\nAfter\n\nYou can go home.\n\n"
SAID = {"Before": ["Eat as you usually do."], "After": ["You can go home."]}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("URO 31 (rev. C)", "reference"),
        ("PI-FERT-007 | Ver. 9 | Approved: Clinical Governance 14.01.25", "reference"),
        ("SU/04", "reference"),
        ("Adapted with permission. First issued 2019; amended 2021, 2023.", "reference"),
        ("References: NICE TA854; BNF 86.", "reference"),
        ("Shapiro F. (2018). Eye Movement Desensitization, 3rd ed. Guilford Press.", "reference"),
        ("(1) Moya A et al. Eur Heart J 2009;30:2631.", "reference"),
        ("Marta Iriarte, psicóloga sanitaria. Col. M-00000", "reference"),
        ("N.º de historia: ____________", "reference"),
        ("Name: ________ Date: ________", "reference"),
        ("Elaborado por: EU C. Riquelme. Aprobado: 03-04-2024", "reference"),
        ("If you need this leaflet in large print or another language, please ask a member of staff.", "reference"),
        ("Duty technician, bleep 7714", "contact"),
        ("From £395 per tooth. 0% finance available.", "navigation"),
        ("Descargá la app del hospital", "navigation"),
        ("Pág. 1/1", "navigation"),
    ],
)
def test_the_small_print_is_not_said(tmp_path: Path, line: str, reason: str) -> None:
    document = read(tmp_path, BODY + line + "\n")
    assert spoken(document) == SAID
    assert {reason} == {found for found, _ in left_out(document)}


def test_a_short_line_after_a_source_belongs_to_it(tmp_path: Path) -> None:
    document = read(tmp_path, BODY + "References: NICE TA854; BNF 86.\n\nRoyal College guideline\n\nOur own audit\n")
    assert spoken(document) == SAID
    assert [text for _, text in left_out(document)][1:] == ["Royal College guideline", "Our own audit"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ward B reopened in 2019.",
        "The scan costs £20.",
        "Tell us if you speak another language.",
        "Vitamin B12 may be given.",
        "Ring bleep 7714 if it bleeds.",
        "Sign the form that was issued to you.",
        "The heart is checked with an ECG.",
    ],
)
def test_a_sentence_at_the_end_of_the_page_is_said(tmp_path: Path, sentence: str) -> None:
    document = read(tmp_path, BODY + sentence + "\n")
    assert left_out(document) == []
    assert sentence in spoken(document)["After"] + spoken(document).get("Closing", [])


def test_a_table_of_the_leaflet_s_own_data_is_not_said(tmp_path: Path) -> None:
    text = "# A scan\n\n## Before\n\nEat.\n\n## After\n\nRest.\n\n"
    over = read(tmp_path, text + "| Form | Rev | Owner |\n|---|---|---|\n| DX-1 | 3 | The board |\n", "md")
    beside = read(tmp_path, text + "| Owner | The board |\n|---|---|\n| Review date | 2028 |\n", "md")
    facts = read(tmp_path, text + "| Day | Meal |\n|---|---|\n| Monday | Soup |\n", "md")
    assert spoken(over) == spoken(beside) == {"Before": ["Eat."], "After": ["Rest."]}
    assert {reason for reason, _ in left_out(over) + left_out(beside)} == {"reference"}
    assert spoken(facts)["After"] == ["Rest.", "Monday: Soup"]


def test_a_sentence_under_a_wrapped_number_is_judged_by_itself(tmp_path: Path) -> None:
    wrapped = "You lie on your back for the whole of the time that the scan takes and\nbreathe as you usually do.\n"
    text = f"A scan\n\nBEFORE\n\n{wrapped}\nAFTER\n\n{wrapped}\n"
    text += "Switchboard: 01632 960 341 (8 am to 6 pm, all days)\nIf it bleeds, come back to us.\n"
    document = read(tmp_path, text)
    assert left_out(document) == [("contact", "Switchboard: 01632 960 341 (8 am to 6 pm, all days)")]
    assert "If it bleeds, come back to us." in [s.text for part in document.sections for s in part.sentences]


@pytest.mark.parametrize("marks", ["", "## "])
def test_a_place_with_its_own_text_is_a_phase(tmp_path: Path, marks: str) -> None:
    text = f"{marks[1:]}A scan\n\n{marks}Day Surgery Unit\n\nYou wait here.\n\n{marks}Theatre\n\nYou lie down.\n"
    document = read(tmp_path, text, "md" if marks else "txt")
    assert spoken(document) == {"Day Surgery Unit": ["You wait here."], "Theatre": ["You lie down."]}


def test_headings_that_only_say_how_often_are_no_phases(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    page.write_text(
        "# Your scan\n\n## The scan\n\nIt is short.\n\n## Side effects\n\n### Common\n\n- a rash\n- a cough\n\n"
        "### Rare (1 in 1,000)\n\n- a fit\n\n## Afterwards\n\nYou go home.\n",
        encoding="utf-8",
    )
    document = readers.read(page)
    assert [phase.name for phase in document.phases] == ["The scan", "Side effects", "Afterwards"]
    said = [sentence.text for sentence in document.phases[1].sentences]
    assert said == ["Common:", "a rash", "a cough", "Rare (1 in 1,000):", "a fit"]

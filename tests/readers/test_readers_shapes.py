"""Pages in odd shapes: long heads of letters, running headers, boxed titles, lines in capitals over labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document


def _read(folder: Path, text: str, name: str = "x.txt", language: str = "en") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return readers.read(path, language)


def _said(document: Document) -> list[str]:
    return [sentence.text for section in document.sections for sentence in section.sentences]


TEXT = "Before\nYou may eat. You may drink.\n\nAfter\nYou may go home. Rest today.\n"


def test_a_letter_may_have_many_lines_above_its_salutation(tmp_path: Path) -> None:
    sender = "Vale Hospital NHS Trust\nSleep Department\nLevel 2\nMill Road\nVale VA1 2BC\nTel: 01632 960 111\n"
    to = "Secretary: Mrs Hill\n\nOur ref: SL/1/ab\n3 May 2024\n\nPrivate and confidential\nMs A. Reed\n1 Low Lane\n"
    to += "Millbridge\nVale VA2 3CD\n"
    text = f"{sender}{to}\nDear Ms Reed\n\nRe: Your sleep study\n\nRing us if you cannot come. It is short.\n\n{TEXT}"
    document = _read(tmp_path, text)
    assert document.title == "Your sleep study"
    assert _said(document)[:2] == ["Ring us if you cannot come.", "It is short."]
    assert "Sleep Department: 01632 960 111." in _said(document)


def test_a_name_that_ends_with_a_full_stop_signs_a_letter(tmp_path: Path) -> None:
    text = (
        "Estimada señora:\n\nAntes: No coma nada. Beba agua.\n\nDespués: Descanse. No conduzca.\n\n"
        "Saluda atentamente a usted,\n\nDr. Luis Soto M.\nJefe de Servicio\n"
    )
    document = _read(tmp_path, text, language="es")
    assert _said(document)[-1] == "No conduzca."
    assert {item.reason for item in document.left_out} == {"greeting"}


def test_the_line_over_an_introduction_is_the_title(tmp_path: Path) -> None:
    head = "Vale Eye Centre                                        Page 1 of 2\nLaser for glaucoma\n\n"
    document = _read(tmp_path, f"{head}This leaflet explains your treatment. It takes ten minutes.\n\n{TEXT}")
    assert document.title == "Laser for glaucoma"
    assert [part.name for part in document.phases] == ["Before", "After"]


@pytest.mark.parametrize("rule", ["\n", "-" * 30 + "\n"])
def test_a_line_across_the_page_parts_a_sender_from_its_title(rule: str, tmp_path: Path) -> None:
    head = f"ST JUDE'S HOSPITAL\nTel: 01632 960 111  Fax: 01632 960 112\n{rule}SHOCK WAVE TREATMENT\n{rule}\n"
    text = "BEFORE\nDo not eat. Drink water.\n\nON THE DAY\nCome to: Stone Clinic\nBring: your tablets\n\n"
    document = _read(tmp_path, f"{head}{text}You lie down. It is short.\n\nAFTER\nDrink more. Walk about.\n")
    assert document.title == "SHOCK WAVE TREATMENT"
    assert [part.name for part in document.phases] == ["BEFORE", "ON THE DAY", "AFTER"]


def test_a_hospitals_name_is_no_title_where_the_file_says_what_the_page_is_about(tmp_path: Path) -> None:
    text = "Vale Day Hospital\n\nYou come for a marrow test. It is short.\n\nThe test takes an hour. Rest after it.\n"
    document = _read(tmp_path, text, "marrow-test.txt")
    assert document.title == "Marrow test"
    assert "Vale Day Hospital" in [item.text for item in document.left_out]
    assert _read(tmp_path, text, "x.txt").title == "Vale Day Hospital"


def test_the_piece_of_a_pages_title_that_heads_its_text_is_the_title(tmp_path: Path) -> None:
    parts = "<p><strong>Before</strong></p><p>Do not eat.</p><p><strong>After</strong></p><p>Rest today.</p>"
    head = "<head><title>Vale Heart Clinic | Patients | Angiogram</title></head>"
    assert _read(tmp_path, f"{head}<h2>Angiogram</h2>{parts}", "x.html").title == "Angiogram"


def test_several_paragraphs_below_the_last_label_are_a_part_and_one_is_a_closing(tmp_path: Path) -> None:
    labels = "Antes: No coma nada. Beba agua.\n\nEl día: Venga en ayunas. Traiga el informe.\n\n"
    one = "Le pondremos un cinturón y tragará la cápsula con un vaso de agua. Puede irse a casa y hacer vida normal."
    two = (
        "Vuelva por la tarde para dejar el cinturón en la consulta, y coma lo que quiera desde ese momento en adelante."
    )
    document = _read(tmp_path, f"{labels}{one}\n\n{two}\n", language="es")
    assert [part.name for part in document.phases][2:] == ["Le pondremos un cinturón…"]
    assert not document.closing.sentences
    assert len(_read(tmp_path, f"{labels}{one}\n", language="es").closing.sentences) == 2


def test_a_line_in_capitals_is_no_credit_and_a_weekday_no_version(tmp_path: Path) -> None:
    text = (
        "Su poligrafía\n\nAL ACOSTARSE\nPóngase la banda. Duerma.\n\nPOR LA MAÑANA\nQuítese la banda."
        " Llámenos si se apaga.\n\n"
        "WhatsApp: 655 000 134 · L-J 10-14 y 16-20, V 9-15\n"
    )
    document = _read(tmp_path, text, language="es")
    assert [part.name for part in document.phases] == ["AL ACOSTARSE", "POR LA MAÑANA"]
    assert _said(document)[-1] == "WhatsApp: 655 000 134, L-J 10-14 y 16-20, V 9-15"
    assert not document.about


def test_lines_under_one_that_breaks_off_are_points(tmp_path: Path) -> None:
    text = f"Your scan\n\n{TEXT}\nCall the nurse if you have\nbad pain\nsight that gets worse\na red eye\n"
    assert [s.item for s in _read(tmp_path, text).phases[-1].sentences] == [0, 1, 2, 3]


def test_a_paragraph_that_begins_with_a_stage_or_a_warning_has_its_name(tmp_path: Path) -> None:
    text = (
        "Your tilt test\n\nYou lie on a table that is tipped up. It takes an hour.\n\n"
        "On the day, come to the Heart Unit. You change into a gown.\n\n"
        "During the test lie still, and do not talk. A nurse is with you.\n\n"
        "Call us if you faint again. You can also see your own doctor.\n"
    )
    document = _read(tmp_path, text)
    names = [part.name for part in document.phases]
    assert names == ["You lie on a table…", "On the day", "During the test lie still…", "Call us if"]
    assert [part.sentences[0].text for part in document.phases][1:] == [
        "On the day, come to the Heart Unit.",
        "During the test lie still, and do not talk.",
        "Call us if you faint again.",
    ]
    # A warning in the middle names no part: what comes after it would be under it.
    again = text.replace("On the day,", "Ring us if you are ill. On the day,")
    assert "Ring us if" not in [part.name for part in _read(tmp_path, again).phases]

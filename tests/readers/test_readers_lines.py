"""Plain text that shows its parts, lists and tables by nothing but lines: boxes, columns, lines under a heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document
from narration.readers.lines import furniture
from narration.readers.lines.promote import name_of

LETTER = """\
Dear Mrs Hall,

Re: Your hearing test

We have arranged a hearing test for you. Your appointment is on:

   Date: Monday 3rd June
   Time: 9.15 am
   Place: Ward 6, second floor

If you cannot come, please tell us soon.

Getting ready

Keep your ears away from loud noise for a day. Wash your hair as usual.

The test

You sit in a quiet room. You press a button when you hear a sound.

Going home

You may drive. Your letter comes in two weeks.

Yours sincerely,

Ann Moore
Audiology

P.S. A student may be there. Please say if you mind.
"""
SHEET = """\
HILLTOP LUNG & HEART
Ashby - Corby - Kettering

Your breathing test (spirometry)
PATIENT INSTRUCTIONS, morning test

Why you are here

The test shows how well you breathe. Your doctor has ticked one of the following:

[ ] Simple test
[x] Test with an inhaler (it takes 30 minutes longer)
( ) Test after a walk

What to bring

Your inhalers
Glasses, if you wear them
A list of your medicines

What the result means

The score is compared with that of people of your age. Call us if you feel unwell on 01632 960 100. It is:

Normal        80 or more
Mild          60 to 79
Severe        under 60

At night (after 8 pm): 01632 960 111

Any worries? Ring 01632 960 122
Fax 01632 960 123

Form 22 - reviewed Mar. 2023
RES/4  v2  Mar 2023
"""


def read(folder: Path, text: str, name: str = "page.txt", language: str = "en") -> Document:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    return readers.read(page, language)


def names(document: Document) -> list[str]:
    return [phase.name for phase in document.phases]


def items(document: Document, phase: int) -> list[str]:
    return [sentence.text for sentence in document.phases[phase].sentences if sentence.item]


def left_out(document: Document) -> list[str]:
    return [item.text for item in document.left_out]


def test_lines_about_an_appointment_are_no_phases_where_a_letter_has_parts(tmp_path: Path) -> None:
    document = read(tmp_path, LETTER)
    assert [phase.name for phase in document.phases] == ["Getting ready", "The test", "Going home"]
    assert "Date: Monday 3rd June" in [sentence.text for sentence in document.opening.sentences]


def test_what_comes_after_the_signature_is_the_closing_without_its_mark(tmp_path: Path) -> None:
    document = read(tmp_path, LETTER)
    assert [s.text for s in document.closing.sentences] == ["A student may be there.", "Please say if you mind."]
    assert "P.S." in left_out(document)


def test_a_name_over_a_line_of_places_is_the_letterhead(tmp_path: Path) -> None:
    document = read(tmp_path, SHEET)
    assert document.title == "Your breathing test (spirometry)"
    assert not document.opening.sentences
    assert {"HILLTOP LUNG & HEART", "Ashby - Corby - Kettering", "Form 22 - reviewed Mar. 2023"} <= {
        *left_out(document)
    }


def test_boxes_columns_and_lines_under_a_heading_are_lists(tmp_path: Path) -> None:
    document = read(tmp_path, SHEET)
    assert [phase.name for phase in document.phases] == ["Why you are here", "What to bring", "What the result means"]
    assert items(document, 0) == [
        "Simple test",
        "Test with an inhaler (it takes 30 minutes longer)",
        "Test after a walk",
    ]
    assert items(document, 1) == ["Your inhalers", "Glasses, if you wear them", "A list of your medicines"]
    assert items(document, 2) == ["Normal: 80 or more", "Mild: 60 to 79", "Severe: under 60"]


def test_the_number_for_a_time_of_its_own_is_said(tmp_path: Path) -> None:
    document = read(tmp_path, SHEET)
    said = [sentence.text for sentence in document.phases[2].sentences]
    assert said[-3:] == ["At night (after 8 pm): 01632 960 111", "Any worries?", "Ring 01632 960 122"]
    assert "RES/4 v2 Mar 2023" in left_out(document)


def test_an_address_in_columns_and_a_poem_are_no_lists(tmp_path: Path) -> None:
    text = (
        "Scan\n\nWard 5, Mill Road      Tel. 01632 960 100\nHull HU1 1AA           Fax 01632 960 101\n\n"
        "Before\n\nYou may eat. You may drink.\n\nAfter\n\nYou may go home. You may drive.\n"
    )
    document = read(tmp_path, text)
    assert not any(sentence.item for phase in document.phases for sentence in phase.sentences)


STEPS = """Punción lumbar

¿Qué es?
Es una prueba que estudia el líquido que rodea al cerebro.

¿Cómo se realiza?
Paso 1. Se le pedirá que se recueste de lado.
Paso 2. El médico le limpiará la espalda con una solución.

¿Qué pasa después?
Estará acostado de 1 a 2 horas.
"""


@pytest.mark.parametrize("name", ["pagina.txt", "pagina.md"])
def test_steps_under_one_line_of_several_stay_inside_it(name: str, tmp_path: Path) -> None:
    assert names(read(tmp_path, STEPS, name, "es")) == ["¿Qué es?", "¿Cómo se realiza?", "¿Qué pasa después?"]


def test_a_line_over_a_list_is_a_part_beside_labels(tmp_path: Path) -> None:
    text = (
        "Cistoscopia\n\nDurante el examen: El médico mira la vejiga.\n\nTérmino: Podrá vestirse. Podrá irse.\n\n"
        "Cuidados en casa:\n* Beba agua.\n* Descanse.\n\nCONSULTE EN URGENCIA SI PRESENTA\n- Fiebre.\n- Vómitos.\n\n"
        "Molestias posibles: Puede tener ardor.\n"
    )
    assert names(read(tmp_path, text, language="es")) == [
        "Durante el examen",
        "Término",
        "Cuidados en casa",
        "CONSULTE EN URGENCIA SI PRESENTA",
        "Molestias posibles",
    ]


def test_a_question_over_shouted_headings_is_a_part_like_theirs(tmp_path: Path) -> None:
    text = (
        "YOUR PET SCAN\nPatient Guide - Department of Nuclear Medicine\n\nWhat is it?\nIt shows your body.\n\n"
        "BEFORE THE SCAN\nDo not eat. Drink water.\n\nAFTER THE SCAN\nDrink a lot. You may go home.\n"
    )
    document = read(tmp_path, text)
    assert names(document) == ["What is it?", "BEFORE THE SCAN", "AFTER THE SCAN"]
    assert [item.reason for item in document.left_out] == ["reference"]


def test_risks_over_a_list_are_a_part_beside_labels_whatever_else_stands_there(tmp_path: Path) -> None:
    text = (
        "Hysteroscopy\n\nDuring: You lie on a couch. It is short.\n\nAfterwards: You can go home.\n\n"
        "You will be told the results on the day.\n\nRisks:\n- infection\n- bleeding\n\nResults: You get a letter.\n"
    )
    assert names(read(tmp_path, text)) == ["During", "Afterwards", "Risks", "Results"]


@pytest.mark.parametrize(
    "name", ["The wait (usually 20 to 30 minutes)", "The bath (from 10:30 a.m.)", "The wait (approx. 20 min, or less)"]
)
def test_a_label_may_say_in_brackets_how_long_its_part_takes(name: str, tmp_path: Path) -> None:
    text = (
        f"Patch test\n\nThe first patch: A nurse puts it on. It is cold.\n\n{name}: You sit outside. You may read.\n\n"
        "The end: The nurse looks at your back. You can go home.\n"
    )
    assert names(read(tmp_path, text)) == ["The first patch", name, "The end"]


def test_lines_name_the_parts_where_labels_say_more_inside_one(tmp_path: Path) -> None:
    text = (
        "AMIGDALECTOMÍA\n\n¿Por qué se opera?\nSe opera cuando hay muchas infecciones.\n\n"
        "El día de la operación\nLlegada: preséntese en Admisión. Traiga el DNI.\nEn sala: le pondrán una bata.\n"
        "Anestesia: se usa anestesia general.\nOperación: se realiza por la boca.\n\n"
        "En casa\nEl dolor dura de 7 a 10 días.\n\nSIGNOS DE ALARMA\n1. Vómitos que no paran.\n2. Fiebre.\n"
    )
    parts = ["¿Por qué se opera?", "El día de la operación", "En casa", "SIGNOS DE ALARMA"]
    assert names(read(tmp_path, text, language="es")) == parts


def test_a_sender_over_a_guides_subject_is_no_title_and_its_date_is_no_sentence(tmp_path: Path) -> None:
    text = (
        "SEGURO SOCIAL DE SALUD - CENTRO NACIONAL (LIMA)\nGUÍA DEL PACIENTE: SU PRIMERA SESIÓN\n\n"
        "ANTES DE LA SESIÓN\nSon tres sesiones de 4 horas cada una. La primera es corta. Coma algo ligero.\n\n"
        "DESPUÉS\nConsulte si tiene sangrado que no para. Descanse ese día.\n\nActualizado: set. 2022\n"
    )
    document = read(tmp_path, text, language="es")
    assert document.title == "SU PRIMERA SESIÓN"
    assert [len(phase.sentences) for phase in document.phases] == [3, 2]
    assert [item.reason for item in document.left_out] == ["reference", "reference"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("1.1 ¿De qué se trata?", "¿De qué se trata?"),
        ("2.3.1 Before", "Before"),
        ("1.5 Tesla scan", "1.5 Tesla scan"),
        ("2.5 mg tablets", "2.5 mg tablets"),
        ("10.30 At the desk", "10.30 At the desk"),
    ],
)
def test_a_part_is_called_without_the_number_of_its_place(heading: str, name: str) -> None:
    assert name_of(heading) == name


def test_a_row_of_dots_may_have_hours_and_a_row_of_a_table_the_word_practice(tmp_path: Path) -> None:
    text = (
        "A COURSE\n\nDAY BY DAY\nDay 1     How it works.\nDay 2     A walk round the practice\n"
        "Day 3     Your own turn\n\n"
        "PHONE NUMBERS\nNurses (Mon 8-4:30) ........ 01632 960 119\nNights ........ 01632 960 120\n"
    )
    page = tmp_path / "x.txt"
    page.write_text(text, encoding="utf-8")
    said = [sentence.text for part in readers.read(page, "en").phases for sentence in part.sentences]
    assert "Day 2: A walk round the practice" in said
    assert "Nurses (Mon 8-4:30): 01632 960 119" in said


def test_a_line_in_capitals_that_is_no_stage_is_a_part_beside_the_stages(tmp_path: Path) -> None:
    text = (
        "A LENS\n\nON THE DAY\n\nEating: You may eat as you always do.\n\n"
        "Clothes: Wear a loose top that opens in front.\n\n"
        "AT HOME\n\nIt may itch. Do not rub it.\n\nARE THERE RISKS?\n\nThey are rare. We will tell you of them.\n"
    )
    page = tmp_path / "x.txt"
    page.write_text(text, encoding="utf-8")
    assert [part.name for part in readers.read(page, "en").phases] == ["ON THE DAY", "AT HOME", "ARE THERE RISKS?"]


def test_a_line_in_capitals_may_have_a_bracket(tmp_path: Path) -> None:
    text = (
        "SLEEP SERVICE\n\nSLEEP STUDY - INSTRUCTION SHEET\n\nBEFORE BED\n\nWash your face. Take no tablets.\n\n"
        "PUTTING IT ON (about 9 minutes, before the lamp is off)\n\n1. Sit down. Open the bag.\n2. Lie down. Rest.\n\n"
        "IN THE MORNING\n\nTake it off. Bring it back.\n"
    )
    page = tmp_path / "x.txt"
    page.write_text(text, encoding="utf-8")
    document = readers.read(page, "en")
    assert document.title == "SLEEP STUDY"
    assert [part.name.partition(" (")[0] for part in document.phases] == [
        "BEFORE BED",
        "PUTTING IT ON",
        "IN THE MORNING",
    ]


def test_where_most_lines_are_quiet_those_in_capitals_are_parts_beside_them(tmp_path: Path) -> None:
    text = (
        "LA BOMBA\n\nPara qué sirve\n\nAyuda a curar. No duele.\n\nAntes de empezar\n\nLávese bien. Siéntese.\n\n"
        "Los cambios\n\nSe hacen aquí. Son breves.\n\nLA ALARMA\n\nSuena si hay aire. Apriete el tubo.\n\n"
        "TELÉFONOS\n\nLlame a la sala. Atienden de día.\n"
    )
    page = tmp_path / "x.es.txt"
    page.write_text(text, encoding="utf-8")
    names = [part.name for part in readers.read(page, "es").phases]
    assert names[:4] == ["Para qué sirve", "Antes de empezar", "Los cambios", "LA ALARMA"]


def test_a_long_line_of_numbers_is_seen_to_be_no_hours_at_once() -> None:
    """It had taken twice as long with each number."""
    assert furniture.is_hours("Monday to Friday, 8 to 12 and 1 to 5")
    assert not furniture.is_hours(f"{'Day 5 ' * 400}scan")


def test_a_long_paragraph_is_looked_through_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of its lines had been looked at with all the lines over it: 2,000 took half a minute."""
    looked = 0
    is_contact = furniture.is_contact

    def counted(text: str) -> bool:
        nonlocal looked
        looked += len(text)
        return is_contact(text)

    monkeypatch.setattr(furniture, "is_contact", counted)
    letters = []
    for lines in (100, 400):
        looked = 0
        text = "\n".join(f"You rest for {at} minutes (see p. {at % 9}) and drink." for at in range(lines))
        (tmp_path / "page.txt").write_text(f"Title of it\n\nBefore you come\n\n{text}\n\nAfter\n\nGo home.\n", "utf-8")
        readers.read(tmp_path / "page.txt", "en")
        letters.append(looked)
    assert letters[1] < 6 * letters[0]

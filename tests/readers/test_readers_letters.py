"""Letters: the subject line is the title; greetings and signatures are left out, and listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document
from narration.readers.lines import senders

BODY = "You have been referred for a scan. It does not hurt."
PHASES = (
    "Before you come\n\nYou may eat as usual. Please bring your glasses.\n\n"
    "The scan\n\nYou lie still for 20 minutes. It is loud.\n\n"
)


def spoken(document: Document) -> str:
    return " ".join(sentence.text for section in document.sections for sentence in section.sentences)


def read(folder: Path, text: str, name: str = "letter.txt") -> Document:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    return readers.read(page)


@pytest.mark.parametrize(
    ("beginning", "title"),
    [
        ("Dear Mrs Carter,\n\nRe: Your MRI scan\n\n", "Your MRI scan"),
        ("Dear Mrs Carter,\nRe: Your MRI scan\n", "Your MRI scan"),
        ("RE: YOUR SCAN ON 12 JUNE AT 9.30\n\nDear patient\n\n", "YOUR SCAN ON 12 JUNE AT 9.30"),
        ("Northmere Hospital\nOur ref: AB/123\n\nDear Mr Jones\n\nSubject: your scan\n\n", "Your scan"),
        ("Estimada Sra. López:\n\nAsunto: su cita\n\n", "Su cita"),
    ],
)
def test_the_subject_line_is_the_title_and_is_not_spoken(tmp_path: Path, beginning: str, title: str) -> None:
    document = read(tmp_path, f"{beginning}{BODY}\n\n{PHASES}Yours sincerely,\nDr A. Patel\nConsultant\n")
    assert document.title == title
    assert [phase.name for phase in document.phases] == ["Before you come", "The scan"]
    assert spoken(document).startswith(BODY)
    assert not {"Dear", "Estimada", "Re", "sincerely", "Patel", "Consultant"} & set(spoken(document).split())
    assert {item.reason for item in document.left_out} <= {"greeting", "reference"}


@pytest.mark.parametrize(
    "end", ["<p>Yours sincerely,<br>Jane Smith<br>Nurse</p>", "<p>Kind regards, Jane Smith</p>", "<p>Kind regards</p>"]
)
def test_in_a_web_page_each_line_of_a_paragraph_counts(tmp_path: Path, end: str) -> None:
    document = read(
        tmp_path,
        f"<html><body><main><p>Dear Mr Jones,<br><b>Re: Your MRI scan</b></p><p>{BODY}</p>"
        "<h2>Arrival</h2><p>Please come early. You will change into a gown.</p>"
        f"<h2>Scan</h2><p>You lie still. It is loud.</p>{end}</main></body></html>",
        "letter.html",
    )
    assert document.title == "Your MRI scan"
    assert [phase.name for phase in document.phases] == ["Arrival", "Scan"]
    assert spoken(document).startswith(BODY)
    assert spoken(document).endswith("It is loud.")
    assert {item.reason for item in document.left_out} == {"greeting"}


def test_a_farewell_may_be_a_sentence_and_what_follows_has_its_own_reason(tmp_path: Path) -> None:
    end = "Sin otro particular, reciba un cordial saludo.\n\nDra. Ruiz\n\nCita previa: 950 000 264, de 8:00 a 14:30 h\n"
    document = read(tmp_path, f"Antes: Coma algo. Beba agua.\n\nDespués: Puede irse a casa. Descanse.\n\n{end}")
    assert spoken(document).endswith("Descanse.")
    assert [item.reason for item in document.left_out] == ["greeting", "greeting", "contact"]


def test_what_only_looks_like_a_letter_stays(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "A scan\n\nRe: You may rest. It is quiet here.\n\nAfter: Many thanks, we say, and you go home. It is late.\n",
    )
    assert document.title == "A scan"
    assert "You may rest." in spoken(document)
    assert "Many thanks, we say, and you go home." in spoken(document)


EMAIL = (
    "From: Day Unit <day.unit@northmere.example>\nTo: Mr Ahmed\nSubject: {subject}\n\n{greeting}\n\n"
    "We are writing about your infusion on Monday. It takes about two hours, and it does not hurt.\n\n"
    "Please drink plenty of water before you come. You may eat as usual.\n\n{end}"
)
CORREO = (
    "De: Hospital de Día <hospital.dia@norte.example>\nPara: Sra. Ruiz\nAsunto: {subject}\n\n{greeting}\n\n"
    "Le escribimos por su infusión del lunes. Dura unas dos horas y no duele.\n\n"
    "Beba bastante agua antes de venir. Puede comer como siempre.\n\n{end}"
)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Your iron infusion (ref INF/25/0417)", "Your iron infusion"),
        ("Your iron infusion (our ref: AB-1234)", "Your iron infusion"),
        ("Your iron infusion, ref INF/25/0417", "Your iron infusion"),
        ("Your iron infusion (60 minutes)", "Your iron infusion (60 minutes)"),
        ("Your infusion (version 3)", "Your infusion"),
    ],
)
def test_a_reference_in_brackets_goes_with_its_brackets(tmp_path: Path, subject: str, title: str) -> None:
    document = read(tmp_path, EMAIL.format(subject=subject, greeting="Dear Mr Ahmed,", end=""))
    assert document.title == title


@pytest.mark.parametrize(
    ("mail", "subject", "title"),
    [
        (CORREO, "Recordatorio de cita – Infusión de hierro – 9 de junio, 8:40 a. m.", "Infusión de hierro"),
        (CORREO, "Infusión de hierro (martes 9 de junio)", "Infusión de hierro"),
        (EMAIL, "Appointment reminder: Iron infusion, Tuesday 9 June at 8:40 am", "Iron infusion"),
        # A day that nothing else tells stays.
        (CORREO, "Infusión de hierro – 7 de junio", "Infusión de hierro – 7 de junio"),
    ],
)
def test_an_email_is_not_called_by_its_day(tmp_path: Path, mail: str, subject: str, title: str) -> None:
    told = {CORREO: "La esperamos el 9 de junio a las 8:40.", EMAIL: "We expect you on 9 June at 8:40 am."}
    greeting = "Estimada Sra. Ruiz:" if mail == CORREO else "Dear Mr Ahmed,"
    document = read(tmp_path, mail.format(subject=subject, greeting=greeting, end=told[mail]))
    assert document.title == title


def test_a_greeting_before_its_sentence_names_no_part(tmp_path: Path) -> None:
    text = "Ecografía\n\nSeñor(a) paciente: lea esta hoja en casa.\n\nAntes: No coma.\n\nDespués: Descanse.\n"
    document = read(tmp_path, text, "hoja.txt")
    assert [phase.name for phase in document.phases] == ["Antes", "Después"]
    assert "lea esta hoja" in spoken(document)


@pytest.mark.parametrize(
    ("text", "greeting"),
    [
        (EMAIL, "Dear Declan,"),
        (EMAIL, "Hi Declan,"),
        (EMAIL, "Good morning Mrs Ward,"),
        (EMAIL, "Madam, Sir,"),
        (CORREO, "Estimada Sra. Ruiz:"),
        (CORREO, "Hola, Carmen:"),
        (CORREO, "Apreciada usuaria:"),
        (CORREO, "Buenos días, Sr. Lanuza:"),
    ],
)
def test_a_greeting_is_no_part(tmp_path: Path, text: str, greeting: str) -> None:
    document = read(tmp_path, text.format(subject="Your infusion", greeting=greeting, end=""))
    assert greeting in [item.text for item in document.left_out if item.reason == "greeting"]
    assert greeting.strip(",:") not in spoken(document)
    assert "infusi" in spoken(document)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (EMAIL, "Mind yourself.\n\nSinéad\n\nSinéad Ní Bhriain, CNS OPAT\nSt Finbarr's University Hospital, Cork\n"),
        (EMAIL, "See you on Monday.\n\nAnn Lee\nSpecialist nurse\n"),
        (EMAIL, "See you on Monday.\n\nDr J. de Souza, Consultant\n\nSent from my phone\n"),
        (CORREO, "Nos vemos el lunes.\n\nPilar Buisán\nEnfermera de Hospital de Día\n"),
        (CORREO, "Nos vemos el lunes.\n\nDra. M. de la Vega, hematóloga\n\nEnviado desde mi iPhone\n"),
    ],
)
def test_a_signature_needs_no_farewell(tmp_path: Path, text: str, end: str) -> None:
    document = read(tmp_path, text.format(subject="Your infusion", greeting="Dear Ann,", end=end))
    names = {line.strip() for line in end.splitlines()[1:] if line.strip()}
    said = spoken(document)
    assert end.splitlines()[0] in said
    assert not [name for name in names if name in said]
    assert not [part.name for part in document.phases if part.name in names]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            EMAIL,
            "This e-mail and any files transmitted with it are confidential and intended solely for the addressee.",
        ),
        (EMAIL, "If you are not the intended recipient, please delete this message and tell the sender."),
        (EMAIL, "Please consider the environment before printing this email."),
        (EMAIL, "Please do not reply to this email."),
        (CORREO, "Este correo y sus adjuntos son confidenciales y para uso exclusivo de su destinatario."),
        (CORREO, "Si usted no es el destinatario de este mensaje, le rogamos que lo borre."),
        (CORREO, "Aviso de confidencialidad: la información de este mensaje es privada."),
    ],
)
def test_what_a_mail_program_adds_is_left_out(tmp_path: Path, text: str, line: str) -> None:
    document = read(tmp_path, text.format(subject="Your infusion", greeting="Dear Ann,", end=line))
    assert line in [item.text for item in document.left_out]
    assert line not in spoken(document)


def test_a_sentence_about_this_message_or_the_recipient_is_said(tmp_path: Path) -> None:
    told = "If you have received this kit late, ring us. Keep this message: it has your times."
    document = read(tmp_path, EMAIL.format(subject="Your infusion", greeting="Dear Ann,", end=told))
    assert told in spoken(document)


def test_short_paragraphs_of_a_letter_are_parts_together_and_a_list_keeps_what_follows_from_it(tmp_path: Path) -> None:
    paragraph = "We have booked you in for an infusion of iron on the day unit, and it takes two hours. " * 3
    alarm = "Watch for these:\n\n- a rash\n- a fever\n\nFor any of those ring us on 01632 960 444 at once.\n\n"
    document = read(tmp_path, f"Dear Ann,\n\n{(paragraph + chr(10) * 2) * 7}{alarm}{paragraph}\n\nYours sincerely\n")
    assert len(document.phases) == 4
    with_alarm = next(part for part in document.phases if any("a rash" in s.text for s in part.sentences))
    assert any("For any of those" in sentence.text for sentence in with_alarm.sentences)
    assert document.notes


@pytest.mark.parametrize("end", ["Please bring:\n\nPassport\n\nGlasses\n", "Choose a topic that calms you.\n"])
def test_what_a_letter_asks_for_at_its_end_is_no_signature_and_no_button(tmp_path: Path, end: str) -> None:
    document = read(tmp_path, EMAIL.format(subject="Your infusion", greeting="Dear Ann,", end=end))
    assert all(line.rstrip(":") in spoken(document) for line in end.splitlines() if line)


HEADERS = [
    ("From: Day Unit\nTo: you\nSubject: {subject}\nDate: Mon, 3 Mar 2025 14:12\n\nHello there,\n\n", "x.txt"),
    ("Subject: {subject}\nFrom: Day Unit\nAttachments: map.pdf\n\n", "x.txt"),
    ("De: Hospital de Día\n\nEnviado el: 3/3/2025\n\nPara: Sra. Ruiz\n\nAsunto: {subject}\n\n", "x.txt"),
    ("**De:** Hospital de Día\n**Fecha:** lunes\n**Asunto:** {subject}\n\nBuenos días:\n\n", "x.md"),
    ("<div><b>From:</b> Day Unit<br><b>Sent:</b> Monday<br><b>Subject:</b> {subject}</div>", "x.html"),
]


@pytest.mark.parametrize(("header", "name"), HEADERS)
@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Your infusion - please read before you come in (ref DIS/2291-B)", "Your infusion"),
        ("RE: FW: your infusion", "Your infusion"),
        ("RV: Su gastroscopia: qué esperar", "Su gastroscopia: qué esperar"),
    ],
)
def test_the_lines_over_an_email_are_no_parts(tmp_path: Path, header: str, name: str, subject: str, title: str) -> None:
    break_, line = ("<p>", "<br>") if name.endswith("html") else ("\n\n", "\n")
    text = f"{BODY}{break_}You may eat as usual. Please bring your glasses.{break_}You go home. It is safe to drive."
    end = f"{break_}See you Monday,{line}Bron"
    document = read(tmp_path, header.format(subject=subject) + break_ + text + end, name)
    assert document.title == title
    assert spoken(document) == text.replace(break_, " ")
    assert not document.closing.sentences
    assert {item.reason for item in document.left_out} == {"reference", "greeting"}


def test_from_and_to_in_a_leaflet_are_no_header(tmp_path: Path) -> None:
    way = "From: your ward to the day unit. To: the theatre."
    document = read(tmp_path, f"Going to theatre\n\n{way}\n\n{PHASES}See you soon. Many people ask for a porter.\n")
    assert way in spoken(document)
    assert "See you soon." in spoken(document)


CONSULTANT = """Miss Clare Ogden FRCS (Plast)
Consultant Surgeon
The Quay Rooms, 4 Quay Street, Westport WP1 2AB

{above}Dear Patient,

{below}We talked about it in clinic. This letter says what happens.

BEFORE
Eat as usual. Take your tablets.

AFTER
Rest at home. Miss Ogden will ring you.

Yours sincerely

Clare Ogden
Consultant Surgeon

Dictated but not signed, to avoid delay.
cc GP
Enc: map; consent form
"""


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("To patients listed for hand surgery\n\n", ""),
        ("", "Re: Hand surgery\n\n"),
    ],
)
def test_a_letter_from_a_person_is_about_its_subject(above: str, below: str, tmp_path: Path) -> None:
    document = read(tmp_path, CONSULTANT.format(above=above, below=below))
    assert document.title == "Hand surgery"
    assert [part.name for part in document.phases] == ["BEFORE", "AFTER"]
    assert document.closing.sentences == ()
    out = " ".join(item.text for item in document.left_out)
    assert all(words in out for words in ("Miss Clare Ogden FRCS (Plast)", "Consultant Surgeon", "cc GP", "Enc: map"))


def test_a_letter_to_a_family_has_no_part_of_its_date_or_its_signature(tmp_path: Path) -> None:
    text = (
        "Dra. Elena Paz Ríos\nPediatra\nRosario\n\nRosario, 3 de mayo de 2025\n\n"
        "A la mamá o el papá de Leo:\n\nLes escribo para que tengan todo junto. Es corto.\n\n"
        "Antes\n\nNo coma nada. Beba agua.\n\nDespués\n\nDescanse. No corra.\n\n"
        "Un saludo afectuoso,\n\nElena Paz Ríos\n\nc.c.: Dr. Juan Sol (cirujano)\n"
    )
    document = read(tmp_path, text)
    assert [part.name for part in document.phases] == ["Antes", "Después"]
    assert spoken(document).startswith("Les escribo para que tengan todo junto.")
    assert spoken(document).endswith("No corra.")


def test_a_person_s_name_is_no_title_and_a_sentence_is_no_person() -> None:
    assert senders.is_person("Dr Ann Lee FRCS")
    assert senders.is_person("Dra. Luz Paz Mora")
    assert not senders.is_person("Dr Lee will see you")
    assert not senders.is_person("Sister")
    assert not senders.is_person("Mrs Hill: 01632 960 111")


def test_a_heading_right_under_the_title_that_tells_what_the_page_is_opens_the_letter(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    page.write_text(
        "# BACK SCHOOL\n## Movement class before a spinal operation\n\nAshby Spine Hospital, Dunholt\n\n"
        "Dear patient,\n\nYou have been listed for an operation on the spine.\n\n"
        "### Before\n\nEat as usual.\n\n### After\n\nYou go home.\n",
        encoding="utf-8",
    )
    document = readers.read(page, "en")
    assert document.opening.sentences[0].text == "Movement class before a spinal operation."
    assert document.title == "BACK SCHOOL"
    assert "Ashby Spine Hospital, Dunholt" in {item.text for item in document.left_out}


def test_a_practice_with_its_street_is_the_sender(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    page.write_text(
        "# Your knee scan\n\n*Larch Imaging, Mill Road, Co. Sligo*\n\nSome people worry about it. We know.\n\n"
        "## Before\n\nEat as usual.\n\n## After\n\nYou go home.\n",
        encoding="utf-8",
    )
    assert "Larch" not in spoken(readers.read(page, "en"))


def test_a_long_contact_over_the_salutation_is_the_sender_s(tmp_path: Path) -> None:
    secretary = "Secretary: Ms Pat Grey   Tel: 091 555 0134   (Mon-Fri, 9.00 to 1.00 and 2 to 4)"
    sender = f"Dr Una Moss MB\nHeart Specialist\n{secretary}\n"
    document = read(
        tmp_path, f"{sender}\nOur ref: UM/pg/HEART\n\nRe: Your tilt test\n\nDear Patient,\n\n{BODY}\n\n{PHASES}"
    )
    assert document.title == "Your tilt test"
    assert [part.name for part in document.phases] == ["Before you come", "The scan"]
    assert not {"Heart Specialist", "Our ref: UM/pg/HEART"} & set(spoken(document).split(". "))


_SHEET = "WHAT IS IT?\nIt takes an hour. You lie still.\n\nGOING HOME\nYou may go home at once. Rest today.\n"


@pytest.mark.parametrize(
    ("subject", "sheet", "title", "said"),
    [
        ("Re: Your scan", "A BONE BIOPSY\nInformation for patients", "A BONE BIOPSY", ""),
        ("Re: Your scan", "---\n\nPatient information leaflet\nBone biopsy", "Bone biopsy", ""),
        ("", "BONE BIOPSY\nPatient information leaflet", "BONE BIOPSY", ""),
        ("Re: Your visit on 12 June", "BONE BIOPSY\nPatient information", "BONE BIOPSY", "Your visit on 12 June. "),
    ],
)
def test_a_sheet_under_a_letter_has_the_title(tmp_path: Path, subject: str, sheet: str, title: str, said: str) -> None:
    letter = f"Dear Mr Jones,\n\n{subject}\n\n{BODY}\n\nYours sincerely,\n\nAnn Lee\nNurse\n\n"
    document = read(tmp_path, letter + sheet + "\n\n" + _SHEET)
    assert document.title == title
    assert [phase.name for phase in document.phases] == ["WHAT IS IT?", "GOING HOME"]
    assert spoken(document).startswith(said + BODY)
    assert not {"Lee", "BIOPSY", "biopsy", "leaflet", "patients"} & set(spoken(document).split())


def test_a_sheet_of_recommendations_under_a_letter_has_the_title(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Estimada Sra. López:\n\nAsunto: Biopsia ósea con sedación\n\nVenga el lunes.\n\nAtentamente,\n\n"
        "Ana Gil\nEnfermera\n\nHOJA DE RECOMENDACIONES PARA EL PACIENTE\nBIOPSIA ÓSEA\n\n"
        "1. ¿QUÉ ES?\nEs una prueba que dura una hora.\n\n2. DESPUÉS\nPuede irse a casa. Descanse.\n",
    )
    assert document.title == "BIOPSIA ÓSEA"
    assert [phase.name for phase in document.phases] == ["¿QUÉ ES?", "DESPUÉS"]
    assert spoken(document).startswith("Biopsia ósea con sedación. Venga el lunes")


def test_with_no_kind_of_sheet_beside_it_a_line_under_a_signature_may_be_a_name(tmp_path: Path) -> None:
    letter = f"Dear Mr Jones,\n\nRe: Your scan\n\n{BODY}\n\nYours sincerely,\n\nAnn Lee\nNurse\n\nSalt Road\n\n"
    assert read(tmp_path, letter + _SHEET).title == "Your scan"

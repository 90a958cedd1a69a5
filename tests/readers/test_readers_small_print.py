"""What stands around a leaflet's text is left out wherever it is written, and what speaks to the patient is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers

PAGE = "{title}\n\nBefore the scan: You may eat and drink.\n\nThe scan: You lie still on a table.\n\n{line}\n"

OUT = [
    ("en", "Leaflet no. HN-22 | Version 6 | Last reviewed: March | Next review: in 3 years"),
    ("en", "Ref: WC/41      Issue 9      Last reviewed: October"),
    ("en", "Available in large print and in Welsh on request."),
    ("en", "Foot Unit guide, 5th edition. Not a substitute for your treatment agreement."),
    ("en", "Printed copies are uncontrolled."),
    ("en", "Harbourside Hand Clinic Ltd. Registered in England. Regulated by the Care Quality Commission."),
    ("en", "This handout is for informational purposes only and does not constitute medical advice."),
    ("en", "Ref: RDU-PIL-022   Revision 3   Approved: Nov 2022   Review: Nov 2025\nOwner: CNM2 Respiratory."),
    ("en", "Figure 1: an OCT scan"),
    ("en", "[INSERT MAP HERE]"),
    ("en", "- 4 -"),
    ("en", "Photos by Juniper Vale. Website by Small Moon Studio."),
    ("en", "Follow along: Instagram, Substack, Insight Timer"),
    ("en", "Join our newsletter for seasonal reflections and 10% off your first circle."),
    ("en", "WMH/ORTH/044 Reviewed: May 2023 Next review: May 2026 Printed by Wellmoor Print Room"),
    ("en", "For large print, Braille or an easy read version ask the ward."),
    ("en", "Large print, Easy Read and Welsh versions available on request."),
    ("en", "Quarry Hill Surgical Partners, PLLC\n\n1200 Orchard Lane, Suite 4, Toledo, OH 43604"),
    ("en", "Interpreter: 131 450."),
    ("es", "Elaboró: Dr. H. Cárdenas M.     Revisó: Comité de Calidad     Autorizó: Dirección Médica"),
    ("es", "Clave: URO-PAC-09 / Rev. 02 / Vigente a partir de: agosto 2022"),
    ("es", "Impreso 1 de 1. Prohibida su reproducción total o parcial."),
    ("es", "Copia controlada. Si este documento se imprime se considera copia no controlada."),
    ("es", "Elaborado por: Lic. R. Puma / Aprobado por: Dr. T. Lazo / R.D. N.º 000-2023-XY / Vigente hasta nov-2027"),
    ("es", "Redacción: Dra. Inés Roca y Lic. Juan Paz, Servicio de Piel."),
    ("es", "Clínica Santa Aurora S.A.C. – Jr. Los Tilos 120, Cusco – Libro de reclamaciones – Trabaje con nosotros"),
    ("es", "Bibliografía: Guía de Práctica Clínica 140-08; EAU Guidelines 2022."),
    ("es", "Guía v2.3 – rev. Lic. J. Ferreyra – marzo 2024. Material de uso interno del Centro Ámbar. CC BY-NC-ND."),
    ("es", "¿Le resultó útil esta página?"),
    ("es", "Responsable sanitario: Dr. Luis Soto Mora. Céd. prof. 1234567. Universidad del Valle."),
    ("es", "Dra. Eva Ríos León, Cédula Profesional 7654321, Radióloga"),
    ("es", "Aviso de publicidad COFEPRIS 200000000A0000"),
    ("es", "Av. de los Sauces 1200, Col. Centro, Puebla, Pue., C.P. 72000"),
    ("es", "Calle 45 # 12-30, Bogotá"),
    ("es", "C/ Mayor, 5, 28013 Madrid"),
    ("es", "Documento controlado. La versión impresa se considera copia no controlada."),
    ("es", "Edición de marzo de 2024; próxima revisión, marzo de 2027."),
    ("es", "c.c.: Dr. Luis Soto (pediatra)"),
    ("es", "Adj.: orden de análisis, presupuesto"),
    ("es", "Elaboró: Enf. Rosa Puig Mora. Aprobó: Calidad."),
    ("en", "Encl.: blood form, map"),
    ("en", "Medical director: Ann Oake-Lunn, MD. Form BX-12 (rev. 3/24). This page is general information."),
    ("es", "Vigilado Supersalud."),
    ("es", "Documento aprobado por la Comisión de Información al Paciente."),
    ("en", "Ann Tully RN | Clinical Nurse Specialist | Day Infusion Suite"),
    ("en", "Prof. D. Ó Ruairc, Consultant Physician"),
    (
        "en",
        "This e-mail is general information only and doesn't replace advice from your own doctor. Form WCH-0417 v3.",
    ),
    ("en", "If you have received it in error please delete it. Form WCH-0417 v3."),
    ("en", "Little Latch is registered with the Care Quality Commission."),
    ("en", "Not a substitute for individual advice."),
    ("en", "Ref: BMD/14 Version 2\nWritten: May 2021   Reviewed: May 2023   Next review due: May 2026"),
    ("en", "Ref: BMD/14 Version 2\n(c) Northmere & Vale Hospitals NHS Trust"),
    ("es", "Ref.: HGR-URO-HP-014   Rev. 2"),
    ("es", "Redactado: mayo 2020   Revisado: junio 2023"),
    ("en", "F-ECHO-22   Updated: 2024-05-30    Rive-Verte Clinic  © 2025   Legal mentions"),
    ("es", "Dra. Elena Ruiz, Jefa de Servicio"),
    (
        "es",
        "Revisado en 2024. Esta información es general; tu tratamiento lo define tu médico tratante. Folio EDU-B-31.",
    ),
    ("es", "Guía para el usuario — Cód. EF-GU-022 — Versión 03"),
    ("es", "Toca cada apartado para abrirlo."),
    ("es", "La información de este sitio no reemplaza la consulta médica."),
    ("en", "Form no. RAD-22 © 2024 Northmere Legal mentions"),
    ("en", "This leaflet is general in nature and may not apply to you."),
    ("en", "The information here is general and does not replace your doctor's advice."),
    ("en", "Content provided for education only; always follow your doctor's advice."),
    ("en", "Tap a question to see the answer."),
    ("en", "Scroll down for more information."),
    ("en", "Printed from www.northmere.example on 3 May 2024"),
    ("en", "You are receiving this e-mail because you have an appointment with us. Unsubscribe"),
    ("en", "Images for illustration only."),
    ("en", "End of document"),
    ("en", "BSC-HER-04 v1.2 Jan 2024"),
    ("es", "Cód. RX-14"),
    ("es", "Folio RX-14/2"),
    ("es", "Esta información es general."),
    ("es", "Este folleto tiene carácter orientativo."),
    ("es", "La presente información no reemplaza el criterio de su médico tratante."),
    ("es", "Este material es educativo y no sustituye la consulta médica."),
    ("es", "Toque cada pregunta para ver la respuesta."),
    ("es", "Última modificación: 3 de mayo de 2024 a las 12:30"),
    ("es", "Recibe este correo porque tiene una cita con nosotros. Darse de baja"),
    ("es", "Las imágenes son solo ilustrativas."),
    ("es", "Este folleto no sustituye al consentimiento informado."),
]
OUT += [
    ("en", "Date for review: April 2031"),
    ("en", "Date of next review: April 2031"),
    ("en", "Responsible for this leaflet: Quarry Eye Unit"),
    ("es", "Próxima revisión programada: mayo de 2031"),
    ("es", "Fecha prevista para la próxima revisión: mayo de 2031"),
    ("es", "Responsable de la hoja: Comité de Calidad"),
    ("es", "Folleto n.º: EC-12\nRevisión: 2\nFecha: 03/02/2024"),
]
SAID = [
    ("en", "Reviewed in 3 months."),
    ("en", "Responsible for this are the tablets."),
    ("en", "For large print, Braille or an easy read version ask the ward on 01632 960 111."),
    ("en", "Need this in large print or another language? Ring 01632 960 200."),
    ("en", "Copies in Braille or on audio CD: 01632 960 200."),
    ("es", "Si necesita esta hoja en letra grande, llame al 955 000 170."),
    ("en", "Large print menus are on the table."),
    ("en", "Welsh and Braille copies are available at the desk."),
    ("en", "For large print, Braille or another language call PALS on 01632 960 200."),
    ("en", "General anaesthesia is general in its effect."),
    ("en", "The advice here is general for the first week; then the nurse fits it to you."),
    ("en", "Tap the vein to see it."),
    ("en", "The pictures are for the surgeon."),
    ("es", "Las imágenes se conservan 90 días."),
    ("es", "Toque el timbre si se marea."),
    ("es", "Recibe este correo el lunes."),
    ("en", "Your movement may be limited."),
    ("en", "This sheet is not the same as the Trial Information and Consent Form (TICF, version 7)."),
    ("en", "The time is in the letter that we send you (issue 3, May 2024)."),
    ("en", "This leaflet is meant to support, not replace, what your doctor tells you."),
    ("en", "Please review your letter in May 2026 and bring it."),
    ("en", "By Monday most people feel better."),
    ("en", "Ketamine is not approved for the treatment of depression."),
    ("es", "Esta guía no reemplaza la charla con su médico."),
    ("es", "Este folleto no sustituye al consentimiento, que debe entregar firmado en la consulta."),
    ("es", "El médico revisó sus análisis y le espera."),
    ("es", "Camino de 30 minutos, 3 veces al día."),
    ("es", "Es la 2.ª vez que viene."),
    ("es", "Por la mañana no tome nada."),
    ("en", "Dr A. Marsh will see you after the scan"),
    ("en", "Dr Marsh, your consultant, is there"),
    ("en", "Ask for Dr Marsh, Consultant Cardiologist, at the desk."),
    ("en", "Herbal remedies are not a substitute for your tablets."),
    ("en", "If you have received it in error, the wrong dose may harm you."),
    ("en", "The scan gives general information."),
    ("en", "Vitamin (c) 2000 mg is safe."),
    ("es", "La información es general al principio; luego el médico le explica su caso."),
    ("es", "Toque cada dedo con el pulgar para ejercitarlo."),
    ("es", "Dr. Pérez, su médico"),
]


def _read(tag: str, line: str, folder: Path) -> str:
    path = folder / "x.txt"
    path.write_text(PAGE.format(title="Your scan" if tag == "en" else "Su prueba", line=line), encoding="utf-8")
    document = readers.read(path, tag)
    return " ".join(s.text for section in document.sections for s in section.sentences)


@pytest.mark.parametrize(("tag", "line"), OUT)
def test_small_print_is_left_out(tag: str, line: str, tmp_path: Path) -> None:
    assert _read(tag, line, tmp_path) == "You may eat and drink. You lie still on a table."


@pytest.mark.parametrize(("tag", "line"), SAID)
def test_a_sentence_for_the_patient_is_said(tag: str, line: str, tmp_path: Path) -> None:
    assert line in _read(tag, line, tmp_path)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Your visit: ________. Bring this letter and your glasses.", "Bring this letter and your glasses."),
        ("Retiro: con el talón n.º ______. Traer DNI. Venga pronto.", "Traer DNI. Venga pronto."),
        ("Name: ______. Date: ______. Dr. ______", ""),
    ],
)
def test_a_place_to_write_takes_no_instruction_beside_it(line: str, said: str, tmp_path: Path) -> None:
    tag = "es" if "DNI" in line else "en"
    assert _read(tag, line, tmp_path) == f"You may eat and drink. You lie still on a table. {said}".strip()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("(*) Patients on insulin should ring the unit.", "Patients on insulin should ring the unit."),
        ("† Do not take these on the day.", "Do not take these on the day."),
        ("Fast for 6 hours* and bring water (*).", "Fast for 6 hours and bring water."),
        ("The wound is 2 * 3 cm.", "The wound is 2 * 3 cm."),
        ("Dial *67 first, then the ward.", "Dial *67 first, then the ward."),
    ],
)
def test_a_star_without_its_note_is_not_said(line: str, said: str, tmp_path: Path) -> None:
    assert _read("en", line, tmp_path) == f"You may eat and drink. You lie still on a table. {said}"


def test_underlined_lines_are_headings_and_a_line_of_signs_after_prose_is_none(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(
        "HAVING A SCAN\n=============\n\nDay Unit Outpatients\nEastfold Hospitals\n\nAbout the scan\n--------------\n"
        "You lie down.\n\nIt is short.\n\nAfterwards\n----------\nYou may go home.\n--------------------\n",
        encoding="utf-8",
    )
    document = readers.read(path, "en")
    assert document.title == "HAVING A SCAN"
    assert [phase.name for phase in document.phases] == ["About the scan", "Afterwards"]
    assert not document.opening.sentences


def test_a_title_is_its_topic(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    for head, title in (
        ("HOSPITAL SIERRA DE LUNA\n\nINFORMACIÓN PARA EL PACIENTE: BRONCOSCOPIA\n", "BRONCOSCOPIA"),
        (
            "PATIENT EDUCATION\n\nSPINAL TAP\n\nPrairie Medical Center, Department of Neurology, Omaha, NE\n",
            "SPINAL TAP",
        ),
    ):
        path.write_text(f"{head}\n1. BEFORE\n\nYou may eat.\n\n2. AFTER\n\nYou may go home.\n", encoding="utf-8")
        document = readers.read(path, "en")
        assert (document.title, document.opening.sentences) == (title, ())


def test_what_stands_under_a_question_is_no_phase_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    parts = (
        "## A fine test\n\nIt is short.\n\n## What do I do?\n\n### Tablets\n\nStop them.\n\n### Food\n\nEat none.\n\n"
    )
    path.write_text(
        f"# Scan\n\n{parts}## What is next?\n\nYou rest.\n\n## The risks\n\nThere are few.\n", encoding="utf-8"
    )
    names = [phase.name for phase in readers.read(path, "en").phases]
    assert names == ["A fine test", "What do I do?", "What is next?", "The risks"]


def test_a_bold_number_over_its_own_list_is_a_phase_like_those_around_it(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(
        "# Knee\n\n1. **Before.** You may eat.\n\n2. **At home.**\n   - Rest the leg.\n   - Use ice.\n\n"
        "3. **Sport.** You may run in May.\n",
        encoding="utf-8",
    )
    assert [phase.name for phase in readers.read(path, "en").phases] == ["Before", "At home", "Sport"]


def test_a_page_without_a_title_is_called_by_its_file_as_the_text_spells_it(tmp_path: Path) -> None:
    path = tmp_path / "es2_cesarea_programada.txt"
    path.write_text("Antes: Su cesárea ya quedó programada.\n\nDespués: Usted descansa en la sala.\n", encoding="utf-8")
    assert readers.read(path, "es").title == "Cesárea programada"
    assert readers.read(path.rename(tmp_path / "hoja 04-x.txt"), "es").title == "Hoja 04 x"


NUMBERS = [
    ("Tel: 01632 960 250\nFax: 01632 960 251\nunit@example.org", True),
    ("Fax: 01632 960 251", False),
    ("Company registration: 01632960251", False),
]


@pytest.mark.parametrize(("line", "said"), NUMBERS)
def test_the_number_to_ring_is_said_where_the_text_tells_to_ring_and_gives_none(
    line: str, said: bool, tmp_path: Path
) -> None:
    path = tmp_path / "x.txt"
    for sentence, asks in (
        ("Ring us if it hurts.", True),
        ("It may hurt.", False),
        ("Ring us on 01632 960 999.", False),
    ):
        path.write_text(PAGE.format(title="Your scan", line=f"{sentence}\n\n{line}"), encoding="utf-8")
        document = readers.read(path, "en")
        spoken = " ".join(s.text for section in document.sections for s in section.sentences)
        assert (line.partition("\n")[0] in spoken) == (said and asks)
        assert "251" not in spoken


def test_a_number_over_a_letter_is_said_at_its_end(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(
        "Hand Clinic\n14 Quay Parade\nTel: 01632 960 250\n\nDear Patient,\n\nCarpal tunnel release\n\n"
        "Before: You may eat and drink.\n\nAfter: Ring on the number at the top if it hurts.\n\nYours,\n\nA. Hill\n",
        encoding="utf-8",
    )
    document = readers.read(path, "en")
    assert [s.text for s in (*document.phases[-1].sentences, *document.closing.sentences)][-1] == (
        "Hand Clinic: 01632 960 250."
    )


def test_a_title_in_capitals_stands_over_the_kind_of_sheet(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(
        "EASTFOLD COUNTY HOSPITALS NHS TRUST\nEye Department\n\nHAVING A SCAN\n"
        "Advice for patients, relatives and carers\n\n"
        "BEFORE THE SCAN\n\nYou may eat. It is short.\n\nAFTER THE SCAN\n\nYou may go home. It is safe to drive.\n",
        encoding="utf-8",
    )
    document = readers.read(path, "en")
    assert document.title == "HAVING A SCAN"
    assert [phase.name for phase in document.phases] == ["BEFORE THE SCAN", "AFTER THE SCAN"]
    assert not document.opening.sentences


def test_lines_beside_the_leaflet_s_number_are_judged_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(
        "<h1>Your scan</h1><p><i>Your questions answered</i><br>Children’s Clinic, Level 3 | Ref: AL-19 | "
        "Last reviewed: June 2023</p><p><b>Is it loud?</b></p><p>It is a little loud.</p><p><b>Is it long?</b></p>"
        "<p>It is short.</p>",
        encoding="utf-8",
    )
    assert not readers.read(path, "en").opening.sentences


def test_a_line_that_leads_in_to_a_list_is_a_phase_among_labels(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(
        "Your scan\n\nBefore: You may eat.\n\nTell the nurse before the scan if:\n- you have a cough\n- you are deaf\n"
        "\nAfter: You may go home.\n\nCall your own doctor if: you have a rash or feel faint.\n",
        encoding="utf-8",
    )
    document = readers.read(path, "en")
    names = ["Before", "Tell the nurse before the scan if", "After", "Call your own doctor if"]
    assert [phase.name for phase in document.phases] == names
    assert document.phases[1].sentences[0].text == "Tell the nurse before the scan if:"


def test_what_comes_after_a_hospital_and_a_leaflet_s_number_is_the_title(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "EASTMOOR NHS FOUNDATION TRUST\nAudiology Department\n\nLeaflet no. AUD/12   Version 3\n\nYOUR HEARING TEST\n\n"
        "Please read this as soon as you get it.\n\nWHAT IS IT?\n\nIt is a test of your hearing. It is short.\n\n"
        "WHAT HAPPENS?\n\nYou sit in a quiet room. You hear soft tones.\n"
    )
    document = readers.read(page)
    assert document.title.casefold() == "your hearing test"
    assert len(document.phases) == 2


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Wattle Bay Children's Imaging\nParent information sheet\n\nHip ultrasound for babies\n\n",
            "Hip ultrasound for babies",
        ),
        (
            "Hilltop Dental Group\nImplants · Crowns\n12 Elm Rd, Leeds\nTel: 01632 960 111\n\nROOT CANAL TREATMENT\n\n",
            "ROOT CANAL TREATMENT",
        ),
        (
            "Riverside Hospital\nTel: 01632 960 111\n\nYour iron infusion\n\nMenu | Home | Contact us\n\n",
            "Your iron infusion",
        ),
        (
            "CLÍNICA SAN JOSÉ\nImplantes · Ortodoncia\nCalle Mayor 12\nTel.: 555 010 111\n\nEXTRACCIÓN DE MUELAS\n\n",
            "EXTRACCIÓN DE MUELAS",
        ),
        ("Policlínica Sur\nHoja para pacientes\n\nInfiltración de rodilla\n\n", "Infiltración de rodilla"),
        ("Centro Médico Norte\nGuía para padres y madres\n\nEcografía de cadera\n\n", "Ecografía de cadera"),
    ],
)
def test_the_sender_s_name_is_no_title(head: str, title: str, tmp_path: Path) -> None:
    spanish = "Tel.:" in head or "para" in head
    asks = (
        "¿Por qué se hace?\n\nPara ver cómo está. No duele."
        if spanish
        else "Why is it done?\n\nTo see how it is. It does not hurt."
    )
    page = tmp_path / "page.txt"
    page.write_text(f"{head}{asks}\n\n{asks.replace('hace', 'pide').replace('done', 'asked for')}\n", encoding="utf-8")
    document = readers.read(page)
    assert document.title == title
    assert head.splitlines()[0] in [item.text for item in document.left_out]
    assert not [s.text for s in document.opening.sentences]


@pytest.mark.parametrize(
    "head",
    [
        "Day Surgery Unit\nTel: 01632 960 111\n\nBefore you come\n\n",
        "Your visit to Riverside Hospital\n\nBefore you come\n\n",
    ],
)
def test_a_sender_over_the_parts_is_the_title(head: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        f"{head}Do not eat. Drink water.\n\nAfterwards\n\nYou can go home. Wash the arm.\n", encoding="utf-8"
    )
    document = readers.read(page)
    assert document.title == head.splitlines()[0]
    assert [phase.name for phase in document.phases] == ["Before you come", "Afterwards"]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (
            "Ring us if it hurts.",
            "Enquiries: 01632 960 250, 8am-6pm",
            "Enquiries: 01632 960 250, 8am-6pm",
        ),
        ("It may hurt.", "Enquiries: 01632 960 250, 8am-6pm", ""),
        (
            "Ring us if it hurts.",
            "Ward 4: 01632 960 250 · Mon-Fri 8am-6pm",
            "Ward 4: 01632 960 250, Mon-Fri 8am-6pm",
        ),
        ("Llámenos si duele.", "Citas: 955 000 147 · L-V 9:00 a 19:00", "Citas: 955 000 147, L-V 9:00 a 19:00"),
        ("Llámenos si duele.", "Tel. (03) 5550 1230", "Tel. (03) 5550 1230"),
    ],
)
def test_a_number_is_said_with_its_hours(text: str, line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(PAGE.format(title="Your scan", line=f"{text} It is short.\n\n{line}"), encoding="utf-8")
    document = readers.read(path, "es" if text.startswith("Ll") else "en")
    told = [s.text for section in document.sections for s in section.sentences]
    assert (told[-1] if told[-1] != "It is short." else "") == said


def test_each_row_under_contacts_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    rows = "CONTACTS\nBone Nurses   01632 960 331\nDay Unit (8am-6pm)   01632 960 346\nPALS   01632 960 308\n"
    parts = "BEFORE\n\nYou may eat and drink.\n\nAFTER\n\nYou may go home.\n\n"
    path.write_text(f"Your scan\n\n{parts}{rows}", encoding="utf-8")
    assert [s.text for s in readers.read(path, "en").phases[-1].sentences][-1] == "PALS: 01632 960 308"


@pytest.mark.parametrize(
    ("text", "footer", "said"),
    [
        ("Avísenos si tiene fiebre.", "Citas: 955 000 170", "Citas: 955 000 170."),
        ("Consulte con su médico.", "Citas: 955 000 170", ""),
        ("Llámenos si tiene fiebre.", "Clínica Sol, C/ Mayor 8. Tel. 955 000 170", "Clínica Sol: 955 000 170."),
        ("Llámenos si tiene fiebre.", "Tel. 955 000 170", ""),
    ],
)
def test_a_footers_number_is_said_where_the_text_tells_to_ring_its_sender(
    text: str, footer: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.html"
    parts = f"<h2>Antes</h2><p>No coma nada. Beba agua.</p><h2>Después</h2><p>Descanse. {text}</p>"
    path.write_text(f"<main><h1>Su prueba</h1>{parts}</main><footer><p>{footer}</p></footer>", encoding="utf-8")
    told = [s.text for section in readers.read(path, "es").sections for s in section.sentences]
    assert told[-1] == (said or text)


@pytest.mark.parametrize(
    ("heading", "said"), [("¿Dudas?", "WhatsApp 955 000 170, L-V 9:00 a 14:00."), ("Reservas", "")]
)
def test_a_number_beside_the_text_is_said_where_no_other_is(heading: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    parts = "<h2>Antes</h2><p>No coma nada. Beba agua.</p><h2>Después</h2><p>Descanse. No conduzca.</p>"
    beside = f"<aside><h3>{heading}</h3><p>WhatsApp 955 000 170<br>L-V 9:00 a 14:00</p></aside>"
    path.write_text(f"<main><h1>Su prueba</h1>{parts}</main>{beside}", encoding="utf-8")
    told = [s.text for section in readers.read(path, "es").sections for s in section.sentences]
    assert told[-1] == (said or "No conduzca.")


def test_a_heading_over_nothing_but_filler_goes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    filler = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore."
    line = "Day unit: 01632 960 111"
    text = f"Your scan\n\nBefore\n\nYou may eat. Ring us.\n\n{{}}\n\n{filler}\n\nAfter\n\nYou may go home. Rest.\n"
    path.write_text(text.format("Parking"), encoding="utf-8")
    document = readers.read(path, "en")
    assert [(item.reason, item.text) for item in document.left_out] == [("filler", "Parking"), ("filler", filler)]
    path.write_text(text.format(line), encoding="utf-8")
    assert readers.read(path, "en").phases[0].sentences[-1].text == line


@pytest.mark.parametrize(
    "line",
    [
        "Last reviewed by K. Marl-Oz, MD, 03/2025.",
        "Revisado por la Dra. Ana Gil, mayo 2025",
        "HD-AB-02  Rev. C  4/2025  Medical Director: S. Old, MD",
        "NM/PI/014 issue 3 Approved: Safety Committee 12.03.24 Review 03.26.",
    ],
)
def test_who_reviewed_a_sheet_and_its_number_are_small_print(line: str, tmp_path: Path) -> None:
    page = tmp_path / "x.txt"
    page.write_text(
        f"A SCAN\n\nBEFORE\nEat as usual. Drink.\n\nAFTER\nRest at home. Walk.\n\n{line}\n", encoding="utf-8"
    )
    document = readers.read(page)
    assert document.phases[-1].sentences[-1].text == "Walk."
    assert document.closing.sentences == ()
    assert " ".join(line.split()).rstrip(".") in {item.text.rstrip(".") for item in document.left_out}


def test_sources_over_a_strip_of_links_are_not_said(tmp_path: Path) -> None:
    page = tmp_path / "x.html"
    page.write_text(
        "<h1>The patch</h1><h2>Before</h2><p>Wash. Dry.</p><h2>After</h2><p>Rest. Walk.</p>"
        "<p>References: 1. Osgood B, Hale T. Patches in a seaside clinic. <i>J Skin Pract</i> 2020;11:20-26.</p>"
        "<div>SkinAid is a charity (no. 00000000). Registered office: 9 Quay Lane, Dunholt. "
        "<a href='/p'>Privacy</a> <a href='/c'>Cookies</a> Find us on Facebook and YouTube</div>",
        encoding="utf-8",
    )
    document = readers.read(page, "en")
    said = [sentence.text for section in document.sections for sentence in section.sentences]
    assert said == ["Wash.", "Dry.", "Rest.", "Walk."]


def test_who_sends_a_page_beside_a_numbered_series_is_left_out(tmp_path: Path) -> None:
    page = tmp_path / "page.es.md"
    sender = "Asociación Vida Clara contra el dolor · Guías para pacientes, n.º 7"
    page.write_text(f"# Su drenaje\n\n{sender}\n\n## Antes\n\nDescanse.\n\n## Después\n\nBeba.\n", encoding="utf-8")
    assert sender in [item.text for item in readers.read(page, "es").left_out]


def test_a_sender_over_the_kind_of_sheet_and_its_author_is_left_out(tmp_path: Path) -> None:
    page = tmp_path / "page.es.md"
    head = "**Instituto de Piel del Sur** · Sede Norte\n*Información para pacientes. Redactado por el equipo de piel.*"
    page.write_text(f"# Su drenaje\n\n{head}\n\n## Antes\n\nDescanse.\n\n## Después\n\nBeba.\n", encoding="utf-8")
    out = [item.text for item in readers.read(page, "es").left_out]
    assert "Instituto de Piel del Sur · Sede Norte" in out
    assert any("Redactado por el equipo de piel." in text for text in out)


def test_whom_to_ring_for_large_print_is_said_at_the_end_wherever_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    parts = "<h2>Before</h2><p>Eat nothing. Drink water.</p><h2>After</h2><p>Rest. Walk.</p>"
    aside = "<aside><p>Need this in Braille or another language? Ring 01632 960 205.</p><p>Other scans</p></aside>"
    foot = "<footer><p>© Quay Clinic. To get this page on audio CD, ring 01632 960 206. | Jobs</p></footer>"
    path.write_text(f"<main><h1>Your scan</h1>{parts}</main>{aside}{foot}", encoding="utf-8")
    told = [s.text for section in readers.read(path, "en").sections for s in section.sentences]
    assert told[-3:] == [
        "Need this in Braille or another language?",
        "Ring 01632 960 205.",
        "To get this page on audio CD, ring 01632 960 206.",
    ]


def test_a_date_among_the_number_and_the_revision_of_a_sheet_is_not_said(tmp_path: Path) -> None:
    table = "<table><tr><td>Hoja N.º</td><td>EC-12</td></tr><tr><td>Revisión</td><td>2</td></tr>{}</table>"
    date, hour = "<tr><td>Fecha</td><td>03/02/2024</td></tr>", "<tr><td>Hora</td><td>10:30</td></tr>"
    for rows, said in ((date, ""), (date + hour, "Fecha: 03/02/2024 Hora: 10:30")):
        page = f"<h1>Ecografía</h1>{table.format(rows)}<h2>Antes</h2><p>Beba.</p><h2>Luego</h2><p>Coma.</p>"
        path = tmp_path / "x.html"
        path.write_text(f"<html lang='es'><body>{page}</body></html>", encoding="utf-8")
        document = readers.read(path)
        assert " ".join(s.text for s in document.opening.sentences) == said


@pytest.mark.parametrize(
    ("tag", "line", "said"),
    [
        ("en", "Last reviewed: May 2030. Large print copies in the rack.", "Large print copies in the rack."),
        ("en", "Large print copies at the desk. Last reviewed: May 2030.", "Large print copies at the desk."),
        ("en", "Last reviewed: May 2030. Large print copies available on request.", ""),
        ("es", "Hay copias en letra grande en recepción. Última revisión: mayo de 2030.", "Hay copias en letra grande"),
        (
            "en",
            "Opening hours: Tue to Fri 08:00-16:00. Closed on public holidays.\nLeaflet AB-14 · reviewed May 2030",
            "Opening hours: Tue to Fri 08:00-16:00. Closed on public holidays.",
        ),
        ("en", "Opening hours: Tue to Fri 08:00-16:00.\nLeaflet AB-14 · reviewed May 2030", ""),
        (
            "es",
            "Horario: lunes a viernes, de 8:00 a 15:00 (cerrado en agosto).\nFolleto AB-14",
            "Horario: lunes a viernes, de 8:00 a 15:00 (cerrado en agosto).",
        ),
    ],
)
def test_small_print_takes_nothing_with_it_that_a_patient_needs(tag: str, line: str, said: str, tmp_path: Path) -> None:
    spoken = _read(tag, line, tmp_path)
    assert said in spoken
    assert "2030" not in spoken
    assert "AB-14" not in spoken
    assert bool(said) or spoken == "You may eat and drink. You lie still on a table."


@pytest.mark.parametrize("other", ["Textphone: 01632 960 322", "Switchboard: 01632 960 300", "CENTRALITA: 955 000 300"])
def test_another_way_to_reach_a_number_is_said_right_under_it(other: str, tmp_path: Path) -> None:
    rung = "Scan line: 01632 960 321 (9 am to 5 pm)"
    assert f"{rung} {other}" in _read("en", f"{rung}\n{other}", tmp_path)
    assert other not in _read("en", f"It is short.\n\n{other}", tmp_path)
    assert other.replace(":", " fax:") not in _read("en", f"{rung}\n{other.replace(':', ' fax:')}", tmp_path)

"""What a page is called: by its procedure, and neither by who sends it nor by the kind of paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document

EN = "\n\n## Before\n\nDo not eat for six hours. You may drink.\n\n## After\n\nYou may go home. Rest today.\n"
ES = "\n\n## Antes\n\nNo coma nada en seis horas. Beba agua.\n\n## Después\n\nPuede irse a casa. No conduzca.\n"


def _read(folder: Path, text: str, name: str = "x.md") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return readers.read(path)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("# Northmere Hospital — Radiology Department\n\n## Barium swallow", "Barium swallow"),
        ("# St Mary's Hospital\n\n## Colonoscopy", "Colonoscopy"),
        ("# Cardiology\n\n## Having an echocardiogram", "Having an echocardiogram"),
        ("# Gastroenterology Associates of Tulsa\n\n## CAPSULE ENDOSCOPY", "CAPSULE ENDOSCOPY"),
        ("# Imaging Centre of York\n\nYour CT scan", "Your CT scan"),
        ("# Sanatorio Los Olivos — Diagnóstico por Imágenes\n\n## MAMOGRAFÍA (digital)", "MAMOGRAFÍA (digital)"),
        ("# Servicio de Cardiología\n\nCardioversión eléctrica", "Cardioversión eléctrica"),
        ("# Departamento de Imagenología\n\n# Mamografía", "Mamografía"),
    ],
)
def test_a_senders_heading_over_the_procedure_is_no_title(head: str, title: str, tmp_path: Path) -> None:
    spanish = title.startswith(("M", "Cardio"))
    document = _read(tmp_path, head + (ES if spanish else EN))
    assert document.title == title
    assert [part.name for part in document.phases] == (["Antes", "Después"] if spanish else ["Before", "After"])
    assert head.splitlines()[0].lstrip("# ") in [item.text for item in document.left_out]


_EN = "\n\nBefore: You may eat a little.\n\nThe test: You lie still.\n\nAfter: You may go home.\n"
_ES = "\n\nAntes: Puede comer un poco.\n\nLa prueba: Se tumba en la camilla.\n\nDespués: Puede irse a casa.\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("NORTH QUAY IMAGING CENTRE\nWexmouth\n\nShoulder arthrogram\nRef: NQ-12", "Shoulder arthrogram"),
        (
            "INSTITUTO DEL CORAZÓN\nCiudad de Tandil, Provincia del Sur\nServicio de Pulso\nHoja n.º 31\n\nEl recambio",
            "El recambio",
        ),
        ("Harbour House – Sleep Clinic\nLeeds, Yorkshire\nYour night at the sleep lab", "Your night at the sleep lab"),
        ("Colonoscopy – Day Surgery Unit\nWhat to expect", "Colonoscopy"),
        ("Northmere Hospital\nGastroscopy\n\nA look at the stomach", "Gastroscopy"),
    ],
)
def test_a_town_under_the_senders_name_is_no_title(head: str, title: str, tmp_path: Path) -> None:
    body = _ES if "del" in head else _EN + ("\nThe gastroscopy takes ten minutes.\n" if "Gastro" in head else "")
    document = _read(tmp_path, head + body, "x.txt")
    assert document.title == title


@pytest.mark.parametrize("head", ["# Day Surgery Unit", "# Cardiology\n\n## Before the test"])
def test_a_sender_right_over_the_parts_is_the_title(head: str, tmp_path: Path) -> None:
    assert _read(tmp_path, head + EN).title == head.splitlines()[0].lstrip("# ")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("INTRAVITREAL INJECTION – PATIENT INSTRUCTION SHEET", "INTRAVITREAL INJECTION"),
        ("Colonoscopy Patient Information Leaflet", "Colonoscopy"),
        ("PATIENT INFORMATION LEAFLET – PICC LINE INSERTION", "PICC LINE INSERTION"),
        ("Litotricia (LEOCH) - Hoja informativa para pacientes", "Litotricia (LEOCH)"),
        ("Hoja informativa: colocación de reservorio", "Colocación de reservorio"),
        ("Su cirugía: recomendaciones para pacientes", "Su cirugía"),
        ("Information for carers", "Information for carers"),
        ("Preparing the information sheet for a trial", "Preparing the information sheet for a trial"),
    ],
)
def test_the_kind_of_paper_is_no_part_of_a_title(written: str, title: str, tmp_path: Path) -> None:
    assert _read(tmp_path, f"# {written}{EN}").title == title


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("biopsia-prostata", "Es una biopsia de la próstata.", "Biopsia de la próstata"),
        ("05-biopsia-de-prostata", "Es una biopsia de la próstata.", "Biopsia de próstata"),
        ("puncion-tiroides", "Se ha visto un nódulo en el tiroides y hace falta una punción.", "Punción de tiroides"),
        ("puncion-lumbar", "La punción lumbar es corta. Duele la zona lumbar.", "Punción lumbar"),
        ("colonoscopia_preparacion", "La colonoscopia necesita una preparación.", "Colonoscopia preparación"),
        ("knee-injection", "The needle goes into the knee. The injection is short.", "Knee injection"),
    ],
)
def test_two_nouns_of_a_files_name_are_linked_as_the_text_or_its_language_links_them(
    name: str, text: str, title: str, tmp_path: Path
) -> None:
    said = "You may go home.\n\nDo not drive." if name.startswith("knee") else "Puede irse a casa.\n\nNo conduzca."
    assert _read(tmp_path, f"{text}\n\n{said}\n", f"{name}.txt").title == title


def test_a_subtitle_for_the_patient_under_the_title_is_no_first_part(tmp_path: Path) -> None:
    bold = (
        "<b>Indicaciones para el paciente que va a operarse</b><br><br>El túnel es estrecho. El nervio sufre.<br><br>"
    )
    parts = "<b>Antes</b><br>No coma nada. Beba agua.<br><br><b>Después</b><br>Puede irse a casa. No conduzca."
    document = _read(tmp_path, f"<h1>Cirugía del túnel carpiano</h1>{bold}{parts}", "x.html")
    assert [part.name for part in document.phases] == ["Antes", "Después"]
    assert [sentence.text for sentence in document.opening.sentences] == ["El túnel es estrecho.", "El nervio sufre."]


@pytest.mark.parametrize(
    ("site", "title"),
    [
        ("HOSPITAL GENERAL", "CORONARIOGRAFÍA"),
        ("Clínica Andina - Coronariografía", "Coronariografía"),
        ("Coronariografía - Clínica Andina", "Coronariografía"),
    ],
)
def test_a_sites_name_is_no_title(site: str, title: str, tmp_path: Path) -> None:
    parts = "<p><b>Antes</b></p><p>No coma nada. Beba.</p><p><b>Después</b></p><p>Puede irse. No conduzca.</p>"
    line = "<p><b>CORONARIOGRAFÍA: HOJA INFORMATIVA</b></p>" if title.isupper() else ""
    page = f"<head><title>{site}</title></head><p><b>HOSPITAL GENERAL DE LA SIERRA</b></p>{line}{parts}"
    assert _read(tmp_path, page, "x.html").title == title


def test_the_line_right_under_the_kind_of_sheet_is_the_title_over_labels(tmp_path: Path) -> None:
    text = (
        "Patient information\nParacentesis\n\nWhy: You have fluid. It hurts.\n\nThe day: You lie down. It is short.\n"
    )
    assert _read(tmp_path, text, "x.txt").title == "Paracentesis"


def test_a_department_without_its_accents_is_no_title(tmp_path: Path) -> None:
    head = "CENTRO DE SALUD LOS ALAMOS\nDPTO. DE GINECOLOGIA\n\nHISTEROSCOPIA\n\n"
    text = f"{head}ANTES\nNo coma nada. Beba agua.\n\nDESPUES\nPuede irse a casa. No conduzca.\n"
    assert _read(tmp_path, text, "x.txt").title == "HISTEROSCOPIA"


@pytest.mark.parametrize("ask", ["What is it?", "¿Qué es?"])
def test_a_line_between_the_sender_and_a_question_is_the_title(ask: str, tmp_path: Path) -> None:
    head = "Northmere Hospital\nChest Unit\n\nBronchoscopy\n\n"
    text = f"{head}{ask}\nA look at the airways. It is short.\n\nWill it hurt?\nYou may cough. The throat is numbed.\n"
    assert _read(tmp_path, text, "x.txt").title == "Bronchoscopy"


def test_a_greeting_is_no_title(tmp_path: Path) -> None:
    text = "¡Hola, Carmen! Somos del centro\n\nANTES\nComa algo. Beba.\n\nDESPUÉS\nDescanse. No conduzca.\n"
    document = _read(tmp_path, text, "puncion.txt")
    assert document.title == "Puncion"
    assert [part.name for part in document.phases] == ["ANTES", "DESPUÉS"]


@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_line_under_the_sender_over_labels_apart_is_the_title(gap: str, tmp_path: Path) -> None:
    labels = "QUÉ ES: Es una mirada a la vejiga. Es corta.\nANTES: Tome el té. Orine.\nDESPUÉS: Beba agua. Ande.\n"
    text = f"HOSPITAL MUNICIPAL\nServicio de Urología\nCISTOSCOPIA\n{gap}{labels}"
    document = _read(tmp_path, text, "x.txt")
    assert (document.title == "CISTOSCOPIA") is bool(gap)
    assert [part.name for part in document.phases] == ["QUÉ ES", "ANTES", "DESPUÉS"]


def test_a_lone_heading_over_questions_in_bold_type_is_the_title(tmp_path: Path) -> None:
    asks = "<p><b>¿Duele?</b> Un poco. Es corto.</p><p><b>¿Cuánto dura?</b> Una hora. No más.</p>"
    assert _read(tmp_path, f"<h2>Dudas sobre la mesoterapia</h2>{asks}", "x.html").title == "Dudas sobre la mesoterapia"


@pytest.mark.parametrize(
    ("name", "about", "title"),
    [
        ("endodoncia-sin-titulos.txt", "La endodoncia limpia el diente por dentro.", "Endodoncia"),
        ("03_Colonoscopia_hoja_pacientes_v3_FINAL.txt", "La colonoscopia dura media hora.", "Colonoscopia"),
        ("bronchoscopy_no_headings-draft2.txt", "Your bronchoscopy takes half an hour.", "Bronchoscopy"),
        ("gastroscopy-version-final.txt", "A gastroscopy is short.", "Gastroscopy"),
        ("endoscopia-sin-sedacion.txt", "Su endoscopia será sin sedación y es corta.", "Endoscopia sin sedación"),
    ],
)
def test_a_files_name_is_no_title_with_how_it_was_saved(tmp_path: Path, name: str, about: str, title: str) -> None:
    text = f"{about} Rest well.\n\nDo not drive today. You may eat.\n\nRing the desk if you bleed. It is rare.\n"
    assert _read(tmp_path, text, name).title == title


@pytest.mark.parametrize(
    ("stated", "shown", "title"),
    [
        ("PUNCION LUMBAR hoja pacientes v2 DEFINITIVA", "PUNCIÓN LUMBAR", "PUNCIÓN LUMBAR"),
        ("Ecografia abdominal version 3 final", "", "Ecografia abdominal"),
        ("Knee arthroscopy rev 4", "", "Knee arthroscopy"),
    ],
)
def test_a_documents_title_is_none_with_its_version(tmp_path: Path, stated: str, shown: str, title: str) -> None:
    head = f"<p><b>{shown}</b></p><p>Dura poco.</p>" if shown else ""
    text = "<p><b>Antes</b></p><p>Puede comer.</p><p><b>Después</b></p><p>Puede irse. No conduzca.</p>"
    page = f"<html><head><title>{stated}</title></head><body>{head}{text}</body></html>"
    assert _read(tmp_path, page, "x.html").title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("ST. BRIDGET'S HOSPITAL\nBone Clinic\nYour DEXA scan", "Your DEXA scan"),
        ("Clínica Sol, Puebla, Pue.\nInformación sobre la infiltración", "Información sobre la infiltración"),
        ("CLÍNICA SOL\nInformación para pacientes y acompañantes: su cistoscopia", "Su cistoscopia"),
        ("Northmere Hospital\nInformation for parents and carers: a lumbar puncture", "A lumbar puncture"),
    ],
)
def test_the_line_under_a_sender_is_the_title_over_mere_paragraphs(head: str, title: str, tmp_path: Path) -> None:
    text = "You lie on a bed and a nurse is with you.\n\nYou can go home after an hour of rest.\n"
    if "í" in head:
        text = "Usted se acuesta en una camilla.\n\nPuede irse a casa después de una hora.\n"
    document = _read(tmp_path, f"{head}\n\n{text}", "x.txt")
    assert document.title == title
    assert head.splitlines()[0] in [item.text for item in document.left_out]
    assert " ".join(s.text for part in document.phases for s in part.sentences) == " ".join(text.split())


@pytest.mark.parametrize(
    ("name", "asked", "title"),
    [
        ("08 stoma child", "What is a stoma?", "Stoma"),
        ("08 stoma child", "What is the procedure?", "Stoma child"),
        ("carta 3", "¿Qué es la terapia de luz y para qué sirve?", "Terapia de luz"),
        ("carta 3", "¿Qué es la prueba?", "Carta 3"),
    ],
)
def test_a_page_without_a_title_is_about_what_its_first_part_explains(
    name: str, asked: str, title: str, tmp_path: Path
) -> None:
    parts = (EN if asked.startswith("W") else ES).replace("Before", asked).replace("Antes", asked)
    assert _read(tmp_path, parts.lstrip(), f"{name}.md").title == title


def test_a_line_right_under_the_sender_s_name_is_the_title(tmp_path: Path) -> None:
    text = (
        "GREY SEAL DIALYSIS PROGRAM\nHOME TREATMENT: YOUR PLAN\n\nWelcome! You have chosen to do this at home.\n\n"
        "EVERY DAY\n\nWash your hands. Wear a mask.\n\nAFTER A MONTH\n\nCome and see us. Bring your log.\n"
    )
    document = _read(tmp_path, text, "x.txt")
    assert document.title == "HOME TREATMENT: YOUR PLAN"
    assert [part.name for part in document.phases] == ["EVERY DAY", "AFTER A MONTH"]


def test_a_place_and_the_number_of_a_sheet_stand_over_its_title(tmp_path: Path) -> None:
    text = (
        "HOSPITAL REGIONAL DEL SUR\nSERVICIO DE UROLOGÍA\nPuno - Perú\n\nINSTRUCTIVO PARA EL USUARIO N.º 7\n"
        "LITOTRICIA\n\n1. Antes\n\nNo coma nada. Beba agua.\n\n2. Después\n\nDescanse. Beba más agua.\n"
    )
    document = _read(tmp_path, text, "x.es.txt")
    assert document.title == "LITOTRICIA"
    assert len(document.phases) == 2


def test_a_heading_is_called_by_its_words_and_not_by_its_place_in_the_page(tmp_path: Path) -> None:
    text = "# Your course {#top}\n\n## Before {#before .wide}\n\nEat. Drink.\n\n## What is in {}?\n\nRest. Sleep.\n"
    document = _read(tmp_path, text, "sheet.md")
    assert document.title == "Your course"
    assert [part.name for part in document.phases] == ["Before", "What is in {}?"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("INSTRUCTIVO PARA PACIENTES AMBULATORIOS: CISTOSCOPIA", "CISTOSCOPIA"),
        ("ST BRIDE'S HOSPITAL\nDirectorate of Surgery\n\nKNEE SURGERY: THE DAY ITSELF", "KNEE SURGERY: THE DAY ITSELF"),
        ("CATARACT SURGERY: WHAT TO EXPECT", "CATARACT SURGERY: WHAT TO EXPECT"),
    ],
)
def test_a_title_in_capitals_may_have_a_colon(head: str, title: str, tmp_path: Path) -> None:
    text = "\n\nBEFORE\n\nDo not eat for six hours. You may drink.\n\nAFTER\n\nYou may go home. Rest today.\n"
    document = _read(tmp_path, head + text, "x.txt")
    assert document.title == title
    assert [part.name for part in document.phases] == ["BEFORE", "AFTER"]


@pytest.mark.parametrize(
    ("slogan", "said"),
    [
        ("Your health, our commitment", False),
        ("Caring for you and your family", False),
        ("Hearing and balance care · Dunholt, Yorks.", False),
        ("After your care", True),
        ("Hearing tests explained", True),
    ],
)
def test_what_a_house_says_to_all_is_no_title(slogan: str, said: bool, tmp_path: Path) -> None:
    text = (
        f"Ashby Hearing Center\n{slogan}\n\nWHAT A HEARING TEST IS LIKE\n\nMost people find it easy.\n\n"
        "Before: Keep away from noise. You may eat.\n\nThe test: You sit in a booth. You press a button.\n"
    )
    document = _read(tmp_path, text, "x.txt")
    assert (slogan not in [item.text for item in document.left_out]) is said
    assert said or document.title.upper() == "WHAT A HEARING TEST IS LIKE"


def test_a_strip_of_services_with_its_town_is_not_said(tmp_path: Path) -> None:
    strip = "Audición, equilibrio y voz · Tolima, Tol."
    head = f"Clínica Oídos del Sur\n{strip}\n\n¿Cómo es la audiometría?\n\nEs fácil.\n\n"
    labels = "Antes: Venga sin ruido. Puede comer.\n\nLa prueba: Usted se sienta. Pulsa un botón.\n"
    document = _read(tmp_path, head + labels, "x.txt")
    assert strip in [item.text for item in document.left_out]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "MERROW VALE HOSPITAL GROUP\nInformation for patients attending for an upper GI endoscopy",
            "Upper GI endoscopy",
        ),
        ("Merrow Vale Medical Group\n\nInformation for patients who are having a bone scan", "Bone scan"),
        ("Merrow Infirmary\nPathology Directorate\n\nBONE MARROW BIOPSY (WITH SEDATION)", None),
        ("HOSPITAL DEL ALBA\nInformación para pacientes que van a someterse a una broncoscopia", "Broncoscopia"),
        ("Clínica del Alba\n\nInformación para pacientes citados para una ecografía", "Ecografía"),
    ],
)
def test_a_letterhead_is_no_title_over_what_the_sheet_is_for(head: str, title: str | None, tmp_path: Path) -> None:
    path = tmp_path / "hoja 07.txt"
    path.write_text(
        f"{head}\n\nLeaflet no.: AB/12/v3\nIssued: May 2024\n\nBefore: You may eat.\n\nAfter: You may go home.\n",
        encoding="utf-8",
    )
    document = readers.read(path, "en")
    assert document.title == (title or head.splitlines()[-1])
    assert not document.opening.sentences


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Corder Audiology · 4 Mill Lane, Saltby", False),
        ("Saltby Oral Surgery, Thorne", False),
        ("Neurología Puerta del Mar · Cádiz", False),
        ("Estudios de sueño · León, Gto.", False),
        ("*Estudio del sueño · León, Gto. · Folleto SU-03 · Rev. mayo 2025*", False),
        ("Dental Surgery, Recovery", True),
        ("Dental Surgery, Food and Drink", True),
        ("Saltby Walk, Thorne", True),
        ("Comida ligera · Ropa cómoda, amplia.", True),
    ],
)
def test_the_house_right_under_the_title_is_not_said(line: str, said: bool, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(
        f"# Your visit\n\n{line}\n\nRead this first. The recovery is short.\n\n## Before\n\nYou may take food.\n\n"
        "## After\n\nYou may go home.\n",
        encoding="utf-8",
    )
    document = readers.read(path, "en")
    assert (document.opening.sentences[0].text != "Read this first.") == said


def test_a_house_in_the_lines_of_the_title_is_not_said(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(
        "HAVING A CROWN FITTED\nSaltby Oral Surgery, Thorne\nRef: SOS-PI-08   Last reviewed: 02/2024\n\n"
        "BEFORE\nYou may eat. It is short.\n\nAFTER\nYou may go home. Rest a little.\n",
        encoding="utf-8",
    )
    document = readers.read(path, "en")
    assert (document.title, document.opening.sentences) == ("HAVING A CROWN FITTED", ())


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("NORTHMERE HOSPITAL\nEndoscopy Unit\nLevel 2, East Wing\n\nHAVING A GASTROSCOPY", "HAVING A GASTROSCOPY"),
        ("Hospital del Llano\nServicio de Digestivo\nPlanta 3ª · Bloque A\n\nGASTROSCOPIA", "GASTROSCOPIA"),
        ("Northmere Hospital\nDay Unit, 2nd floor\n\nInformation leaflet about your hysteroscopy", "Hysteroscopy"),
        ("Hospital del Llano\nEdificio B\n\nHoja informativa sobre la gastroscopia", "Gastroscopia"),
        (
            "HOSPITAL DEL LLANO\nHOJA DE INFORMACIÓN PARA LA BRONCOSCOPIA CON SEDACIÓN\n\nNombre: ____ Hora: ____",
            "BRONCOSCOPIA CON SEDACIÓN",
        ),
        ("Hospital del Llano\nHoja de información para la Unidad del Dolor", "Hospital del Llano"),
    ],
)
def test_where_the_sender_is_and_the_kind_of_sheet_are_no_title(head: str, title: str, tmp_path: Path) -> None:
    lines = "\n\nBEFORE\n\nYou may eat a little. Drink water.\n\nAFTER\n\nYou may go home. Rest today.\n"
    assert _read(tmp_path, head + lines, "x.txt").title == title


@pytest.mark.parametrize(
    ("name", "head", "out"),
    [
        ("x.md", "# Alergia Infantil Cabo\n\nMálaga · Torremolinos\n\n# Prueba de la leche", 2),
        ("x.txt", "Clínica de Sangre del Valle\nLeón, Gto.\n\nPrueba de la leche", 2),
        ("x.txt", "CENTRO DE INFUSIÓN\nLeón, Gto.\nTel. 477 555 0100\n\nPrueba de la leche", 3),
    ],
)
def test_towns_under_the_senders_name_show_that_it_is_no_title(name: str, head: str, out: int, tmp_path: Path) -> None:
    document = _read(tmp_path, head + (ES if name == "x.md" else ES.replace("## ", "")), name)
    assert document.title == "Prueba de la leche"
    assert [part.name for part in document.phases] == ["Antes", "Después"]
    assert len(document.left_out) == out


def test_other_words_right_under_a_title_are_no_towns(tmp_path: Path) -> None:
    """They are names of its parts."""
    head = "# Cirugía De Cataratas\n\nAntes · Después\n\n# Qué es"
    document = _read(tmp_path, head + "\n\nSe cambia una lente. Dura poco." + ES.replace("##", "#"))
    assert document.title == "Cirugía De Cataratas"


_EN_ASKED = "\n\nWhat is it?\nIt takes an hour. You lie still.\n\nWhat are the risks?\nIt may bleed a little.\n"
_ES_ASKED = "\n\n¿Qué es?\nUna prueba que dura una hora.\n\n¿Qué riesgos tiene?\nPuede sangrar un poco.\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Marlow Vale Health\nInformation for patients\n\nNASENDOSCOPY", "NASENDOSCOPY"),
        ("Teal Bay Health\nPatient fact sheet\n\nBone biopsy\n(a small sample)", "Bone biopsy (a small sample)"),
        ("Vega Salud\nInformación para pacientes\n\nESPIROMETRÍA", "ESPIROMETRÍA"),
        # With no other title under the kind of sheet it is the title itself.
        ("Bone Health\nInformation for patients", "Bone Health"),
        ("Bone Health\nInformation for patients\n\nBefore you start", "Bone Health"),
    ],
)
def test_a_health_service_over_the_kind_of_sheet_is_no_title(head: str, title: str, tmp_path: Path) -> None:
    document = _read(tmp_path, head + (_ES_ASKED if title.startswith("ESP") else _EN_ASKED), "x.txt")
    assert document.title == title


def test_a_bracket_under_the_title_may_say_for_whom(tmp_path: Path) -> None:
    document = _read(tmp_path, "BONE BIOPSY\n(marrow sample) – Adults" + _EN_ASKED, "x.txt")
    assert document.title == "BONE BIOPSY (MARROW SAMPLE) – ADULTS"
    assert document.opening is not None
    assert not document.opening.sentences


def test_a_line_at_the_foot_of_each_page_is_not_said(tmp_path: Path) -> None:
    foot = "\n\nMarlow Vale Health – Nasendoscopy        Page {} of 2\n"
    text = "NASENDOSCOPY" + _EN_ASKED + foot.format(1) + "\nGoing home\nYou may go home at once.\n" + foot.format(2)
    document = _read(tmp_path, text, "x.txt")
    left_out = [item.text for item in document.left_out]
    assert left_out.count("Marlow Vale Health – Nasendoscopy") == 2
    assert "Marlow Vale Health" not in str(document.phases)


@pytest.mark.parametrize(
    ("head", "title", "kind"),
    [
        ("Nasendoscopy. Patient information leaflet", "Nasendoscopy", "Patient information leaflet"),
        ("ESPIROMETRÍA. Información para el paciente", "ESPIROMETRÍA", "Información para el paciente"),
    ],
)
def test_the_kind_of_sheet_after_a_full_stop_is_no_part_of_the_title(
    head: str, title: str, kind: str, tmp_path: Path
) -> None:
    document = _read(tmp_path, head + (_ES_ASKED if title.startswith("ESP") else _EN_ASKED), "x.txt")
    assert document.title == title
    assert kind in [item.text for item in document.left_out]


@pytest.mark.parametrize("way", ["Home > Leaflets > Ear drops", "Home / Leaflets / Ear drops"])
def test_the_end_of_a_menu_is_no_title(way: str, tmp_path: Path) -> None:
    """“Contact us” ends the menu over the page and the list of its contents; the way right over it names the page."""
    contents = "On this page\nHow to use them\nWhen to ring\nContact us"
    parts = (
        "How to use them\nLie on your side for a few minutes with the sore ear up.\n\n"
        "When to ring\nRing us if the ear is red.\n\nContact us\nThe desk is open from 9 to 5."
    )
    page = f"Home  Our wards  Contact us\n\n{way}\n\nEar drops\nListen  Print this page\n\n{contents}\n\n{parts}\n"
    assert _read(tmp_path, page, "x.txt").title == "Ear drops"
    assert _read(tmp_path, page.replace(f"{way}\n\n", ""), "x.txt").title != "Contact us"


@pytest.mark.parametrize(
    ("name", "line", "title"),
    [
        ("knee-mri.md", "MRI of the left knee with contrast", "MRI of the left knee with contrast"),
        ("knee-mri.md", "Before your knee MRI", "Knee mri"),
        ("biopsia-mama.md", "Biopsia de mama derecha con aguja", "Biopsia de mama derecha con aguja"),
        ("biopsia-mama.md", "Para las pacientes", "Biopsia de la mama"),
    ],
)
def test_a_first_line_without_a_mark_is_the_title_where_the_file_is_called_so(
    name: str, line: str, title: str, tmp_path: Path
) -> None:
    under = {"k": "You have been sent for a knee MRI.", "b": "Le van a hacer una biopsia de la mama."}[name[0]]
    assert _read(tmp_path, f"{line}\n\n{under}{EN if name[0] == 'k' else ES}", name).title == title


@pytest.mark.parametrize("tail", [": the patient experience", " – a patient’s account", ": the patient’s view"])
def test_whose_eyes_a_page_sees_with_is_no_part_of_its_title(tail: str, tmp_path: Path) -> None:
    document = _read(tmp_path, f"# Bladder stress test{tail}{EN}")
    assert document.title == "Bladder stress test"
    assert tail.strip(" –:") in [item.text for item in document.left_out]

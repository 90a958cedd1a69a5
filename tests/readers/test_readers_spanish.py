"""Spanish pages: their letterheads, letters, numbers to ring, and lists without a letter for their bullets."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document
from narration.readers.base import Block, Kind
from narration.readers.contacts import own_number
from narration.readers.formats import plain
from narration.readers.tables import as_sentences

PHASES = (
    "ANTES DE VENIR\n\nDesayune como siempre. Traiga las gafas.\n\n"
    "LA PRUEBA\n\nDura unos veinte minutos y no duele nada.\n\n"
)


def read(folder: Path, text: str, name: str = "hoja.txt") -> Document:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    return readers.read(page, "es")


def spoken(document: Document) -> list[str]:
    return [sentence.text for section in document.sections for sentence in section.sentences]


def test_a_department_with_its_place_is_no_title(tmp_path: Path) -> None:
    head = "HOSPITAL DE LA VEGA\nServicio de Neurología - Unidad de Sueño (Torre 2, planta 3.ª)\n\n\n"
    document = read(tmp_path, f"{head}ESTUDIO DEL SUEÑO (POLISOMNOGRAFÍA) EN CASA\n\n\n{PHASES}")
    assert document.title == "ESTUDIO DEL SUEÑO (POLISOMNOGRAFÍA) EN CASA"
    assert [phase.name for phase in document.phases] == ["ANTES DE VENIR", "LA PRUEBA"]
    assert len(document.opening.sentences) == 0


def test_the_sender_under_a_title_is_left_out(tmp_path: Path) -> None:
    head = "# Estudio del sueño\n\n**Clínica La Vega** · Unidad de Sueño · Talca\n*Guía para pacientes — versión 2*\n\n"
    document = read(tmp_path, f"{head}## Antes\n\nCene pronto.\n\n## La noche\n\nDuerma.\n", "hoja.md")
    assert spoken(document) == ["Cene pronto.", "Duerma."]


def test_a_reference_that_says_what_a_letter_is_about_is_its_title(tmp_path: Path) -> None:
    head = "CLÍNICA LA VEGA\nConsulta de Sueño y Salud\n\nRef.: Programación de un estudio del sueño\n\n"
    body = "Estimada señora:\n\nReciba un cordial saludo. Le escribimos por su estudio del sueño y su salud.\n\n"
    document = read(tmp_path, head + body + PHASES)
    assert document.title == "Programación de un estudio del sueño"
    assert spoken(document)[0] == "Le escribimos por su estudio del sueño y su salud."
    assert read(tmp_path, head.replace("Programación de un estudio", "SUE-22/4") + body + PHASES).title != "SUE-22/4"


def test_a_list_belongs_to_the_paragraph_over_it_where_a_page_shows_no_phases(tmp_path: Path) -> None:
    text = (
        "Le haremos un estudio del sueño en casa. Es una prueba sencilla.\n\nEn casa, estos son los pasos:\n\n"
        "1. Póngase la cinta.\n2. Encienda el aparato antes de dormir.\n\nLlame si el aparato se apaga antes.\n"
    )
    names = [phase.name for phase in read(tmp_path, text).phases]
    assert names == ["Le haremos un estudio del sueño en casa…", "En casa", "Llame si"]


def test_two_numbers_over_a_letter_are_two_sentences_of_its_last_part(tmp_path: Path) -> None:
    head = "Clínica La Vega\nPBX: (602) 000 0140   Línea de ayuda: 01 8000 000 140\n\nEstimado señor:\n\n"
    body = "Le haremos un estudio del sueño.\n\nLlame a la línea de ayuda si el aparato se apaga solo.\n"
    document = read(tmp_path, head + body)
    assert spoken(document)[-2:] == ["PBX: (602) 000 0140.", "Línea de ayuda: 01 8000 000 140."]
    assert document.phases[-1].name.startswith("Llame a la línea")


def test_of_a_line_of_small_print_only_its_number_is_said(tmp_path: Path) -> None:
    end = "Llame si se encuentra mal.\n\nUnidad de Sueño · C/ Mayor, 5, Teruel · Tel. 978 000 000\n"
    assert spoken(read(tmp_path, f"Estudio del sueño\n\n{PHASES}{end}"))[-1] == "Tel. 978 000 000"


def test_the_kind_of_sheet_is_no_title(tmp_path: Path) -> None:
    head = "CENTRO MÉDICO LA VEGA\nGuía para pacientes de la Unidad de Sueño\n\nEstudio del sueño en casa\n\n"
    document = read(tmp_path, head + PHASES)
    assert document.title == "Estudio del sueño en casa"
    assert len(document.opening.sentences) == 0


def test_the_numbers_at_the_end_are_a_part_of_their_own(tmp_path: Path) -> None:
    end = "TELÉFONOS\n\nCitas: 949 000 132 (de 8 a 14 h)\nUnidad: 949 000 147\n\nSi no puede venir, avise con tiempo.\n"
    document = read(tmp_path, f"Estudio del sueño\n\n{PHASES}{end}")
    assert [phase.name for phase in document.phases] == ["ANTES DE VENIR", "LA PRUEBA", "TELÉFONOS"]
    assert "Citas: 949 000 132 (de 8 a 14 h)" in [sentence.text for sentence in document.phases[-1].sentences]
    assert "TELÉFONOS." not in spoken(document)


@pytest.mark.parametrize("glyph", ["\x7f", "\uf0b7", "•"])
def test_a_bullet_of_a_symbol_font_begins_an_item(glyph: str) -> None:
    found = list(plain.blocks(f"Traiga:\n{glyph}\nuna almohada;\n{glyph} su pijama.\n\nNo fume.\n"))
    assert [(block.text, block.kind) for block in found] == [
        ("Traiga:", Kind.PARAGRAPH),
        ("una almohada;", Kind.ITEM),
        ("su pijama.", Kind.ITEM),
        ("No fume.", Kind.PARAGRAPH),
    ]


def test_a_heading_inside_a_phase_is_said_without_its_number(tmp_path: Path) -> None:
    before = "## 1. Antes\n\nCene pronto.\n\n### 1.1. Ayuno\n\nNo coma.\n\n### 1.2 Ropa\n\nVenga cómodo.\n\n"
    document = read(tmp_path, f"# Estudio del sueño\n\n{before}## 2. Después\n\nDescanse.\n", "hoja.md")
    said = [sentence.text for sentence in document.phases[0].sentences]
    assert said == ["Cene pronto.", "Ayuno.", "No coma.", "Ropa.", "Venga cómodo."]


def test_a_row_answers_what_stands_over_its_columns(tmp_path: Path) -> None:
    table = (
        "| Grado | Qué quiere decir | Qué sigue |\n|---|---|---|\n| 0 | Sin apneas | Nada |\n| 1 | Leve | Control |\n"
    )
    document = read(tmp_path, f"# Sueño\n\n## Antes\n\nCene.\n\n## El informe\n\n{table}", "hoja.md")
    assert spoken(document)[1:3] == ["Grado 0, qué quiere decir: Sin apneas.", "Qué sigue: Nada"]


def test_the_words_over_columns_are_not_said_again_where_a_page_begins() -> None:
    heads = ["Medicina", "Cuándo se deja", "Cuándo se vuelve a tomar"]
    table = [(heads, True, 0), (["A", "3 días antes", "Al día siguiente"], False, 0), (heads, False, 0)]
    said = [block.text for block in as_sentences.rows(table) if not block.reason]
    assert said == ["Medicina A, cuándo se deja: 3 días antes. Cuándo se vuelve a tomar: Al día siguiente"]


def test_the_label_of_a_study_is_the_title_under_a_clinic_and_its_branches(tmp_path: Path) -> None:
    head = "IMAGEN MÉDICA DEL VALLE\nSucursal León / Sucursal Celaya\n\nEstudio: Resonancia de rodilla\n\n"
    code = "Clave del instructivo: RM-07-B   Vigencia: marzo 2023 - abril 2026\n\n"
    document = read(tmp_path, head + code + PHASES)
    assert document.title == "Resonancia de rodilla"
    assert len(document.opening.sentences) == 0
    sentence = "Estudio: Resonancia de rodilla\n\nLe contamos cómo es la prueba.\n\n"
    assert read(tmp_path, "Su resonancia paso a paso\n\n" + sentence + PHASES).title == "Su resonancia paso a paso"


def test_a_line_of_facts_names_the_department_and_the_process(tmp_path: Path) -> None:
    head = "Código: A-12 | Versión: 3 | Fecha de actualización: 02/03/2024 | Proceso: Ayudas diagnósticas"
    card = "**Ref.:** HD-7\\\n**Unidad:** Hospital de Día, 3.ª planta, ala sur"
    for facts in (head, card):
        document = read(tmp_path, f"# Holter\n\n{facts}\n\n## Antes\n\nCene.\n\n## Luego\n\nVuelva.\n", "hoja.md")
        assert spoken(document) == ["Cene.", "Vuelva."]


def test_lines_of_dots_are_the_rows_of_a_table(tmp_path: Path) -> None:
    table = "El índice dice cómo es:\n\nhasta 4 ........ normal\nde 5 a 9 ....... leve\n\n"
    document = read(tmp_path, f"{PHASES}EL INFORME\n\n{table}Nombre: ................ Firma: ..........\n")
    assert spoken(document)[-3:] == ["El índice dice cómo es:", "hasta 4: normal", "de 5 a 9: leve"]
    pages = "CONTENIDO\n\nAntes de venir ........ 2\nLa prueba ............ 3\n\n"
    assert "2" not in " ".join(spoken(read(tmp_path, pages + PHASES)))


def test_the_number_to_ring_may_stand_in_the_footer(tmp_path: Path) -> None:
    page = (
        "<main><h1>Holter</h1><h2>Antes</h2><p>Cene pronto. Cuesta $ 3.200.000.</p>"
        "<h2>Luego</h2><p>Si se apaga, llame.</p></main>"
        "<footer><p>Cardio Vega S.A.S. · Calle 9 # 12-30, Cota, Cundinamarca · Citas del Holter: "
        "(601) 000 0191 · Línea Holter 24 h: 300 000 0191</p></footer>"
    )
    document = read(tmp_path, page, "hoja.html")
    assert "Línea Holter 24 h: 300 000 0191" in " ".join(spoken(document))
    left_out = [
        Block(Kind.PARAGRAPH, "Cardio Vega · Citas del Holter: (601) 000 0191 · Línea del Holter 24 h: 300 000 0191", 9)
    ]
    assert [block.text for block in own_number.from_footer(left_out)] == [
        "Citas del Holter: (601) 000 0191.",
        "Línea del Holter 24 h: 300 000 0191.",
    ]


def test_filler_may_have_a_label(tmp_path: Path) -> None:
    filler = "[Sitio para el aviso del convenio: Lorem ipsum dolor sit amet, consectetur adipiscing elit.]"
    assert spoken(read(tmp_path, f"{PHASES}{filler}\n"))[-1] == "Dura unos veinte minutos y no duele nada."


def test_a_line_over_a_run_of_short_lines_is_a_heading(tmp_path: Path) -> None:
    lines = "Qué traer\n\nUn pijama cómodo\nEl cepillo de dientes\nLa orden del médico\n\n"
    text = f"Antes de venir\n\nCene como siempre. No tome café.\n\n{lines}La noche\n\nDuerma tranquilo. Le avisamos.\n"
    document = read(tmp_path, f"Estudio del sueño\n\n\n{text}")
    assert [phase.name for phase in document.phases] == ["Antes de venir", "Qué traer", "La noche"]


def test_a_lone_deeper_heading_at_the_end_is_a_phase(tmp_path: Path) -> None:
    text = "# Punción\n\n## Antes\n\nDesayune.\n\n## En casa\n\nDescanse.\n\n### Vuelva si…\n\ntiene fiebre o vomita.\n"
    document = read(tmp_path, text, "hoja.md")
    assert [phase.name for phase in document.phases] == ["Antes", "En casa", "Vuelva si…"]

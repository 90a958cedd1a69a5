"""Spanish pages: their letterheads, letters, numbers to ring, and lists without a letter for their bullets."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document
from narration.readers import plain, tables
from narration.readers.base import Kind

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
    assert names == ["Le haremos un estudio del…", "En casa, estos son los…", "Llame si el aparato se…"]


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


def test_the_numbers_at_the_end_are_no_part_of_the_phase_before(tmp_path: Path) -> None:
    end = "TELÉFONOS\n\nCitas: 949 000 132 (de 8 a 14 h)\nUnidad: 949 000 147\n\nSi no puede venir, avise con tiempo.\n"
    document = read(tmp_path, f"Estudio del sueño\n\n{PHASES}{end}")
    assert [phase.name for phase in document.phases] == ["ANTES DE VENIR", "LA PRUEBA"]
    assert "Citas: 949 000 132 (de 8 a 14 h)" in [sentence.text for sentence in document.closing.sentences]
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
    assert spoken(document)[1] == "Grado 0: qué quiere decir: Sin apneas; qué sigue: Nada"


def test_the_words_over_columns_are_not_said_again_where_a_page_begins() -> None:
    heads = ["Medicina", "Cuándo se deja", "Cuándo se vuelve a tomar"]
    table = [(heads, True, 0), (["A", "3 días antes", "Al día siguiente"], False, 0), (heads, False, 0)]
    said = [block.text for block in tables.rows(table) if not block.reason]
    assert said == ["Medicina A: cuándo se deja: 3 días antes; cuándo se vuelve a tomar: Al día siguiente"]

"""Lines with a colon over paragraphs, bold type by a page's styles, numbers and letters as Spanish writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document


def _read(folder: Path, text: str, name: str = "x.txt") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return readers.read(path)


def _names(document: Document) -> list[str]:
    return [part.name for part in document.phases]


@pytest.mark.parametrize("loud", [False, True])
def test_lines_with_a_colon_over_paragraphs_are_headings(loud: bool, tmp_path: Path) -> None:
    text = (
        "Skin biopsy\n\nBefore the test:\nDo not use cream. Take your tablets.\n\nThe test:\nThe doctor numbs it. "
        "It is short.\n\nWhat to bring:\n- a book\n- this sheet\n\nAfterwards:\nKeep it dry. You may work.\n"
    )
    names = ["Before the test", "The test", "What to bring", "Afterwards"]
    document = _read(tmp_path, text.upper() if loud else text)
    assert _names(document) == [name.upper() if loud else name for name in names]
    assert document.phases[0].sentences[0].text == ("DO NOT USE CREAM." if loud else "Do not use cream.")


def test_lines_in_capitals_with_a_colon_are_headings_over_lists_too(tmp_path: Path) -> None:
    text = (
        "GASTROSCOPIA\n\n¿QUÉ ES?:\nUna prueba corta. No duele.\n\nPREPARACIÓN:\n- Ayuno.\n- No fume.\n\n"
        "DESPUÉS:\nNo conduzca. Descanse.\n\nAVISE SI:\n- sangra\n- tiene fiebre\n"
    )
    assert _names(_read(tmp_path, text)) == ["¿QUÉ ES?", "PREPARACIÓN", "DESPUÉS", "AVISE SI"]


def test_a_line_with_a_colon_among_other_names_of_parts_stays_in_its_part(tmp_path: Path) -> None:
    text = (
        "Skin biopsy\n\nBefore\nTake your tablets. Eat.\n\nFor pain:\nTake paracetamol. Rest.\n\nThe test\nIt is. "
        "You rest.\n\nFor bleeding:\nPress on it. Wait.\n\nAfterwards\nKeep it dry. You may work.\n"
    )
    assert _names(_read(tmp_path, text)) == ["Before", "The test", "Afterwards"]


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        ("", '<span style="font-weight: bold">{}</span>'),
        ("", '<p style="font-weight:700">{}</p>'),
        ("<style>.c3{color:red;font-weight:700}.c4{font-weight:400}</style>", '<p><span class="c3">{}</span></p>'),
    ],
)
def test_bold_type_by_a_style_is_bold_type(head: str, heading: str, tmp_path: Path) -> None:
    parts = [("Before", "Eat nothing. Drink."), ("The scan", "Lie still. It is short."), ("After", "Go home. Rest.")]
    body = "".join(f"{heading.format(name)}<br>{said}<br><br>" for name, said in parts)
    document = _read(tmp_path, f"<html><head>{head}</head><body><h1>Scan</h1><div>{body}</div></body></html>", "x.html")
    assert _names(document) == ["Before", "The scan", "After"]


def test_a_page_that_is_wrapped_in_bold_type_that_is_not_has_none(tmp_path: Path) -> None:
    body = "<b>Before</b><p>Eat nothing. Drink.</p><b>After</b><p>Go home. Rest.</p>"
    page = f'<body><b style="font-weight:normal"><h1>Scan</h1>{body}</b></body>'
    assert _names(_read(tmp_path, page, "x.html")) == ["Before", "After"]


@pytest.mark.parametrize(
    ("mark", "name"), [("{}.-", "x.txt"), ("{}º.", "x.txt"), ("{}.-", "x.html"), ("{}.", "x.html")]
)
def test_numbers_as_spanish_types_them_are_items(mark: str, name: str, tmp_path: Path) -> None:
    items = ["Desayune.", "Tome el sobre.", "Beba agua."]
    lines = [f"{mark.format(number)} {item}" for number, item in enumerate(items, 1)]
    end = "Ayuno. Venga acompañado."
    if name == "x.txt":
        text = "COLONOSCOPIA\n\nEL DÍA ANTES\n" + "\n".join(lines) + f"\n\nESE DÍA\n{end}\n"
    else:
        text = f"<h1>A</h1><p><b>EL DÍA ANTES</b><br>{'<br>'.join(lines)}</p><p><b>ESE DÍA</b><br>{end}</p>"
    first = _read(tmp_path, text, name).phases[0]
    assert [(s.text, s.item) for s in first.sentences] == [(item, n) for n, item in enumerate(items, 1)]


def test_a_temperature_at_the_head_of_a_line_is_no_number_of_an_item(tmp_path: Path) -> None:
    text = (
        "FIEBRE\n\nQUÉ ES\nEs un aviso. No asusta.\n\nCUÁNDO VENIR\n38º durante tres días o más.\n40º en un adulto.\n"
    )
    said = " ".join(s.text for s in _read(tmp_path, text).phases[1].sentences)
    assert said == "38º durante tres días o más. 40º en un adulto."


def test_a_letter_that_begins_and_ends_formally_is_one(tmp_path: Path) -> None:
    head = "CLÍNICA SAN RAFAEL\nTel. (0261) 555-0170\n\nMendoza, 2 de abril de 2024\n\nSr. Juan Pérez\nPresente\n\n"
    text = (
        f"{head}Ref.: Cirugía de hernia inguinal\n\nDe mi mayor consideración:\n\n"
        "Le confirmo su cirugía, el 18 de abril.\n\nVenga en ayunas. Traiga la orden.\n\n"
        "Sin otro particular, saludo a Ud. muy atentamente.\n\nDr. Luis Gómez\nM.P. 4521\n"
    )
    document = _read(tmp_path, text)
    assert document.title == "Cirugía de hernia inguinal"
    said = " ".join(s.text for section in document.sections for s in section.sentences)
    assert said == "Le confirmo su cirugía, el 18 de abril. Venga en ayunas. Traiga la orden."


def test_instructions_right_under_the_title_are_its_kind_and_apart_a_part(tmp_path: Path) -> None:
    text = "KNEE INJECTION\n{}INSTRUCTIONS\n\n{}BEFORE\nEat. Drink.\n\nAFTER\nRest. Walk.\n"
    assert _names(_read(tmp_path, text.format("", ""))) == ["BEFORE", "AFTER"]
    apart = text.format("\n", "Read this page. It is short.\n\n")
    assert _names(_read(tmp_path, apart)) == ["INSTRUCTIONS", "BEFORE", "AFTER"]


def test_a_picture_is_no_part_of_a_name(tmp_path: Path) -> None:
    text = "# Vein\n\n## Before\n\nEat. Drink.\n\n## \u26a0\ufe0f Call us if\n\n- it bleeds\n"
    assert _names(_read(tmp_path, text, "x.md")) == ["Before", "Call us if"]


def test_a_question_with_the_number_of_its_place_begins_anew(tmp_path: Path) -> None:
    text = (
        "FOOD TEST\n\n1. Getting ready\n1.1 What should my child eat?\nA light breakfast two hours before you come.\n"
        "1.2 Which medicines should stop?\nStop antihistamines. Keep inhalers.\n\n"
        "2. The day\n2.1 What happens?\nYour child eats small amounts. A nurse is there all the time.\n"
    )
    said = [s.text for s in _read(tmp_path, text).phases[0].sentences]
    assert "Which medicines should stop?" in said


def test_a_long_name_that_asks_is_one_where_it_stands_apart_like_the_others(tmp_path: Path) -> None:
    text = (
        "Skin biopsy\n\nWhat you need to know about the biopsy:\n\nIt is a small piece of skin. It is short.\n\n"
        "What you must do in the week before:\n\n- Stop the cream.\n- Ask about your tablets.\n\nThe test:\n\n"
        "The doctor numbs it. You will feel:\nWhat you need with you then:\n- a book\n\nAfterwards:\n\n"
        "Keep it dry. You may work.\n"
    )
    assert _names(_read(tmp_path, text)) == [
        "What you need to know about the biopsy",
        "What you must do in the week before",
        "The test",
        "Afterwards",
    ]

"""Lines about the leaflet, its form or its web page, which are never said wherever they stand, and lines like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers

PAGES = {
    "txt": "YOUR SCAN\n\n{line}\n\nBEFORE\nYou may eat. You may drink.\n\nAFTER\nYou may go home.\n\n{end}\n",
    "md": "# Your scan\n\n{line}\n\n"
    "## Before\n\nYou may eat. You may drink.\n\n## After\n\nYou may go home.\n\n{end}\n",
    "html": "<html><body><article><h1>Your scan</h1><p>{line}</p><h2>Before</h2><p>You may eat. You may drink.</p>"
    "<h2>After</h2><p>You may go home.</p><p>{end}</p></article></body></html>",
}
OUT = [
    "· GI-PT-112 ·",
    "medellín, colombia",
    "Toledo, Ohio, USA",
    "Documento educativo N.º 33",
    "Hoja informativa nº 12",
    "Patient education handout No. 12",
    "Patient label here",
    "Affix patient label here",
    "Pegar aquí la etiqueta del paciente",
    "I have read and understood this leaflet.",
    "He leído este folleto",
    "Signature:",
    "Firma del paciente:",
    "We value your feedback. Please scan the QR code overleaf.",
    "Hollin Vale NHS Trust is a smoke-free organisation.",
    "Copyright 2024 Hollin Vale. All rights reserved. Do not duplicate.",
    "To be reviewed: 11/2025.",
    "To provide feedback contact PALS on 01632 960 900.",
    "Tell us what you think: scan the QR code or visit www.example.org/feedback",
    "Sources used are available on request.",
    "If you need this leaflet in another format, please ask PALS.",
    "Hello.",
    "Hola.",
    "¡Hola!",
    "Click here",
    "Click here to watch a video.",
    "Haga clic aquí para más información",
    "[Share on Facebook] [Tweet this]",
    "Si desea más información, pulse aquí.",
    "Last updated: Feb 3, 2025 · Written by Dana Cole, RN",
    "By Dr Alan Hill",
    "Por la Dra. Marta Ríos",
    "Por el Dr. Luis Paz y la Dra. Ana Gil",
    "Medically reviewed by Dr Ann Moore",
    "Texto: Dra. Marta Ríos",
    "Please see page 4.",
    "More on that below.",
    "There is more about this overleaf.",
    "Más sobre esto abajo.",
    "Vea el gráfico de la página 2",
    "44 Mill Street, Toledo, Ohio",
    "Clínica San Rafael, Calle 45 # 12-30, Bogotá",
]
SAID = [
    "You will have a label on your wrist.",
    "Please see your doctor.",
    "We would like your doctor to see you.",
    "Please use the smoke-free area.",
    "Press here if it bleeds.",
    "Hello, my name is Ann.",
    "You may travel to Cali, Colombia.",
    "Have you read this leaflet?",
    "A CA 19-9 test is done.",
    "Por la mañana no tome nada.",
    "La etiqueta del envase lo dice.",
    "Take 2 tablets, 1 Movicol Drive Sachet.",
]


def _said(folder: Path, ending: str, line: str, end: str) -> tuple[str, str]:
    page = folder / f"page.{ending}"
    page.write_text(PAGES[ending].format(line=line, end=end), encoding="utf-8")
    document = readers.read(page, "en")
    return document.title.lower(), " ".join(s.text for part in document.sections for s in part.sentences)


@pytest.mark.parametrize("ending", PAGES)
@pytest.mark.parametrize("line", OUT)
def test_furniture_is_not_said(line: str, ending: str, tmp_path: Path) -> None:
    rest = ("your scan", "You may eat. You may drink. You may go home.")
    assert _said(tmp_path, ending, line, "") == rest
    assert _said(tmp_path, ending, "", line) == rest


@pytest.mark.parametrize("ending", PAGES)
@pytest.mark.parametrize("line", SAID)
def test_a_sentence_like_it_is_said(line: str, ending: str, tmp_path: Path) -> None:
    assert line in _said(tmp_path, ending, line, "")[1]


@pytest.mark.parametrize(
    "line", ["medellín, colombia", "Patient label here", "· GI-PT-112 ·", "Documento educativo N.º 33"]
)
def test_furniture_over_a_title_is_no_title(line: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"{line}\n\n{PAGES['txt'].format(line='', end='')}", encoding="utf-8")
    assert readers.read(page, "en").title == "YOUR SCAN"


def test_a_department_right_over_a_line_that_stands_apart_is_no_title(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    text = "What is it?\nIt is an X-ray test. It takes 20 minutes.\n\nAfter the test\nYou can eat as usual.\n"
    for sender in ("RADIOLOGY DEPARTMENT", "ORAL & MAXILLOFACIAL SURGERY"):
        page.write_text(f"{sender}\nBARIUM SWALLOW\n\n{text}", encoding="utf-8")
        assert readers.read(page, "en").title == "BARIUM SWALLOW"
    page.write_text(f"KNEE SURGERY\n\n{text}", encoding="utf-8")
    assert readers.read(page, "en").title == "KNEE SURGERY"


def test_a_label_in_the_text_is_no_button(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    items = "<li><strong>Changing.</strong> You put on a gown.</li><li><strong>Contrast.</strong> It is warm.</li>"
    links = "<h3>Related articles</h3><ul><li>5 myths about scans</li><li>Scans: which is right for you?</li></ul>"
    page.write_text(
        f"<html><body><article><h1>Scan</h1><h2>Before</h2><p>You may eat.</p><h2>During</h2><ul>{items}</ul>"
        f"<h2>After</h2><p>You may go.</p>{links}</article></body></html>",
        encoding="utf-8",
    )
    sentences = [s.text for part in readers.read(page, "en").sections for s in part.sentences]
    assert "Contrast." in sentences
    assert not any("which is right" in text for text in sentences)

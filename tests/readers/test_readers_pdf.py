"""PDF documents, made by another library: text is read, and what has none is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfWriter

from narration.errors import SourceError
from narration.readers import read

WORDS = (
    (
        "Before the test",
        "You may eat and drink as usual on the day of the test. Bring a list of your medicines with you.",
    ),
    ("During the test", "You lie on a table and a nurse stays with you in the room. The test takes about 20 minutes."),
)


def leaflet(path: Path) -> Path:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    pdf.multi_cell(0, 8, "Your heart scan", new_x="LMARGIN", new_y="NEXT")
    for name, text in WORDS:
        pdf.multi_cell(0, 8, name, new_x="LMARGIN", new_y="NEXT")
        pdf.multi_cell(0, 8, text, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))
    return path


def test_lines_become_phases_with_whole_sentences(tmp_path: Path) -> None:
    document = read(leaflet(tmp_path / "scan.pdf"))
    assert document.title == "Your heart scan"
    assert [phase.name for phase in document.phases] == ["Before the test", "During the test"]
    assert [" ".join(s.text for s in phase.sentences) for phase in document.phases] == [text for _, text in WORDS]


def test_a_scanned_page_is_named(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "scan.pdf")
    with pytest.raises(SourceError, match="scanned"):
        read(tmp_path / "scan.pdf")


def test_an_encrypted_document_is_named(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=leaflet(tmp_path / "open.pdf"))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "closed.pdf")
    with pytest.raises(SourceError, match="encrypted"):
        read(tmp_path / "closed.pdf")


def test_a_damaged_document_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n" + b"nonsense " * 100)
    with pytest.raises(SourceError):
        read(tmp_path / "broken.pdf")

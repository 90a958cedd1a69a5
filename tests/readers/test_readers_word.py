"""Word documents, made by the library that offices' own files are tested against, and hostile archives."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from narration.errors import SourceError
from narration.readers import read


def test_headings_lists_and_tables_become_phases(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Your colonoscopy", 0)
    document.add_paragraph("This page tells you what happens.")
    document.add_heading("Before the test", 1)
    document.add_paragraph("Drink clear fluids.", style="List Bullet")
    document.add_heading("During the test", 1)
    document.add_paragraph("You lie on your side.")
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "Length", "About 30 minutes."
    document.sections[0].footer.paragraphs[0].text = "Leaflet 12"
    path = tmp_path / "colonoscopy.docx"
    document.save(str(path))
    found = read(path)
    assert found.title == "Your colonoscopy"
    assert [s.text for s in found.opening.sentences] == ["This page tells you what happens."]
    assert [phase.name for phase in found.phases] == ["Before the test", "During the test"]
    assert "Length: About 30 minutes." in [s.text for s in found.phases[1].sentences]
    assert [(item.text, item.reason) for item in found.left_out] == [("Leaflet 12", "reference")]


def test_bold_lines_are_headings_where_there_are_no_others(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Having an endoscopy")
    for name, text in (("What happens before?", "You do not eat."), ("What happens after?", "You rest for a while.")):
        document.add_paragraph().add_run(name).bold = True
        document.add_paragraph(text)
    path = tmp_path / "endoscopy.docx"
    document.save(str(path))
    assert [phase.name for phase in read(path).phases] == ["What happens before?", "What happens after?"]


def archive(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(f"word/{name}.xml", data)
    return path


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="unpacks to more"):
        read(archive(tmp_path / "bomb.docx", document=b"<w>" + b" " * 60_000_000))


def test_a_bomb_among_the_pictures_is_refused_too(tmp_path: Path) -> None:
    path = archive(tmp_path / "bomb.docx", document=b"<w/>")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/media/picture.png", b"\0" * 120_000_000)
    with pytest.raises(SourceError, match="unpacks to more"):
        read(path)


def test_xml_entities_are_refused(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(SourceError, match="entities"):
        read(archive(tmp_path / "laughs.docx", document=bomb))


def test_a_document_with_macros_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.docm"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/vbaProject.bin", b"macro")
    with pytest.raises(SourceError, match="macros"):
        read(path)


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"no archive at all", b"\xd0\xcf\x11\xe0 old"])
def test_what_is_no_word_document_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(data)
    with pytest.raises(SourceError):
        read(path)


def test_a_table_of_times_has_the_words_over_its_columns(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Your operation", 0)
    document.add_heading("Fasting", 1)
    rows = [
        ("If you come at …", "Last meal", "Last drink"),
        ("8:00", "midnight, 0:00", "6:00"),
        ("14:00", "8:00", "12:00"),
    ]
    table = document.add_table(len(rows), 3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_heading("Afterwards", 1)
    document.add_paragraph("You can eat. You can drink.")
    path = tmp_path / "operation.docx"
    document.save(str(path))
    assert [item.text for item in read(path).phases[0].sentences] == [
        "If you come at 8:00, last meal: midnight, 0:00.",
        "Last drink: 6:00",
        "If you come at 14:00, last meal: 8:00.",
        "Last drink: 12:00",
    ]


def test_headings_that_only_their_type_shows(tmp_path: Path) -> None:
    document = docx.Document()
    for text, points, bold in (
        ("Northmere Hospital", 11, True),
        ("Having your hand operated on", 20, True),
        ("Before you come", 14, True),
        ("Tell us if you:", None, False),
        ("1.\ttake a medicine that thins your blood, or have been told to begin one", None, False),
        ("2.\tare ill", None, False),
        ("What to bring", 11, True),
        ("Bring your letter, a list of your medicines and a loose top that buttons down the front.", None, False),
        ("Call us on 01632 960 114", 11, True),
        ("Afterwards", 14, True),
        ("Keep the hand high for two days, and use your fingers for light things only.", None, False),
    ):
        run = document.add_paragraph().add_run(text)
        run.bold = bold or None
        run.font.size = Pt(points) if points else None
    document.save(str(tmp_path / "hand.docx"))
    found = read(tmp_path / "hand.docx")
    assert found.title == "Having your hand operated on"
    assert [phase.name for phase in found.phases] == ["Before you come", "Afterwards"]
    said = [sentence.text for sentence in found.phases[0].sentences]
    assert "What to bring" in said[3]
    assert "Call us on 01632 960 114" in " ".join(said)
    assert not any("1." in text or "2." in text for text in said)


def test_heading_styles_go_before_type(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Your scan", 1)
    for name in ("Before", "After"):
        document.add_heading(name, 2)
        run = document.add_paragraph().add_run("A large line of no heading")
        run.font.size = Pt(20)
        document.add_paragraph("You can eat and drink as you like, and take your tablets at the usual time.")
    document.save(str(tmp_path / "scan.docx"))
    assert [phase.name for phase in read(tmp_path / "scan.docx").phases] == ["Before", "After"]

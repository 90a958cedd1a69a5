"""PDF documents, made by another library: text is read, and what has none is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfWriter

from narration.errors import SourceError
from narration.readers import read
from narration.readers.formats.pdf.bullets import with_bullets
from narration.readers.formats.pdf.lines import Line
from narration.readers.formats.pdf.running import without_running

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


@pytest.mark.parametrize(
    "named", ["Microsoft Word - scan_v3.docx", "heart-scan.html", "Untitled", "https://a.example/"]
)
def test_the_name_of_a_file_is_no_title(tmp_path: Path, named: str) -> None:
    leaflet(tmp_path / "scan.pdf")
    writer = PdfWriter(tmp_path / "scan.pdf")
    writer.add_metadata({"/Title": named})
    writer.write(tmp_path / "named.pdf")
    assert read(tmp_path / "named.pdf").title == "Your heart scan"


PAGES = (
    [
        ("h", "Before the stitches"),
        ("p", "Wash your arm with soap, and take off any rings. You may eat and drink as you like, and a"),
    ],
    [
        ("p", "friend can stay with you. Tell us if you take one of these:"),
        ("t", "Medicine|Before the day"),
        ("t", "Warfarin|Ask us first."),
        ("t", "Iron|Stop 7 days before."),
        ("h", "At home"),
        ("p", "Keep it dry for two days."),
    ],
)


def test_larger_type_running_lines_and_tables_are_told_by_the_layout(tmp_path: Path) -> None:
    pdf = FPDF()
    for number, page in enumerate(PAGES, 1):
        pdf.add_page()
        pdf.set_font("helvetica", size=8)
        for line in ("Wellmoor Hospital", "Stitches", "WM-12 | Endorsed by the board", f"Page {number}"):
            pdf.multi_cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
        if number == 1:
            pdf.set_font("helvetica", size=20)
            pdf.multi_cell(0, 10, "Stitches", new_x="LMARGIN", new_y="NEXT")
        for kind, text in page:
            pdf.set_font("helvetica", "B" if text.startswith("Medicine|") else "", 14 if kind == "h" else 11)
            if kind == "t":
                name, _, told = text.partition("|")
                pdf.cell(60, 8, name)
                pdf.cell(60, 8, told, new_x="LMARGIN", new_y="NEXT")
            else:
                pdf.multi_cell(0, 8, text, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(tmp_path / "stitches.pdf"))
    document = read(tmp_path / "stitches.pdf")
    assert document.title == "Stitches"
    assert [phase.name for phase in document.phases] == ["Before the stitches", "At home"]
    assert [s.text for s in document.phases[0].sentences] == [
        "Wash your arm with soap, and take off any rings.",
        "You may eat and drink as you like, and a friend can stay with you.",
        "Tell us if you take one of these:",
        "Warfarin, before the day: Ask us first.",
        "Iron, before the day: Stop 7 days before.",
    ]
    assert {item.reason for item in document.left_out} == {"reference", "heading"}


def test_a_bullet_alone_on_its_line_belongs_to_the_next() -> None:
    page = [Line("You may have:"), Line("\uf0b7"), Line("a cough"), Line("\x7f a rash"), Line("It soon goes.")]
    assert [line.text for line in with_bullets(page)] == ["You may have:", "• a cough", "• a rash", "It soon goes."]


def test_letters_that_a_typesetter_joined_are_apart(tmp_path: Path) -> None:
    (tmp_path / "copied.txt").write_text(
        "Your ﬁrst scan\n\nBefore\n\nTake oﬀ your rings, and ﬂex your ﬁngers.\n\n"
        "After\n\nThe staﬀ in the oﬃce help you.\n",
        "utf-8",
    )
    document = read(tmp_path / "copied.txt")
    assert document.title == "Your first scan"
    assert [sentence.text for phase in document.phases for sentence in phase.sentences] == [
        "Take off your rings, and flex your fingers.",
        "The staff in the office help you.",
    ]


def test_a_wide_page_of_shapes_and_lines_is_read_within_bounds(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    for number in range(3000):
        pdf.ellipse(15 + number % 90, 10 + number % 250, 1, 1, style="F")
    pdf.text(20, 30, "A drawing is no list.")
    pdf.output(str(tmp_path / "drawing.pdf"))
    document = read(tmp_path / "drawing.pdf")
    assert [sentence.text for phase in document.phases for sentence in phase.sentences] == ["A drawing is no list."]


def test_a_word_that_two_pages_begin_or_end_with_is_no_running_line() -> None:
    first = [Line("Northmere", 8, 60, 800), Line("Rest for 20", 11, 60, 90), Line("minutes.", 11, 60, 70)]
    second = [Line("Northmere", 8, 60, 800), Line("minutes.", 11, 60, 760), Line("Go home.", 11, 60, 740)]
    kept = [[line.text for line in page] for page, _ in without_running([first, second])]
    assert kept == [["Rest for 20", "minutes."], ["minutes.", "Go home."]]


def test_bullets_and_numbers_written_after_the_page_go_to_the_line_as_high() -> None:
    page = [
        Line("Tell us if you:", 11, 60, 500),
        Line("have a cough", 11, 90, 480),
        Line("are ill", 11, 90, 465),
        Line("Wash.", 11, 90, 440),
        Line("• ", 11, 79, 480.4),
        Line("• ", 11, 79, 465),
        Line("1. ", 11, 75, 440),
    ]
    made = with_bullets(page)
    assert [line.text for line in made] == ["Tell us if you:", "• have a cough", "• are ill", "1. Wash."]
    assert [line.hanging for line in made] == [False, True, True, True]

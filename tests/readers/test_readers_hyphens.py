"""Words broken over two lines: whole again, and compounds keep their hyphen."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF

from narration.readers import read
from narration.readers.text.hyphens import mended, mended_in_place


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("It takes ten min-\nutes.", "It takes ten minutes."),
        ("an appoint-\nment", "an appointment"),
        ("a fast-\ning day, with-\nin an hour, six-\nteen", "a fasting day, within an hour, sixteen"),
        ("un com fort ‐\nable", "un com fortable"),
        ("anti\u00ad\nbiotics", "antibiotics"),
        ("a low-\nresidue diet", "a low-residue diet"),
        ("a follow-\nup and blood-\nthinning pills", "a follow-up and blood-thinning pills"),
        ("an X-\nray, PET-\nCT, 30-\nminute rest, 24-\n48 hours", "an X-ray, PET-CT, 30-minute rest, 24-48 hours"),
        ("a cafe-\nteria, the day-\ncare. Daycare is free.", "a cafeteria, the daycare. Daycare is free."),
        ("a pre-\nbooked bed. Pre-booked beds", "a pre-booked bed. Pre-booked beds"),
        ("la anes-\ntesia y la prepa-\nración", "la anestesia y la preparación"),
        ("Wait -\nthen go – \nnow.", "Wait -\nthen go – \nnow."),
    ],
)
def test_a_broken_word(text: str, whole: str) -> None:
    assert mended(text) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("los bron-\nquios con un tubo\nfino", "los bronquios\ncon un tubo\nfino"),
        ("una sema-\n  na antes.\n", "una semana\n  antes.\n"),
        ("- low-\n  residue food\n- tea", "- low-residue\n  food\n- tea"),
        ("Bring:\n- tea -\n- milk", "Bring:\n- tea -\n- milk"),
    ],
)
def test_a_broken_word_of_a_text_keeps_the_lines(text: str, whole: str) -> None:
    assert mended_in_place(text) == whole


def test_a_running_header_of_a_text_is_said_once(tmp_path: Path) -> None:
    page = tmp_path / "x.txt"
    head = "ST ANNE HOSPITAL                    Page {} of 2\n"
    page.write_text(
        f"{head.format(1)}\nBronchoscopy\n\nWhat is it?\nA look at the bron-\nchi. It is short.\n\n{head.format(2)}\n"
        "Will it hurt?\nYou may cough. Rest.\n"
    )
    document = read(page)
    assert document.title == "Bronchoscopy"
    assert [s.text for part in document.phases for s in part.sentences] == [
        "A look at the bronchi.",
        "It is short.",
        "You may cough.",
        "Rest.",
    ]


def test_a_pdf_with_broken_words(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    for line in (
        "Your scan",
        "Before the scan",
        "Please eat a low-",
        "residue meal, and do not come later than ten min-",
        "utes before your time. Bring a friend.",
        "During the scan",
        "You lie on a table in the room and a nurse is with you.",
    ):
        pdf.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(tmp_path / "scan.pdf"))
    before = read(tmp_path / "scan.pdf").phases[0]
    assert [sentence.text for sentence in before.sentences] == [
        "Please eat a low-residue meal, and do not come later than ten minutes before your time.",
        "Bring a friend.",
    ]

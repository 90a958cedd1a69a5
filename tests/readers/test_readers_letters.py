"""Letters: the subject line is the title; greetings and signatures are left out, and listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document

BODY = "You have been referred for a scan. It does not hurt."
PHASES = (
    "Before you come\n\nYou may eat as usual. Please bring your glasses.\n\n"
    "The scan\n\nYou lie still for 20 minutes. It is loud.\n\n"
)


def spoken(document: Document) -> str:
    return " ".join(sentence.text for section in document.sections for sentence in section.sentences)


def read(folder: Path, text: str, name: str = "letter.txt") -> Document:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    return readers.read(page)


@pytest.mark.parametrize(
    ("beginning", "title"),
    [
        ("Dear Mrs Carter,\n\nRe: Your MRI scan\n\n", "Your MRI scan"),
        ("Dear Mrs Carter,\nRe: Your MRI scan\n", "Your MRI scan"),
        ("RE: YOUR SCAN ON 12 JUNE AT 9.30\n\nDear patient\n\n", "YOUR SCAN ON 12 JUNE AT 9.30"),
        ("Northmere Hospital\nOur ref: AB/123\n\nDear Mr Jones\n\nSubject: your scan\n\n", "Your scan"),
        ("Estimada Sra. López:\n\nAsunto: su cita\n\n", "Su cita"),
    ],
)
def test_the_subject_line_is_the_title_and_is_not_spoken(tmp_path: Path, beginning: str, title: str) -> None:
    document = read(tmp_path, f"{beginning}{BODY}\n\n{PHASES}Yours sincerely,\nDr A. Patel\nConsultant\n")
    assert document.title == title
    assert [phase.name for phase in document.phases] == ["Before you come", "The scan"]
    assert spoken(document).startswith(BODY)
    assert not {"Dear", "Estimada", "Re", "sincerely", "Patel", "Consultant"} & set(spoken(document).split())
    assert {item.reason for item in document.left_out} <= {"greeting", "reference"}


@pytest.mark.parametrize(
    "end", ["<p>Yours sincerely,<br>Jane Smith<br>Nurse</p>", "<p>Kind regards, Jane Smith</p>", "<p>Kind regards</p>"]
)
def test_in_a_web_page_each_line_of_a_paragraph_counts(tmp_path: Path, end: str) -> None:
    document = read(
        tmp_path,
        f"<html><body><main><p>Dear Mr Jones,<br><b>Re: Your MRI scan</b></p><p>{BODY}</p>"
        "<h2>Arrival</h2><p>Please come early. You will change into a gown.</p>"
        f"<h2>Scan</h2><p>You lie still. It is loud.</p>{end}</main></body></html>",
        "letter.html",
    )
    assert document.title == "Your MRI scan"
    assert [phase.name for phase in document.phases] == ["Arrival", "Scan"]
    assert spoken(document).startswith(BODY)
    assert spoken(document).endswith("It is loud.")
    assert {item.reason for item in document.left_out} == {"greeting"}


def test_a_farewell_may_be_a_sentence_and_what_follows_has_its_own_reason(tmp_path: Path) -> None:
    end = "Sin otro particular, reciba un cordial saludo.\n\nDra. Ruiz\n\nCita previa: 950 000 264, de 8:00 a 14:30 h\n"
    document = read(tmp_path, f"Antes: Coma algo. Beba agua.\n\nDespués: Puede irse a casa. Descanse.\n\n{end}")
    assert spoken(document).endswith("Descanse.")
    assert [item.reason for item in document.left_out] == ["greeting", "greeting", "contact"]


def test_what_only_looks_like_a_letter_stays(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "A scan\n\nRe: You may rest. It is quiet here.\n\nAfter: Many thanks, we say, and you go home. It is late.\n",
    )
    assert document.title == "A scan"
    assert "You may rest." in spoken(document)
    assert "Many thanks, we say, and you go home." in spoken(document)

"""The title without the kind of paper before it and who sends it after it, and nothing of it said twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document

BELOW = "\n\nBefore\n\nLeave your watch at home. Take your usual tablets.\n\nAfter\n\nKeep it dry. You may drive.\n"


def read(folder: Path, head: str) -> Document:
    page = folder / "03-page.txt"
    page.write_text(f"{head}{BELOW}", encoding="utf-8")
    return readers.read(page)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Infiltración epidural lumbar. Unidad del Dolor, Hospital Virgen",
            "Infiltración epidural lumbar",
        ),
        ("Having a colonoscopy - Endoscopy Unit, St Mary's Hospital", "Having a colonoscopy"),
        ("Instructions for patients - Skin biopsy. Dermatology Department, Hull Royal Infirmary", "Skin biopsy"),
        (
            "Riverside Hospital\nRadiology Unit\nPATIENT INSTRUCTIONS: MRI SCAN OF THE KNEE",
            "MRI SCAN OF THE KNEE",
        ),
        ("HOSPITAL DEL VALLE\nINSTRUCTIVO PARA PACIENTES: ASPIRADO DE MÉDULA ÓSEA", "ASPIRADO DE MÉDULA ÓSEA"),
        ("Prueba del sueño | Unidad del Sueño, Hospital Sur", "Prueba del sueño"),
        ("Broncoscopia\n(Mirar los bronquios por dentro)", "Broncoscopia (mirar los bronquios por dentro)"),
        ("HOSPITAL DEL VALLE\nBRONCOSCOPIA\nInformación previa a la prueba", "BRONCOSCOPIA"),
        (
            "# Hospital del Valle\nUnidad de Sueño · Documento para madres y padres\n\nPolisomnografía",
            "Polisomnografía",
        ),
        ("Cataract surgery. What to expect at the Eye Unit", "Cataract surgery. What to expect at the Eye Unit"),
        ("Knee replacement – getting ready for it", "Knee replacement – getting ready for it"),
        ("Visita a la Unidad del Sueño", "Visita a la Unidad del Sueño"),
    ],
)
def test_a_title_is_what_the_page_is_about(head: str, title: str, tmp_path: Path) -> None:
    document = read(tmp_path, head)
    assert document.title == title
    assert document.opening.sentences == ()


def test_a_title_is_not_said_again_over_the_text(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    text = (
        "# Your knee scan\n\n**Your knee scan**\n\nYour doctor asks for it.\n\n## Before\n\nEat.\n\n## After\n\nRest.\n"
    )
    page.write_text(text, encoding="utf-8")
    document = readers.read(page)
    assert [sentence.text for sentence in document.opening.sentences] == ["Your doctor asks for it."]
    assert ("heading", "Your knee scan") in [(item.reason, item.text) for item in document.left_out]

"""The number of a step above its name, and bare numbers before paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document

HEADINGS = (
    "# Su terapia\n\nSe lo contamos todo.\n\n### PASO 1\n\n## La entrevista\n\nUn médico le escucha.\n\n"
    "**PASO 2**\n\n## El mapa\n\nSe mide la cabeza.\n\n### PASO 3\n\n## La sesión\n\nUsted se sienta.\n"
)
INSIDE = (
    "# Su terapia\n\n## Paso 1\n\n### La entrevista\n\nUn médico le escucha.\n\n## Paso 2\n\n### El mapa\n\n"
    "Se mide la cabeza.\n\n## Paso 3\n\n### La sesión\n\nUsted se sienta.\n"
)
LINES = (
    "Su terapia\n\nSe lo contamos todo.\n\nPASO 1\nLa entrevista\nUn médico le escucha. Usted habla.\n\n"
    "PASO 2\n\nEl mapa\n\nSe mide la cabeza. No duele.\n\nPASO 3\nLa sesión\nUsted se sienta. Dura poco.\n"
)


def read(folder: Path, text: str, name: str = "page.txt", language: str = "es") -> Document:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    return readers.read(page, language)


@pytest.mark.parametrize(("page", "name"), [(HEADINGS, "a.md"), (INSIDE, "b.md"), (LINES, "c.txt")])
def test_a_step_s_number_above_its_name_is_part_of_it(page: str, name: str, tmp_path: Path) -> None:
    document = read(tmp_path, page, name)
    assert [phase.name for phase in document.phases] == ["La entrevista", "El mapa", "La sesión"]
    assert not any("PASO" in sentence.text.upper() for phase in document.phases for sentence in phase.sentences)


def test_a_step_with_several_headings_inside_keeps_its_own(tmp_path: Path) -> None:
    page = (
        "# Your stay\n\n## Step 1\n\n### Checking in\n\nYou get a badge.\n\n### Your room\n\nYou unpack.\n\n"
        "## Step 2\n\nYou sleep.\n"
    )
    assert [phase.name for phase in read(tmp_path, page, "page.md", "en").phases] == ["Step 1", "Step 2"]


def test_what_is_to_be_done_in_a_step_is_not_its_name(tmp_path: Path) -> None:
    page = "Your stay\n\nStep 1\nTake off your rings\n\nStep 2\nPut on the gown\n\nStep 3\nLie down and wait.\n"
    document = read(tmp_path, page, language="en")
    said = [sentence.text for phase in document.phases for sentence in phase.sentences]
    assert {"Take off your rings", "Put on the gown"} <= {*said}


def test_bare_numbers_that_count_on_before_paragraphs_are_not_said(tmp_path: Path) -> None:
    page = (
        "# Su muela\n\n## Antes\n\nUsted come.\n\n## Paso a paso\n\n1 Recepción. Usted firma.\n\n"
        "2 Anestesia. Se duerme la encía.\n\n3 Puntos. Se cose.\n\n## Después\n\nUsted descansa.\n"
    )
    said = [sentence.text for sentence in read(tmp_path, page, "page.md").phases[1].sentences]
    assert said == ["Recepción.", "Usted firma.", "Anestesia.", "Se duerme la encía.", "Puntos.", "Se cose."]


@pytest.mark.parametrize(
    "lines",
    [
        ["1 Hour before you come, drink water.", "2 Hours before you go, eat.", "3 Hours later, sleep."],
        ["1 Nurse meets you.", "2 Doctors see you."],
        ["2 Nurses meet you.", "3 Doctors see you.", "4 Friends may wait."],
    ],
)
def test_numbers_that_count_something_are_said(lines: list[str], tmp_path: Path) -> None:
    page = "# Your stay\n\n## Before\n\nYou eat.\n\n## The day\n\n" + "\n\n".join(lines) + "\n\n## After\n\nYou rest.\n"
    document = read(tmp_path, page, "page.md", "en")
    assert [sentence.text for sentence in document.phases[1].sentences] == lines

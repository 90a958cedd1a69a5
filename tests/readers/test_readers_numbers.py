"""Numbers that a patient may need: for emergencies, for a time of day, for the night."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.readers.base import Block, Kind
from narration.readers.contacts import own_number

PAGE = "Your scan\n\nBefore: You may eat.\n\nThe scan: You lie still. {asks}\n\n{line}\n"
RING = "Ring us on 01632 960 999 if it hurts."
ALWAYS = [
    "Emergencies: 911",
    "In an emergency: 999",
    "Emergencias: 112",
    "SAMU: 131",
    "24 hours: Ward 7, 01632 960 456",
    "Ward 7 (24 hours): 01632 960 456",
    "Urgencias (24 horas): 915 550 100",
    "Coronary care unit 01632 960 332 (24 hours)",
    "WhatsApp: 07700 900 123",
    "Eye nurse: 01632 960 124",
    "8am to 5pm: Day unit, 01632 960 123",
    "Day unit (8am to 5pm): 01632 960 123",
    "After 5 pm and at weekends: Ward 7, 01632 960 456",
    "Out of hours: 01632 960 456",
    "Monday to Friday, 9am to 5pm: 01632 960 456",
    "Lunes a viernes de 8 a 15 h: 915 550 100",
    "Day unit, 8am to 6pm: 01632 960 556",
    "Fuera de ese horario: 915 550 200",
]
NEVER = ["Fax: 01632 960 456", "Reception: 01632 960 456", "Interpreters: 01632 960 456"]


def _read(folder: Path, line: str, asks: str) -> tuple[list[str], list[str]]:
    page = folder / "page.txt"
    page.write_text(PAGE.format(line=line, asks=asks), encoding="utf-8")
    document = readers.read(page, "en")
    return [phase.name for phase in document.phases], [s.text for part in document.sections for s in part.sentences]


@pytest.mark.parametrize("line", [*ALWAYS, *NEVER])
@pytest.mark.parametrize("asks", ["", RING])
def test_a_number_for_a_time_is_said_and_is_no_phase(line: str, asks: str, tmp_path: Path) -> None:
    names, said = _read(tmp_path, line, asks)
    assert names == ["Before", "The scan"]
    assert (line in said) == (line in ALWAYS)


def test_a_number_with_its_hours_is_said_beside_one_for_the_night(tmp_path: Path) -> None:
    lines = ["Teléfono de la unidad: 920 555 010 (de 8:00 a 15:00)", "Urgencias 24 h: 920 555 000"]
    _, said = _read(tmp_path, "\n\n".join(lines), "Acuda a Urgencias si sangra.")
    assert said[-2:] == lines


def test_a_heading_may_ask_whom_to_ring(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    lines = ["**Eye clinic (Mon–Fri, 9–5):** 01632 960 610", "**Eye casualty (24 hours):** 01632 960 620"]
    page.write_text(
        "# Eye\n\n## The drops\n\nThey sting.\n\n## Who do I call?\n\n" + "\n".join(lines), encoding="utf-8"
    )
    said = [sentence.text for sentence in readers.read(page).phases[-1].sentences]
    assert said == [line.replace("*", "") for line in lines]


def test_numbers_on_lines_of_their_own_are_a_sentence_each(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        f"# Scan\n\n**Before:** You may eat.\n\n**The scan:** You lie still. {RING}\n\n"
        "**Emergencies:** 911\n**Day unit (8am to 5pm):** 01632 960 123\n**Ward 7 (24 hours):** 01632 960 456\n",
        encoding="utf-8",
    )
    document = readers.read(page)
    assert [phase.name for phase in document.phases] == ["Before", "The scan"]
    assert [sentence.text for sentence in document.closing.sentences] == [
        "Emergencies: 911",
        "Day unit (8am to 5pm): 01632 960 123",
        "Ward 7 (24 hours): 01632 960 456",
    ]


def test_numbers_with_their_names_on_one_line_are_a_sentence_each(tmp_path: Path) -> None:
    lines = ["Office hours: 402-555-0101", "After hours: 402-555-0102", "Emergency: 911"]
    _, said = _read(tmp_path, " ".join(lines), "Ring us if it hurts.")
    assert said[-3:] == lines


def test_hours_after_their_label_are_no_phase(tmp_path: Path) -> None:
    names, said = _read(tmp_path, "Horario de atención: lunes a viernes, 8:00 a 15:00.", "")
    assert names == ["Before", "The scan"]
    assert said == ["You may eat.", "You lie still."]


def test_the_only_number_is_said_where_the_text_asks_to_give_notice(tmp_path: Path) -> None:
    _, said = _read(tmp_path, "Teléfono: (054) 00-3371, anexo 118", "Quien no venga debe avisar con dos días.")
    assert "Teléfono: (054) 00-3371, anexo 118" in said


def test_a_number_for_emergencies_is_said_beside_the_other_of_its_bar() -> None:
    names = ["Central telefónica: (01) 000-4100", "Emergencias 24 h: (01) 000-4111"]
    bar = Block(Kind.PARAGRAPH, " | ".join([*names, "Resultados"]))
    assert [block.text for block in own_number.from_footer([bar])] == [f"{name}." for name in names]


@pytest.mark.parametrize(
    ("text", "apart"),
    [("Venga con un adulto. Solo no lo atendemos.", True), ("También si usa insulina.", False)],
)
def test_an_important_paragraph_between_labels_is_no_part_of_the_one_above(
    text: str, apart: bool, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    labels = f"Ayuno: No coma nada.\n\nDiabetes: No tome las pastillas.\n\nIMPORTANTE: {text}\n\nLlegada: Preséntese."
    page.write_text(f"Su drenaje\n\n{labels}\n\nDespués: Descanse en casa.\n", encoding="utf-8")
    names = [phase.name for phase in readers.read(page, "es").phases]
    assert ("Importante" in names) is apart

"""Lines that name the stages of a visit, between labels, are the parts; the labels under them are said inside."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers

SPANISH = """Ecografía con contraste

Qué es: Una prueba con ultrasonidos y un contraste en la vena.

Cuánto dura: Unos veinte minutos, y no hace falta ingresar.

Antes de la prueba

Comida: No coma nada en las 6 horas previas.
Ropa: Venga con ropa cómoda, en dos piezas.

Al llegar

Pase por el mostrador con su tarjeta. Le daremos una bata.
Sala: 4

Después de la prueba

- Puede comer enseguida.
- Beba agua.

Resultados: Los tendrá su médico en una semana.
"""

ENGLISH = """A contrast ultrasound

What it is: A test with ultrasound and a dye in the vein.

Before the test

Food: Eat nothing for 6 hours.
Clothes: Wear two pieces that come off easily.

After the test

You can eat. The dye leaves your body by itself.

Results: Your doctor has them in a week.
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (SPANISH, ["Qué es", "Cuánto dura", "Antes de la prueba", "Al llegar", "Después de la prueba", "Resultados"]),
        (ENGLISH, ["What it is", "Before the test", "After the test", "Results"]),
    ],
)
def test_a_stage_over_labels_is_the_part(text: str, names: list[str], tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    assert [phase.name for phase in readers.read(page).phases] == names


def test_a_label_inside_a_stage_is_a_heading_and_a_mere_fact_is_none(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(SPANISH, encoding="utf-8")
    phases = {phase.name: phase for phase in readers.read(page).phases}
    assert [item.text for item in phases["Antes de la prueba"].sentences] == [
        "Comida.",
        "No coma nada en las 6 horas previas.",
        "Ropa.",
        "Venga con ropa cómoda, en dos piezas.",
    ]
    assert phases["Al llegar"].sentences[-1].text == "Sala: 4"


def test_one_such_line_is_not_enough(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(ENGLISH.replace("After the test\n\n", ""), encoding="utf-8")
    assert "Before the test" not in [phase.name for phase in readers.read(page).phases]

"""A stage of the visit with headings inside it is the phase, in text without levels and on a page with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers

ENGLISH = """A capsule endoscopy

Before the test

Diet
Eat no seeds for two days.

Medicines
Stop iron tablets seven days before.

During the test
You swallow the capsule. You can go home.

After the test

At home
You can eat as usual.

Pain
Take a mild painkiller.

Warning signs
Call us if you are sick.
"""
SPANISH = """Cistoscopia

Antes del procedimiento

Ayuno
No necesita estar en ayunas.

Medicamentos
Siga con sus medicinas.

Durante el procedimiento
Le pondrán un gel.

Después del procedimiento

En casa
Beba dos litros de agua.

Signos de alarma
Acuda a urgencias si tiene fiebre.
"""
CAPITALS = """KNEE ARTHROSCOPY

BEFORE YOUR OPERATION

Fasting
Do not eat for six hours.

YOUR OPERATION
You have an anaesthetic.

AFTER YOUR OPERATION

Pain
Your knee is sore for a week.
"""
QUESTIONS = """Your treatment

What happens before it?

The evening before
Eat nothing after midnight.

The morning
You will be asked to put on a gown.

What happens during it?

A nurse will check your details.

When can I go home?

You can go home when you feel steady.
"""


def _phases(name: str, text: str, folder: Path) -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return [phase.name for phase in readers.read(path).phases]


@pytest.mark.parametrize(
    ("name", "text", "phases"),
    [
        ("lines.txt", ENGLISH, ["Before the test", "During the test", "After the test", "Warning signs"]),
        (
            "lineas.txt",
            SPANISH,
            ["Antes del procedimiento", "Durante el procedimiento", "Después del procedimiento", "Signos de alarma"],
        ),
        ("capitals.txt", CAPITALS, ["BEFORE YOUR OPERATION", "YOUR OPERATION", "AFTER YOUR OPERATION"]),
        (
            "flat.md",
            "# Scan\n\n## Before the scan\n\n## Food\n\nEat nothing.\n\n## Pills\n\nGo on.\n\n## The scan\n\nLie.\n",
            ["Before the scan", "The scan"],
        ),
        (
            "nested.md",
            "# Scan\n\n## Before the scan\n\n### Food\n\nEat nothing.\n\n### Pills\n\nGo on.\n\n## The scan\n\nLie.\n",
            ["Before the scan", "The scan"],
        ),
        ("questions.txt", QUESTIONS, ["What happens before it?", "What happens during it?", "When can I go home?"]),
        (
            "emptied.md",
            "# Scan\n\n## Before the scan\n\nLorem ipsum dolor sit amet.\n\n\n\n## Food\n\nEat.\n\n## Rest\n\nRest.\n",
            ["Food", "Rest"],
        ),
    ],
)
def test_a_stage_keeps_its_name_over_the_headings_inside_it(
    name: str, text: str, phases: list[str], tmp_path: Path
) -> None:
    assert _phases(name, text, tmp_path) == phases


def test_headings_inside_a_stage_are_said_in_it(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    before = readers.read(path).phases[0]
    assert [sentence.text for sentence in before.sentences] == [
        "Diet.",
        "Eat no seeds for two days.",
        "Medicines.",
        "Stop iron tablets seven days before.",
    ]

"""A point under a heading that forbids is said as forbidden, and never as an order."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers, writing

ENGLISH = {
    "can’t": (
        "What can’t I do?",
        "- Have a bubble bath.\n- Use a hot water bottle, unless we agree.",
        "You can’t have a bubble bath. / You can’t use a hot water bottle, unless we agree.",
    ),
    "must not, and what is only named": (
        "Things you must not do",
        "- Get the cast wet. Put a bag over it.\n- Contact sports\n- Lift children",
        (
            "You must not get the cast wet. / Put a bag over it. / "
            "Another thing that you must not do: contact sports. / You must not lift children."
        ),
    ),
    "no verb in the heading": (
        "What not to do at home",
        "- Drive for two days\n- Drink and drive",
        "Do not drive for two days. / Another thing not to do: drink and drive.",
    ),
    "only names": ("What you should not do", "- Yoga.\n- Hot tubs.", "Yoga. / Hot tubs."),
    "a “not” of its own": (
        "What not to do",
        "- Don’t scratch.\n- Use the cream at night.",
        "Don’t scratch. / Use the cream at night.",
    ),
    "a beginning that denies": (
        "What you must not do",
        "For two days after the peel, do not:\n\n- swim or use a sauna\n- scrub",
        "For two days after the peel, do not swim or use a sauna or scrub.",
    ),
    "another heading": ("What can I do?", "- Use a hot water bottle.", "Use a hot water bottle."),
}
SPANISH = {
    "no puede": (
        "¿Qué no puedo hacer?",
        "- Ponerse parches de calor.\n- Sauna seca. Una ducha, sí.\n- Cargarse peso, salvo que se lo digamos.",
        (
            "No puede ponerse parches de calor. / Otra cosa que no puede hacer: sauna seca. / Una ducha, sí. / "
            "No puede cargarse peso, salvo que se lo digamos."
        ),
    ),
    "de tú": (
        "Qué no debes hacer",
        "- Rascarse la zona.\n- Tomar el sol. Si te pica, llámanos: te vemos si tienes dudas.",
        "No debes rascarte la zona. / No debes tomar el sol. / Si te pica, llámanos: te vemos si tienes dudas.",
    ),
    "sin verbo": (
        "Qué no hacer",
        "- Tomar sauna.\n- Fumar y beber.",
        "No hay que tomar sauna. / Otra cosa que no hay que hacer: fumar y beber.",
    ),
    "evitar": ("Qué debe evitar", "- Usar faja.\n- Picante.", "Hay que evitar usar faja. / Picante."),
    "sin lista": (
        "Lo que no puede hacer",
        "Bañarse en el mar. Frotar la zona. Usted estará bien.",
        "No puede bañarse en el mar. / No puede frotar la zona. / Usted estará bien.",
    ),
    "tras un tiempo": (
        "Qué no puede hacer",
        "Durante los 3 primeros días:\n\n- Usar faja.\n- Conducir.",
        "Durante los 3 primeros días, no puede usar faja. / Durante ese tiempo, no puede conducir.",
    ),
    "uno con su «no»": (
        "Qué no debe hacer",
        "- No mojar el vendaje.\n- Usar la crema.",
        "No moje el vendaje. / Usar la crema.",
    ),
    "lo que no se olvida": ("Qué no debe olvidar", "- Llevar el DNI.", "Lleve el DNI."),
    "sí y no": ("Qué puede y qué no puede hacer", "- Usar faja.", "Usar faja."),
}


@pytest.mark.parametrize(("heading", "text", "lines"), ENGLISH.values(), ids=ENGLISH)
def test_a_point_under_a_heading_that_forbids(heading: str, text: str, lines: str, tmp_path: Path) -> None:
    assert _said(heading, text, "en", tmp_path) == lines


@pytest.mark.parametrize(("heading", "text", "lines"), SPANISH.values(), ids=SPANISH)
def test_a_spanish_point_under_a_heading_that_forbids(heading: str, text: str, lines: str, tmp_path: Path) -> None:
    assert _said(heading, text, "es", tmp_path) == lines


def _said(heading: str, text: str, language: str, folder: Path) -> str:
    page = folder / "page.md"
    page.write_text(f"# Laser\n\n## {heading}\n\n{text}\n\n## B\n\nOK.\n", encoding="utf-8")
    part = writing.write(readers.read(page, language)).phases[1]
    return " / ".join(say.text for say in part.says[1:] if not say.from_style)

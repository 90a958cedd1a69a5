"""A heading inside a part is a soft step to what follows, and a condition in one leads in to its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers, writing

PAGE = "# P\n\n## A\n\nRest.\n\n### {heading}\n\n{text}\n\n## B\n\nRest.\n\n## C\n\nRest.\n"


@pytest.mark.parametrize(
    ("tag", "heading", "text", "said"),
    [
        ("en", "Everyone", "Eat as usual.", ["Now, for everyone.", "Eat as usual."]),
        ("en", "Medicines to stop", "Stop them all.", ["Now, medicines to stop.", "Stop them all."]),
        ("en", "If you don’t react", "You may go home.", ["If you don’t react, you may go home."]),
        ("en", "While the patches are on", "Keep dry.", ["Now, while the patches are on.", "Keep dry."]),
        (
            "en",
            "Skip the water tablets",
            "Start again on Monday.",
            ["Skip the water tablets.", "Start again on Monday."],
        ),
        ("en", "Food and drink", "Keep dry.", ["Now, food and drink.", "Keep dry."]),
        ("en", "Drink and rest", "Keep dry.", ["Drink and rest.", "Keep dry."]),
        ("en", "After you go home", "Keep dry.", ["Now, after you go home.", "Keep dry."]),
        ("es", "Mientras lleve los parches", "No se moje.", ["Ahora, mientras lleve los parches.", "No se moje."]),
        ("en", "Are you well?", "Tell us.", ["Are you well?", "Tell us."]),
        ("en", "Nothing to eat after noon", "Water is fine.", ["Have nothing to eat after noon.", "Water is fine."]),
        ("en", "Step 2: The checks", "We look.", ["Step 2, the checks.", "We look."]),
        ("en", "Step 2: Do not", "- smoke\n- chew gum.", ["Step 2: Do not smoke or chew gum."]),
        ("en", "Call us if", "You bleed, or feel faint.", ["Call us if you bleed, or feel faint."]),
        ("en", "If you need dye", "Usually, it is given.", ["If you need dye: usually, it is given."]),
        ("es", "Cuide su herida", "Lávela.", ["Cuide su herida.", "Lávela."]),
        ("es", "Abra la caja", "Saque la pastilla.", ["Abra la caja.", "Saque la pastilla."]),
        ("es", "Pasear sí, correr no.", "Sin prisa.", ["Pasear sí, correr no.", "Sin prisa."]),
        ("es", "7:15 h", "Entrada por la planta baja.", ["A las 7:15 h, entrada por la planta baja."]),
        ("es", "8:00 p. m. - Llegada", "Le dan una bata.", ["A las 8:00 p. m., la llegada.", "Le dan una bata."]),
        ("en", "9:30 pm – Lights out", "You try to sleep.", ["At 9:30 pm, lights out.", "You try to sleep."]),
        ("es", "A la 1:30", "Le ponen una vía.", ["A la 1:30: le ponen una vía."]),
        ("en", "7.30 am", "You come to the ward.", ["At 7.30 am, you come to the ward."]),
        ("es", "Si es con sedación", "Solo a veces.", ["Ahora, qué pasa si es con sedación.", "Solo a veces."]),
        ("es", "Si hay dolor", "Si es poco, descanse.", ["Ahora, qué pasa si hay dolor.", "Si es poco, descanse."]),
        ("es", "Si hay dolor", "Cuando empiece, descanse.", ["Si hay dolor, cuando empiece, descanse."]),
        ("en", "If it bleeds", "If much, ring us.", ["Now, what happens if it bleeds.", "If much, ring us."]),
        # What holds in a case holds for all that is listed under it, or named there.
        (
            "en",
            "If you wear lenses",
            "- Leave them out.\n- Bring your glasses.",
            ["Now, if you wear lenses.", "Leave them out.", "Bring your glasses."],
        ),
        (
            "en",
            "If you use creams",
            "- Steroids:\n  - Mild – stop.\n  - Strong – ask us.\n- Others – go on.",
            ["Now, if you use creams.", "Steroids.", "Mild: stop.", "Strong: ask us.", "Others – go on."],
        ),
        (
            "es",
            "Si usa lentillas",
            "- Quíteselas antes.\n- Traiga sus gafas.",
            ["Ahora, qué tener en cuenta si usa lentillas.", "Quíteselas antes.", "Traiga sus gafas."],
        ),
        ("es", "Nunca entran a la sala", "Relojes, anillos.", ["Nunca entran a la sala: relojes, anillos."]),
        ("es", "El mismo día", "No fume.", ["Ahora, lo que hay que hacer el mismo día.", "No fume."]),
        ("es", "Al llegar", "Le dan una bata azul.", ["Ahora, lo que pasa al llegar.", "Le dan una bata azul."]),
        # Where nothing shows which, it is only named; and an order may be an infinitive, or a friend's.
        ("es", "Al llegar", "Colgar el abrigo antes.", ["Ahora, al llegar.", "Cuelgue el abrigo antes."]),
        ("es", "La noche anterior", "Cena ligera.", ["Ahora, la noche anterior.", "Cena ligera."]),
        (
            "es",
            "A partir del tercer día",
            "No fume.",
            ["Ahora, lo que hay que hacer a partir del tercer día.", "No fume."],
        ),
        ("en", "Before you leave (10 minutes)", "Sit up.", ["Now, before you leave, 10 minutes.", "Sit up."]),
        ("es", "Toma de la muestra", "Dura poco.", ["Ahora, la toma de la muestra.", "Dura poco."]),
        ("es", "Toma de 2 a 3 vasos", "Son pocos.", ["Toma de 2 a 3 vasos.", "Son pocos."]),
        ("es", "Anestesia y contraste", "Duran poco.", ["Ahora, la anestesia y el contraste.", "Duran poco."]),
        ("es", "Señales de alerta", "Son raras.", ["Ahora, las señales de alerta.", "Son raras."]),
        ("es", "Anestesia la piel", "Arde un poco.", ["Anestesia la piel.", "Arde un poco."]),
        ("es", "Instalación de la vía", "Dura poco.", ["Ahora, la instalación de la vía.", "Dura poco."]),
        ("es", "7:20 a 9:10", "Usted duerme.", ["De las 7:20 a las 9:10, usted duerme."]),
        ("es", "1:15 a 3:00 — El reposo", "Duerma.", ["De la 1:15 a las 3:00, el reposo.", "Duerma."]),
    ],
)
def test_a_heading_inside_a_part(tag: str, heading: str, text: str, said: list[str], tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    page.write_text(PAGE.format(heading=heading, text=text), encoding="utf-8")
    part = writing.write(readers.read(page, tag)).phases[1]
    assert [say.text for say in part.says if not say.from_style][1:] == said


@pytest.mark.parametrize(
    ("tag", "first", "second", "said"),
    [
        ("es", "Antes de irse", "La vuelta", ["Primero, lo que hay que hacer antes de irse.", "Ahora, la vuelta."]),
        (
            "es",
            "Paso 4. En la sala",
            "Paso 5. La vuelta",
            ["Primero, lo que hay que hacer en la sala.", "Ahora, la vuelta."],
        ),
        # A heading that has a number of its own is not the first.
        ("es", "El segundo paso", "La vuelta", ["Ahora, el segundo paso.", "Ahora, la vuelta."]),
        ("en", "The second step", "The night", ["Now, the second step.", "Now, the night."]),
        ("es", "Los primeros 2 días", "La vuelta", ["Ahora, los primeros 2 días.", "Ahora, la vuelta."]),
        ("en", "The evening", "The night", ["First, the evening.", "Now, the night."]),
        ("en", "The first 2 hours", "The night", ["Now, the first 2 hours.", "Now, the night."]),
    ],
)
def test_the_first_of_several_headings_in_a_part_is_said_to_be(
    tag: str, first: str, second: str, said: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "x.md"
    rest = "Rest." if tag == "en" else "Descanse."
    inner = f"### {first}\n\n{rest}\n\n### {second}\n\n{rest}\n\n"
    page.write_text(f"# P\n\n## A\n\n{inner}## B\n\n{inner}## C\n\n{rest}\n", encoding="utf-8")
    parts = writing.write(readers.read(page, tag)).phases[1:3]
    told = [[say.text for say in part.says if not say.from_style and say.text != rest] for part in parts]
    assert told[1] == said
    assert told[0][0] == said[0].replace("Primero", "Ahora").replace("First", "Now")


def test_an_item_that_begins_with_a_time_is_a_step_to_what_follows(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    steps = "1. Two days before. Ring us if you are ill.\n2. The day itself. Water is fine.\n3. Come at nine. Sit down."
    page.write_text(PAGE.format(heading="Are you ready?", text=steps), encoding="utf-8")
    part = writing.write(readers.read(page, "en")).phases[1]
    said = [say.text for say in part.says if not say.from_style][2:]
    assert said == [
        "Now, two days before.",
        "Ring us if you are ill.",
        "Now, the day itself.",
        "Water is fine.",
        "Come at nine.",
        "Sit down.",
    ]


def test_a_short_point_without_a_time_is_no_step(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    page.write_text(
        PAGE.format(heading="Risks", text="- Infection. It is rare.\n- A scar. It fades."), encoding="utf-8"
    )
    part = writing.write(readers.read(page, "en")).phases[1]
    assert "Infection." in [say.text for say in part.says]


def test_a_paragraph_that_only_says_when_is_a_step_to_what_follows(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    text = "Rest.\n\n**A partir del tercer día**\n\nLávese la cara con agua tibia."
    page.write_text(PAGE.format(heading="En su casa", text=text), encoding="utf-8")
    part = writing.write(readers.read(page, "es")).phases[1]
    said = [say.text for say in part.says if not say.from_style]
    assert said[-2:] == ["Ahora, lo que hay que hacer a partir del tercer día.", "Lávese la cara con agua tibia."]


def test_a_time_after_the_number_of_its_step_is_announced_as_what_happens(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    page.write_text(PAGE.format(heading="Paso 3. Antes del alta", text="Le dan una merienda."), encoding="utf-8")
    part = writing.write(readers.read(page, "es")).phases[1]
    said = [say.text for say in part.says if not say.from_style]
    assert said[-2:] == ["Ahora, lo que pasa antes del alta.", "Le dan una merienda."]

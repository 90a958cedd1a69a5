"""An order over signs is said with them, so that nobody hears it as an order for now."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.writing import arrows, writer

PAGES = {
    "en": "# Hip\n\n## At home\n\nRest well. Drink water.\n\n### {order}\n\n{items}\n\n## Later\n\nYou walk.\n",
    "es": "# Cadera\n\n## En casa\n\nDescanse. Beba agua.\n\n### {order}\n\n{items}\n\n## Luego\n\nUsted camina.\n",
}


def _said(folder: Path, order: str, items: list[str], language: str) -> list[str]:
    page = folder / f"x.{language}.md"
    points = "\n".join(f"- {item}" for item in items)
    page.write_text(PAGES[language].format(order=order, items=points), encoding="utf-8")
    script = writer.write_script(readers.read(page, language))
    lines = [say.text for say in script.phases[1].says if not say.sources[0].startswith("style")]
    return lines[2:]


@pytest.mark.parametrize(
    ("language", "order", "items", "said"),
    [
        (
            "en",
            "Dial 999",
            ["crushing pain in the chest", "you cannot speak"],
            ["Dial 999 if you have crushing pain in the chest.", "Dial 999 if you cannot speak."],
        ),
        (
            "en",
            "Ring the hip nurses",
            ["unable to pass water", "a swollen, hot or painful calf"],
            ["Ring the hip nurses for any of these.", "Unable to pass water.", "A swollen, hot or painful calf."],
        ),
        (
            "es",
            "Llame al 112",
            ["Dolor fuerte en el pecho que no cede", "No puede mover la pierna"],
            ["Llame al 112 si hay dolor fuerte en el pecho que no cede.", "Llame al 112 si no puede mover la pierna."],
        ),
    ],
)
def test_an_order_is_said_with_its_signs(
    language: str, order: str, items: list[str], said: list[str], tmp_path: Path
) -> None:
    assert _said(tmp_path, order, items, language) == said


@pytest.mark.parametrize(
    "items",
    [
        ["if you cannot come", "to change the day"],
        ["Ward 4: 01632 960444", "Hip nurses: 01632 960555"],
        ["Bring your card", "Tell them your name"],
    ],
)
def test_an_order_over_what_is_no_sign_stays(items: list[str], tmp_path: Path) -> None:
    assert not any(
        "any of these" in line or "us if you have" in line for line in _said(tmp_path, "Call us", items, "en")
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Swollen lips, chest pain → 911.", "Swollen lips, chest pain: 911."),
        ("Then: chest pain → 911.", "Then: chest pain – 911."),
        ("Check-in → blood test → scan.", "Check-in, then blood test, then scan."),
        ("→ Turn left.", "→ Turn left."),
        ("You get 1 – 3 – 10 and 30 ml.", "You get 1, 3, 10 and 30 ml."),
        ("Ring 955 – 010 – 164 or 965.", "Ring 955 – 010 – 164 or 965."),
    ],
)
def test_arrows_and_dashes_that_cannot_be_heard(text: str, said: str) -> None:
    assert arrows.spelled(text, writer.vocabulary("en")) == said


@pytest.mark.parametrize("number", ["", "01632 960444, day and night.\n\n"])
def test_a_part_that_is_such_an_order_says_it_with_its_signs(number: str, tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    signs = "- a fever of 38 or more\n- you cannot bend the hip\n"
    page.write_text(
        f"# Hip\n\n## At home\n\nRest. Drink.\n\n## Call us the same day\n\n{number}{signs}", encoding="utf-8"
    )
    script = writer.write_script(readers.read(page, "en"))
    lines = [getattr(line, "text", "") for line in script.phases[2].lines]
    assert [line for line in lines if "same day" in line] == [
        "And last, when to call us the same day.",
        "Call us the same day if you have a fever of 38 or more.",
        "Also call us the same day if you cannot bend the hip.",
    ]


def test_a_part_that_is_an_order_over_other_things_says_it_once(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    points = "- to change the day\n- if you cannot come\n"
    page.write_text(f"# Hip\n\n## At home\n\nRest. Drink.\n\n## Call the clinic\n\n{points}", encoding="utf-8")
    script = writer.write_script(readers.read(page, "en"))
    lines = [getattr(line, "text", "") for line in script.phases[2].lines]
    assert sum("clinic" in line.lower() for line in lines) == 1

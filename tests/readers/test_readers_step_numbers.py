"""Steps have their numbers only where the text sends the listener to one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers

PAGE = "# Your spacer\n\n## How to use it\n\n{steps}\n\n{after}\n\n## Cleaning\n\n{cleaning}\n"
STEPS = "1. Shake the can.\n2. Put on the mask. It covers your nose.\n3. Breathe in slowly."
CLEANING = "Wash it once a week.\n\n1. Take it apart.\n2. Use warm water."


def _said(folder: Path, language: str, **texts: str) -> list[str]:
    page = folder / "page.md"
    page.write_text(PAGE.format(**{"steps": STEPS, "cleaning": CLEANING, "after": "Rest.", **texts}), encoding="utf-8")
    return [sentence.text for part in readers.read(page, language).sections for sentence in part.sentences]


@pytest.mark.parametrize(
    ("language", "after", "label"),
    [
        ("en", "For a second puff, repeat steps 2 to 3.", "Step"),
        ("en", "If it hisses, go back to step 3.", "Step"),
        ("es", "Para otra dosis, repita los pasos 1 a 3.", "Paso"),
        ("es", "Si silba, vuelva al paso 2.", "Paso"),
    ],
)
def test_steps_that_the_text_points_to_have_their_numbers(
    language: str, after: str, label: str, tmp_path: Path
) -> None:
    steps = [f"{label} 1: Shake the can.", f"{label} 2: Put on the mask.", "It covers your nose."]
    said = _said(tmp_path, language, after=after)
    assert said[:3] == steps
    assert after in said
    assert said[-2:] == ["Take it apart.", "Use warm water."]


def test_steps_have_their_numbers_also_where_a_later_part_or_one_of_them_points_to_them(tmp_path: Path) -> None:
    later = _said(tmp_path, "en", cleaning="After this, repeat steps 1 and 2 as shown.\n\n- Then rest.")
    assert later[0] == "Step 1: Shake the can."
    inside = _said(tmp_path, "en", cleaning="1. Take it apart.\n2. Wash it.\n3. If it is dull, repeat step 2.")
    assert inside[0] == "Shake the can."
    assert inside[-3:] == ["Step 1: Take it apart.", "Step 2: Wash it.", "Step 3: If it is dull, repeat step 2."]


@pytest.mark.parametrize(
    "texts",
    [
        {"after": "This is a step up: 2 puffs and not 3."},
        {"after": "You are on step 3 of the asthma plan."},  # another list
        {"after": "Repeat steps 2 to 6."},  # which no list here has
        {"after": "Repeat step 2.", "steps": STEPS.replace(". ", ". Step 1: ", 1)},  # the page says them
    ],
)
def test_other_steps_stay_without_a_number(texts: dict[str, str], tmp_path: Path) -> None:
    assert not any(text.startswith(("Step 2", "Step 3")) for text in _said(tmp_path, "en", **texts))

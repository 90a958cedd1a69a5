"""A heading inside a part is a soft step to what follows, and a condition in one leads in to its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers, writing

PAGE = "# P\n\n## A\n\nRest.\n\n### {heading}\n\n{text}\n\n## B\n\nRest.\n\n## C\n\nRest.\n"


@pytest.mark.parametrize(
    ("tag", "heading", "text", "said"),
    [
        ("en", "Medicines to stop", "Stop them all.", ["Now, medicines to stop.", "Stop them all."]),
        ("en", "If you don’t react", "You may go home.", ["If you don’t react, you may go home."]),
        ("en", "Are you well?", "Tell us.", ["Are you well?", "Tell us."]),
        ("en", "Step 2: The checks", "We look.", ["Step 2, the checks.", "We look."]),
        ("en", "Call us if", "You bleed, or feel faint.", ["Call us if you bleed, or feel faint."]),
        ("es", "Instalación de la vía", "Dura poco.", ["Ahora, la instalación de la vía.", "Dura poco."]),
    ],
)
def test_a_heading_inside_a_part(tag: str, heading: str, text: str, said: list[str], tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    page.write_text(PAGE.format(heading=heading, text=text), encoding="utf-8")
    part = writing.write(readers.read(page, tag)).phases[1]
    assert [say.text for say in part.says if not say.from_style][1:] == said

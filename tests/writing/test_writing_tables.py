"""A table's rows are never the end of the sentence that leads in to the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.writing import writer

PAGE = "# Shots\n\n## The dose\n\n{lead}\n\n{table}\n## Later\n\nYou rest. You walk.\n"
DRUGS = "| Drug | Morning | Night |\n|---|---|---|\n| Senna | 2 spoons | 1 spoon |\n| Iron | 4 drops | none |\n"
DRUGS_ES = "| Fármaco | Mañana | Noche |\n|---|---|---|\n| Sen | 2 gotas | 1 gota |\n| Hierro | 4 gotas | nada |\n"


@pytest.mark.parametrize(
    ("language", "lead", "table", "said"),
    [
        ("en", "You will take:", DRUGS, "You will take the following."),
        ("es", "Usted tomará:", DRUGS_ES, "Usted tomará lo siguiente."),
        (
            "en",
            "It depends on what your nurse and you agreed on:",
            DRUGS,
            "It depends on what your nurse and you agreed on.",
        ),
    ],
)
def test_rows_of_several_cells_stand_by_themselves(
    language: str, lead: str, table: str, said: str, tmp_path: Path
) -> None:
    page = tmp_path / f"x.{language}.md"
    page.write_text(PAGE.format(lead=lead, table=table), encoding="utf-8")
    script = writer.write_script(readers.read(page, language))
    lines = [getattr(line, "text", "") for line in script.phases[1].lines]
    assert lines[1] == said
    assert lines[2].startswith(("Senna, morning: 2", "Sen, mañana: 2"))

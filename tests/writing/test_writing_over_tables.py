"""A sentence over a table is closed before its rows, which are no end of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.writing import writer

PAGE = (
    "# Scan\n\n## Before\n\n{lead}\n\n| Day | {head} |\n|---|---|\n| 1–2 | {cell} |\n| 3–8 | Less |\n\n"
    "## After\n\nYou rest.\n"
)


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("Most people heal in this order, although yours may not:", "although yours may not."),
        ("The bruise will change, as the table shows:", "The bruise will change, as the table shows."),
        ("How you may feel:", "How you may feel."),
        ("It is sore at first, and it will slowly improve:", "it will slowly improve."),
        ("You may notice:", "You may notice these."),
        ("Do not take:", "Do not take these."),
        ("Tell us if you take:", "Tell us if you take these."),
        ("Side effects that you may feel:", "Side effects that you may feel."),
        ("The days are as follows:", "The days are as follows."),
        ("Take only what is listed in the table below:", "Take only what is listed here."),
    ],
)
def test_rows_do_not_go_on_a_sentence(lead: str, said: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE.format(lead=lead, head="How it is", cell="Red, sore"), encoding="utf-8")
    lines = [say.text for say in writer.write_script(readers.read(page, "en")).phases[1].says]
    assert lines[-2:] == ["Days 1–2: Red, sore.", "Days 3–8: Less."]
    assert lines[-3].endswith(said)


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("Lo habitual es esto, aunque la suya puede que no:", "aunque la suya puede que no."),
        ("Puede notar:", "Puede notar esto."),
        ("No tome:", "No tome esto."),
    ],
)
def test_spanish_rows_do_not_go_on_a_sentence(lead: str, said: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        f"# Radiografía\n\n## Antes\n\n{lead}\n\n| Día | Cómo está |\n|---|---|\n| 1–2 | Roja |\n| 3–8 | Mejor |\n\n"
        "## Después\n\nUsted descansa.\n",
        encoding="utf-8",
    )
    lines = [say.text for say in writer.write_script(readers.read(page, "es")).phases[1].says]
    assert lines[-2:] == ["Días 1–2: Roja.", "Días 3–8: Mejor."]
    assert lines[-3].endswith(said)


def test_an_amount_goes_on_it(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE.format(lead="It takes:", head="How long", cell="2 hours").replace("Less", "1 hour"), "utf-8")
    lines = [say.text for say in writer.write_script(readers.read(page, "en")).phases[1].says]
    assert "It takes 2 hours for days 1–2." in lines

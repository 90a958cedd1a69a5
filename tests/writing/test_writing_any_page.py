"""Whatever lines a page is made of, it becomes a script, or is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narration import readers, writing
from narration.errors import NarrationError
from narration.script import Say
from narration.spoken import spoken_form

ODD = [
    "",
    ">",
    "-",
    "- ",
    "* (",
    "1. ",
    "|",
    "| a | b |",
    "# ",
    "## -",
    "Label: ",
    "(a)",
    "…",
    "“",
    "¿?",
    "No.",
    "A: B: C:",
]
ODD += [
    "- (",
    "- 5",
    "- …",
    "1) –",
    "555-0100",
    "**",
    "**Note:**",
    "---",
    "· | ·",
    "a; b; or",
    "!",
    "Tel.:",
    "(1 in 100)",
]
LINES = {
    "en": [
        "## Before your scan",
        "Call us if you have:",
        "For 24 hours do not:",
        "You can either:",
        "- a fever",
        "- chest pain; or",
        "- call the ward (01632 960 111)",
        "If you feel faint, sit down, drink, and tell the nurse.",
        "The tube (a cannula) is taken out, which may sting.",
        "Pain: Take paracetamol 1 g, up to 4 times a day.",
        "WHAT TO BRING",
        "Will it hurt? Most people say no.",
        "Call us if you have: a fever; pain; or a cough.",
        "Food and drink: No food for 6 hours; water is allowed.",
    ],
    "es": [
        "## Antes de la prueba",
        "Llámenos si tiene:",
        "Durante 24 horas no debe:",
        "Puede elegir entre:",
        "- fiebre",
        "- dolor en el pecho; o",
        "- No conducir.",
        "Si se marea, siéntese, beba y avise a la enfermera.",
        "El tubo (una cánula) se retira, lo que puede molestar.",
        "Dolor: Tomar paracetamol 1 g cada 8 h.",
        "QUÉ TRAER",
        "¿Duele? La mayoría dice que no.",
        "Llame si tiene: fiebre; dolor; o tos.",
        "Comer y beber: Nada desde las 8; agua, sí.",
    ],
}


@pytest.mark.parametrize(("language", "suffix"), [("en", ".md"), ("en", ".txt"), ("es", ".md"), ("es", ".txt")])
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_any_lines_make_a_script_or_one_clear_error(
    language: str, suffix: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    line = st.one_of(st.sampled_from(ODD), st.sampled_from(LINES[language]))
    page = "\n".join(data.draw(st.lists(line, min_size=1, max_size=14)))
    _read_and_say(page, tmp_path_factory.mktemp("any") / f"page{suffix}", language)


@pytest.mark.parametrize(
    "page",
    [
        "Call us if you have:\n- …\n- a fever",
        "You can either:\n- (",
        ">\n!\nLlámenos si tiene:",
        "## Before:\n- -",
        ">\n(a)\n…\n* (",
    ],
)
def test_lines_without_a_word(tmp_path: Path, page: str) -> None:
    for language in LINES:
        _read_and_say(page, tmp_path / "page.md", language)


def _read_and_say(page: str, path: Path, language: str) -> None:
    path.write_text(page, encoding="utf-8")
    try:
        script = writing.write(readers.read(path, language))
    except NarrationError:
        return
    for phase in script.phases:
        for line in phase.lines:
            if isinstance(line, Say):
                spoken_form(line.text, language, {})

"""Whatever lines a page is made of, it becomes a script, or is refused in one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narration import readers, writing
from narration.errors import NarrationError
from narration.script import Say
from narration.spoken import spoken_form

CASES = Path(__file__).parent.parent / "cases"
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
MELTS = re.compile(r"(?<!\w)(?:a|[Dd]e) el\s")
"""What Spanish says as one word: “al”, “del”."""
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
        "Avise a:",
        "- el anestesista",
        "Hay riesgo de:",
        "Se limpia la zona previa a la incisión.",
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
        "No.\n>\n!\n¿?",
    ],
)
def test_lines_without_a_word(tmp_path: Path, page: str) -> None:
    for language in LINES:
        _read_and_say(page, tmp_path / "page.md", language)


PAGES = sorted(path for path in CASES.rglob("*") if path.suffix in (".md", ".txt") and path.parent != CASES / "pages")
WRITTEN_OTHERWISE: tuple[Callable[[str], str], ...] = (
    str.upper,
    str.title,
    str.lower,
    "{}:".format,
    "- {}".format,
    "**{}**".format,
    lambda line: line.rstrip(".:;"),
    lambda line: line.replace(", ", " (", 1) + ")",
    lambda line: line.replace(". ", ": "),
    lambda line: " ".join(reversed(line.split())),
    lambda line: line[: len(line) // 2],
    lambda line: line[:0],
)
"""As other hands write a line: louder, with a colon, as an item, cut short."""


@given(data=st.data())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_a_page_whose_lines_are_written_otherwise_is_read(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = data.draw(st.sampled_from(PAGES))
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    changed = data.draw(
        st.dictionaries(st.integers(0, len(lines) - 1), st.sampled_from(WRITTEN_OTHERWISE), max_size=12)
    )
    page = "\n".join(changed[at](line) if at in changed else line for at, line in enumerate(lines))
    _read_and_say(page, tmp_path_factory.mktemp("otherwise") / f"page{path.suffix}", None)


@pytest.mark.parametrize("verb", ["have", "Have", "HAVE"])
def test_a_beginning_is_known_however_loud_it_is(verb: str, tmp_path: Path) -> None:
    page = f"# Your tooth\n\n## Afterwards\n\nCall us if you {verb}:\n\n- feeling faint\n- a fever\n"
    _read_and_say(page, tmp_path / "page.md", "en")


def _read_and_say(page: str, path: Path, language: str | None) -> None:
    path.write_text(page, encoding="utf-8")
    try:
        script = writing.write(readers.read(path, language))
    except NarrationError:
        return
    for phase in script.phases:
        for line in phase.lines:
            if isinstance(line, Say):
                spoken_form(line.text, script.language, {})
                assert line.from_style or script.language[:2] != "es" or not MELTS.search(line.text)

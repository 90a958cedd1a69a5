"""Written to spoken: golden cases, and that nothing a voice would stumble over gets through."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narration import yaml_data
from narration.spoken import spoken_form

CASES = Path(__file__).parent.parent / "cases" / "spoken"


def cases() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            written, arrow, spoken = line.rpartition(" → ")
            if arrow and not line.startswith("# "):
                found.append((path.stem.rpartition(".")[2], written, spoken))
    return found


@pytest.mark.parametrize(("language", "written", "spoken"), cases())
def test_golden(language: str, written: str, spoken: str) -> None:
    assert spoken_form(written, language) == spoken


def test_say_as_wins_and_the_guard_still_holds() -> None:
    say_as = {"ketamine": "KET-uh-meen", "PTSD": "P T S D", "IV line": "drip", "odd": "a/b 3"}
    assert spoken_form("PTSD, ketamine, an IV line.", "en", say_as) == "P T S D, KET-uh-meen, an drip."
    assert spoken_form("Ketamine and ketamines", "en", say_as) == "KET-uh-meen and ketamines"
    assert spoken_form("odd", "en", say_as) == "a b three"


def test_say_as_of_any_case_and_spelling() -> None:
    say_as = {"US": "ultrasound", "C++": "C plus plus", "it’s": "it is", "café au lait": "milky", "(a|b)*": "either"}
    assert spoken_form("The US scan is for us.", "en", say_as) == "The ultrasound scan is for us."
    assert spoken_form("C++, it's Café\u00a0au  lait, (A|B)*!", "en", say_as) == "C plus plus, it is milky, either!"
    decomposed = {"cafe\u0301": "coffee"}
    assert spoken_form("caf\u00e9", "en", decomposed) == "coffee"
    many = {f"word{chr(97 + n)}": f"said{chr(97 + n)}" for n in range(26)}
    assert spoken_form(" ".join(many), "en", many) == " ".join(many.values())


def test_the_country_decides_what_a_date_and_a_mark_mean() -> None:
    assert spoken_form("On 4/5/2026", "en-GB") == "On the fourth of May twenty twenty-six"
    assert spoken_form("On 4/5/2026", "en-US") == "On April fifth, twenty twenty-six"
    assert spoken_form("On 4/5/2026", "en") == "On four, five, twenty twenty-six"
    assert spoken_form("Beba 1.500 ml.", "es-ES") == "Beba mil quinientos mililitros."
    assert (
        spoken_form("Tome 1.125 mg por $5.", "es-MX") == "Tome uno punto ciento veinticinco miligramos por cinco pesos."
    )


def test_nothing_to_say_is_nothing() -> None:
    assert spoken_form("— … !", "en") == ""


texts = st.text(max_size=120) | st.text(
    st.sampled_from("0123456789.,:-–/%x×°ºªCmgkhIVaeo'\"#+§→€ ()<>½²&@…’“”"), max_size=60
)


@given(texts, st.sampled_from(["en", "es", "es-MX", "fr"]))
@settings(deadline=None)
def test_only_letters_and_breathing_marks_get_through(text: str, language: str) -> None:
    said = spoken_form(text, language)
    for character in said:
        assert character.isalpha() or character in " ,.?!'-" or character >= "\u0300", (said, character)
    assert not re.search(r"\d", said)
    assert "  " not in said
    assert said == "" or any(c.isalpha() for c in said)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_part_of_a_languages_data_hides_another(language: str) -> None:
    parts = files("narration.spoken").joinpath("data").iterdir()
    own = [part.read_text("utf-8") for part in parts if part.name.startswith(f"{language}.")]
    keys = [key for text in own for key in yaml_data.parse(text)]
    assert len(keys) == len(set(keys))

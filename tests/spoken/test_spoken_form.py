"""Written to spoken: golden cases, and that nothing a voice would stumble over gets through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narration.spoken import spoken_form

CASES = Path(__file__).parent.parent / "cases" / "spoken"


def cases() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            written, arrow, spoken = line.partition(" → ")
            if arrow and not line.startswith("#"):
                found.append((path.stem, written, spoken))
    return found


@pytest.mark.parametrize(("language", "written", "spoken"), cases())
def test_golden(language: str, written: str, spoken: str) -> None:
    assert spoken_form(written, language) == spoken


def test_say_as_wins_and_the_guard_still_holds() -> None:
    say_as = {"ketamine": "KET-uh-meen", "PTSD": "P T S D", "IV line": "drip", "odd": "a/b 3"}
    assert spoken_form("PTSD, ketamine, an IV line.", "en", say_as) == "P T S D, KET-uh-meen, an drip."
    assert spoken_form("Ketamine and ketamines", "en", say_as) == "KET-uh-meen and ketamines"
    assert spoken_form("odd", "en", say_as) == "a b three"


def test_nothing_to_say_is_nothing() -> None:
    assert spoken_form("— … !", "en") == ""


texts = st.text(max_size=120) | st.text(st.sampled_from("0123456789.,:-–/%x×°CmgkhIVaeo ()<>½&@…’“”"), max_size=60)


@given(texts, st.sampled_from(["en", "es", "fr"]))
@settings(deadline=None)
def test_only_letters_and_breathing_marks_get_through(text: str, language: str) -> None:
    said = spoken_form(text, language)
    for character in said:
        assert character.isalpha() or character in " ,.?!'-" or character >= "\u0300", (said, character)
    assert not re.search(r"\d", said)
    assert "  " not in said
    assert said == "" or any(c.isalpha() for c in said)

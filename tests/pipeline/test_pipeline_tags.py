"""What the audio files say of themselves, in the language of those who hear them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from narration import production
from narration.clip import VoiceInfo
from narration.script import Say, Script, ScriptPhase, sign

TODAY = date(2026, 11, 23)
VOICE = VoiceInfo("espeak", "es", "1.52.0", "es", False, False, "GPL-3.0-or-later", 22_050)


def _script(language: str) -> Script:
    return Script(title="T", language=language, phases=(ScriptPhase("A", {"a.1": "One."}, (Say("One.", ("a.1",)),)),))


@pytest.mark.parametrize("language", ["es", "es-MX"])
def test_a_spanish_draft_says_so_in_spanish(language: str) -> None:
    tags = production.audio_tags(_script(language), VOICE, TODAY, "")
    assert tags.title == "BORRADOR (DRAFT): T"
    assert tags.artist == "Voz de ordenador (espeak)"
    assert tags.comment == (
        "BORRADOR (DRAFT), no apto para pacientes. Nadie ha aprobado todavía este texto. "
        "Leído por una voz de ordenador (espeak:es). Es una voz para borradores."
    )


def test_an_overdue_guide_tells_the_date() -> None:
    script = _script("en")
    script = replace(script, review=sign(script, "Dr A", "nurse", date(2025, 1, 1), date(2026, 1, 1)))
    tags = production.audio_tags(script, VOICE, TODAY, "Clinic")
    assert tags.title == "DRAFT: T"
    assert "reviewed by 1 January 2026, and that has passed." in tags.comment


def test_an_approved_guide_of_a_natural_voice_has_nothing_to_warn_of() -> None:
    script = _script("en")
    script = replace(script, review=sign(script, "Dr A", "nurse", TODAY))
    tags = production.audio_tags(script, replace(VOICE, natural=True), TODAY, "Clinic")
    assert (tags.title, tags.album) == ("T", "Clinic")
    assert tags.comment == "Spoken by a computer voice (espeak:es)."

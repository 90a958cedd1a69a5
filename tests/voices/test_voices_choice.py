"""Which voice speaks when nobody names one, and engines that other packages bring."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import voices
from narration.settings import Settings

LANGUAGES = ("en", "en-GB", "en-US", "es", "es-ES", "es-MX", "es-AR", "fr-CA", "pt-BR")


@pytest.fixture(autouse=True)
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"NARRATION_{name}", str(tmp_path / name.lower()))


def chosen(spec: str, language: str) -> str:
    with voices.choose(spec, language, Settings()) as voice:
        return voice.info.spec


@pytest.mark.parametrize("language", LANGUAGES)
def test_auto_has_the_accent_that_the_engine_would_choose(language: str) -> None:
    assert chosen("auto", language) == chosen("espeak", language)


@pytest.mark.parametrize(
    ("language", "voice"), [("en-GB", "en-gb"), ("es-MX", "es-mx"), ("es-ES", "es"), ("es-AR", "es-419")]
)
def test_the_accent_is_the_script_s(language: str, voice: str) -> None:
    assert chosen("auto", language) == f"espeak:{voice}"

"""espeak-ng, wherever its files lie: it keeps a path in 160 bytes, and on Windows reads no name beyond ASCII."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import espeakng_loader
import pytest

from narration import voices
from narration.clip import Clip
from narration.errors import VoiceError
from narration.settings import Settings

TEXT = "You may feel warm, or far away."


def spoken() -> Clip:
    with voices.choose("espeak:en-us", "en", Settings()) as voice:
        return voice.speak(TEXT, 130)


@pytest.mark.parametrize(
    "parts", [["José Núñez 研究"], ["a long name" * 10, "another one" * 10]], ids=["letters", "long"]
)
def test_its_data_may_lie_in_any_folder(parts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = spoken()
    place = tmp_path.joinpath(*parts, "espeak-ng-data")
    shutil.copytree(espeakng_loader.get_data_path(), place)
    monkeypatch.setattr(espeakng_loader, "get_data_path", lambda: str(place))
    aside = tmp_path / "temporary"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    assert spoken() == wanted
    assert list(aside.iterdir()) == []


def test_data_that_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with voices.choose("espeak:en-us", "en", Settings()) as voice:
        voice.speak(TEXT, 130)  # what is known of its languages stays known
    (tmp_path / "espeak-ng-data").mkdir()
    monkeypatch.setattr(espeakng_loader, "get_data_path", lambda: str(tmp_path / "espeak-ng-data"))
    with pytest.raises(VoiceError, match="espeak-ng could not start"):
        spoken()

"""Which voice speaks when nobody names one, and engines that other packages bring."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import voices
from narration.cli import main
from narration.errors import UsageError
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


FORGETFUL = """
from narration.voices.base import Engine

class Forgetful(Engine):
    name = "forgetful"

    def offers(self, settings):
        raise KeyError("lost")

    def open(self, voice, language, settings):
        raise KeyError("lost")

ENGINE = Forgetful()
"""
PLUG_INS = {
    "gone": ("gone_module:ENGINE", ""),
    "nameless": ("nameless:ENGINE", "OTHER = 1"),
    "no_engine": ("no_engine:ENGINE", "ENGINE = 1"),
    "crashing": ("crashing:ENGINE", "1 / 0"),
    "forgetful": ("forgetful:ENGINE", FORGETFUL),
}


@pytest.fixture
def plug_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package as pip would have installed it, each of whose engines is broken in a way of its own."""
    info = tmp_path / "site" / "brittle-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: brittle\nVersion: 1.0\n")
    rows = "\n".join(f"{name} = {value}" for name, (value, _) in PLUG_INS.items())
    (info / "entry_points.txt").write_text(f"[narration.voices]\n{rows}\n")
    for name, (_, code) in PLUG_INS.items():
        if code:
            (tmp_path / "site" / f"{name}.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path / "site")


@pytest.mark.usefixtures("plug_ins")
def test_broken_plug_ins_are_rows_with_a_reason_and_hide_no_other_voice() -> None:
    offers = voices.offers(Settings())
    broken = {offer.info.engine: offer for offer in offers if offer.info.engine in PLUG_INS}
    assert set(broken) == set(PLUG_INS)
    assert "gone_module" in broken["gone"].unavailable
    assert "lost" in broken["forgetful"].unavailable
    assert all("brittle" in offer.remedy for offer in broken.values())
    assert "espeak:en-us" in {offer.info.spec for offer in offers if not offer.unavailable}
    assert chosen("auto", "en") == "espeak:en-us"


@pytest.mark.usefixtures("plug_ins")
@pytest.mark.parametrize("name", [name for name in PLUG_INS if name != "forgetful"])
def test_a_broken_plug_in_that_is_asked_for_is_named(name: str) -> None:
    with pytest.raises(UsageError, match=f"“{name}”.*brittle"):
        voices.choose(name, "en", Settings())


@pytest.mark.usefixtures("plug_ins")
def test_the_command_lists_what_can_speak_beside_broken_plug_ins(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices"]) == 0
    told = capsys.readouterr().out
    assert "espeak:en-us" in told
    assert "gone_module" in told

"""Piper's real loader on a tiny model that the tests make."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tiny_piper

from narration import voices
from narration.errors import UsageError, VoiceError
from narration.settings import Settings
from narration.voices import pace, piper_models
from narration.voices.base import Offer
from narration.voices.piper import PiperVoice

pytest.importorskip("piper", reason="the extra narration[piper] is not installed here")
TEXT = "You may feel warm, a little heavy, or far away from the room."


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CACHE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"NARRATION_{name}", str(tmp_path / name.lower()))


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return tiny_piper.write(tmp_path / "models")


def opened(model: Path | str, language: str = "en") -> PiperVoice:
    voice = voices.choose(f"piper:{model}", language, Settings())
    assert isinstance(voice, PiperVoice)
    return voice


def offers() -> dict[str, Offer]:
    return {offer.info.spec: offer for offer in voices.offers(Settings())}


def test_a_file_speaks(model: Path) -> None:
    with opened(model) as voice:
        clip = voice.speak(TEXT, 130)
    assert clip.sample_rate_hz == tiny_piper.RATE_HZ
    assert "model" in voice.info.version
    assert voice.info.licence == "CC0"
    assert voice.info.natural
    assert not voice.info.online


def test_a_model_of_many_speakers_speaks_with_its_first(tmp_path: Path) -> None:
    with opened(tiny_piper.write(tmp_path / "many", speakers=3)) as voice:
        assert voice.speak(TEXT, 130).samples > 0


def test_sentences_keep_their_own_level(model: Path) -> None:
    """Piper would scale every sentence to full range by itself."""
    with opened(model) as voice:
        samples = np.frombuffer(voice.speak("One sentence. And one more.", 130).pcm, "<i2")
    assert 12_000 < abs(samples.astype(int)).max() < 14_000
    gaps = np.diff(np.flatnonzero(abs(samples) > 100))
    assert gaps.max() >= 0.3 * tiny_piper.RATE_HZ


@pytest.mark.parametrize("asked", [95, 130, 170])
def test_the_pace_is_words_a_minute(asked: int, model: Path) -> None:
    texts = pace.sentences("en")
    with opened(model) as voice:
        seconds = sum(pace.spoken_seconds(voice.speak(text, asked)) for text in texts)
    assert 60 * pace.words(texts) / seconds == pytest.approx(asked, rel=0.03)


def test_the_pace_is_measured_once_for_a_model(model: Path, tmp_path: Path) -> None:
    with opened(model) as first:
        key = first.key(130)
    (note,) = (tmp_path / "cache" / "paces").iterdir()
    written = note.stat().st_mtime_ns
    with opened(model) as again:
        assert again.key(130) == key
    assert note.stat().st_mtime_ns == written
    note.write_text("spoilt")
    with opened(model) as mended:
        assert mended.key(130) == key


def test_another_model_or_other_settings_make_another_key(model: Path, tmp_path: Path) -> None:
    keys = []
    for pitch in (0.05, 0.06):
        with opened(tiny_piper.write(tmp_path / "models", pitch=pitch)) as voice:
            keys.append(str(voice.key(130)))
    config = model.with_name(model.name + ".json")
    config.write_text(json.dumps({**json.loads(config.read_text()), "hop_length": 512}))
    with opened(model) as voice:
        keys.append(str(voice.key(130)))
    assert len(set(keys)) == 3


def test_one_process_speaks_all_lines(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, started = subprocess.Popen, []

    class Counted(real):  # type: ignore[misc, valid-type]  # subclassing keeps what Popen is for others
        def __init__(self, argv: list[str], *args: object, **more: object) -> None:
            started.append(argv)
            super().__init__(argv, *args, **more)

    monkeypatch.setattr(subprocess, "Popen", Counted)
    with opened(model) as voice:
        for number in ("one", "two", "three"):
            voice.speak(number, 130)
    assert len(started) == 1


def test_phoneme_brackets_in_a_text_are_only_text(model: Path) -> None:
    with opened(model) as voice:
        assert voice.speak("A [[strange]] line.", 130).samples > 0


def test_an_installed_voice_is_found_by_name_and_chosen_by_language() -> None:
    tiny_piper.write(piper_models.folder())
    assert offers()["piper:en_US-tiny-low"].unavailable == ""
    for spec in ("piper:en_US-tiny-low", "piper", "auto"):
        with voices.choose(spec, "en-GB", Settings()) as voice:
            assert voice.info.spec == "piper:en_US-tiny-low"
    with voices.choose("auto", "es", Settings()) as spanish:
        assert spanish.info.engine == "espeak"


@pytest.mark.parametrize("spec", ["piper", "auto"])
@pytest.mark.parametrize("language", ["en-US", "en-us", "en_US"])
def test_of_two_accents_the_script_s_is_chosen(spec: str, language: str) -> None:
    for name in ("en_GB-tiny-low", "en_US-tiny-low"):
        tiny_piper.write(piper_models.folder(), name)
    with voices.choose(spec, language, Settings()) as voice:
        assert voice.info.spec == "piper:en_US-tiny-low"


def test_a_licence_that_bars_clinics_is_told_and_never_chosen_by_itself() -> None:
    tiny_piper.write(piper_models.folder(), licence="CC BY-NC-SA 4.0")
    offer = offers()["piper:en_US-tiny-low"]
    assert "does not allow" in offer.notice
    with voices.choose("auto", "en", Settings()) as chosen:
        assert chosen.info.engine == "espeak"
    with opened("en_US-tiny-low") as voice:
        assert "does not allow" in voice.notice


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("CC0", ""),
        ("public domain", ""),
        ("CC BY 4.0", ""),
        ("MIT", ""),
        ("Apache 2.0", ""),
        ("https://creativecommons.org/licenses/by-nc/4.0/", "does not allow"),
        ("CC-BY-NC-SA", "does not allow"),
        ("Non-commercial research only", "does not allow"),
        ("Blizzard Challenge 2013", "does not allow"),
        ("https://creativecommons.org/licenses/by-sa/4.0/", ""),
        ("See URL", "not known here"),
        ("unknown", "states no licence"),
    ],
)
def test_licences_are_judged_with_care(licence: str, told: str) -> None:
    assert (told in piper_models.concern(licence)) if told else (piper_models.concern(licence) == "")


def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, model: Path) -> None:
    config = model.with_name(model.name + ".json")
    with pytest.raises(UsageError, match="narration voices add"):
        opened("en_US-nobody-low")
    with pytest.raises(UsageError, match="cannot speak"):
        opened(model, "es")
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"this is no model")
    with pytest.raises(VoiceError, match="settings beside it"):
        opened(broken)
    (tmp_path / "broken.onnx.json").write_text(config.read_text())
    with pytest.raises(VoiceError, match="Piper cannot use this voice"):
        opened(broken)
    config.write_text("{}")
    with pytest.raises(VoiceError, match="not a Piper voice's settings"):
        opened(model)


@pytest.mark.parametrize(
    "content", ["[]", "null", '{"language": "en", "audio": {"sample_rate": 22050}}', '{"audio": 22050}', "\xff"]
)
def test_settings_of_any_other_shape_are_told_and_hide_no_voice(content: str, model: Path) -> None:
    tiny_piper.write(piper_models.folder())
    odd = tiny_piper.write(piper_models.folder(), "en_US-odd-low")
    odd.with_name(odd.name + ".json").write_bytes(content.encode("latin-1"))
    assert "piper:en_US-tiny-low" in offers()
    assert "piper:en_US-odd-low" not in offers()
    with pytest.raises(VoiceError, match="not a Piper voice's settings"):
        opened(odd)


def test_without_the_package_the_remedy_is_told(model: Path, tmp_path: Path) -> None:
    code = (
        "import importlib.metadata as m\n"
        "real = m.version\n"
        "def version(name):\n"
        "    if name == 'piper-tts': raise m.PackageNotFoundError(name)\n"
        "    return real(name)\n"
        "m.version = version\n"
        "from narration.cli import main\n"
        "raise SystemExit(main(['voices']))\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    row = next(line for line in shown.stdout.splitlines() if line.startswith("piper:en_US-ljspeech-medium"))
    assert "python -m pip install piper-tts && narration voices add en_US-ljspeech-medium" in row

"""Any program as a voice: a small one of our own always, and the real flite where it is."""

from __future__ import annotations

import math
import os
import shutil
import struct
import sys
import threading
import time
from pathlib import Path

import pytest

from narration import settings, voices
from narration.errors import UsageError, VoiceError
from narration.settings import CommandVoice, Settings
from narration.voices.base import Voice
from narration.voices.wav import read_wav

PROGRAM = Path(__file__).with_name("speaking_program.py")
TEXT = "You may feel warm, or far away."


def voice(manner: str, *more: str, timeout_seconds: float = 20.0) -> Voice:
    argv = (sys.executable, str(PROGRAM), manner, *more)
    definition = CommandVoice(argv=argv, timeout_seconds=timeout_seconds)
    return voices.choose("command:own", "en", Settings(commands={"own": definition}))


@pytest.mark.parametrize("arguments", [("{out}", "{in}"), ("{out}",), ()], ids=["files", "stdin", "pipes"])
def test_text_in_and_sound_out(arguments: tuple[str, ...]) -> None:
    with voice("well", *arguments) as own:
        clip = own.speak(TEXT, 130)
    assert clip.sample_rate_hz == own.info.sample_rate_hz
    assert clip.samples / clip.sample_rate_hz == pytest.approx(len(TEXT) * 0.06, abs=0.01)


@pytest.mark.parametrize("text", ["$(touch hacked); `touch hacked`", "-o hacked --help", "naïve ’quotes” 🙂 {out} %s"])
def test_no_text_is_ever_a_command(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with voice("well", "{out}") as own:
        assert own.speak(text, 130).samples > 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("manner", "told"),
    [
        ("fail", r"exit code 1\): the larynx is on strike\."),
        ("nothing", "wrote no sound"),
        ("text", "not a WAV file"),
        ("empty", "no speech came back"),
        ("silent", "no speech came back"),
        ("cut", "breaks off"),
    ],
)
def test_every_failure_is_named(manner: str, told: str) -> None:
    with voice(manner, "{out}") as own, pytest.raises(VoiceError, match=told):
        own.speak(TEXT, 130)


@pytest.mark.parametrize("manner", ["flood", "flood stderr"])
def test_a_program_that_would_fill_the_disk_is_ended(manner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("narration.voices.command.LARGEST_BYTES", 20_000_000)
    with voice(manner, "{out}") as own, pytest.raises(VoiceError, match="wrote more than 20 MB"):
        own.speak(TEXT, 130)


SECOND = 16_000
PLAIN = struct.pack("<HHIIHH", 1, 1, SECOND, SECOND * 2, 2, 16)
EXTENSIBLE = struct.pack("<HHIIHH", 0xFFFE, 1, SECOND, SECOND * 2, 2, 16) + struct.pack(
    "<HHI16s", 22, 16, 4, bytes.fromhex("0100000000001000800000aa00389b71")
)
TONE = [math.sin(n / 16) * 0.3 for n in range(SECOND)]
WORDS = b"".join(struct.pack("<h", int(32767 * level)) for level in TONE)
WAVS = {
    "a length that is not known": (PLAIN, WORDS, 0xFFFF_FFFF),
    "a length of nothing": (PLAIN, WORDS, 0),
    "extensible": (EXTENSIBLE, WORDS, len(WORDS)),
    "two channels": (
        struct.pack("<HHIIHH", 1, 2, SECOND, SECOND * 4, 4, 16),
        b"".join(struct.pack("<hh", int(32767 * level), 0) for level in TONE),
        4 * SECOND,
    ),
    "8 bits": (
        struct.pack("<HHIIHH", 1, 1, SECOND, SECOND, 1, 8),
        bytes(int(128 + 127 * level) for level in TONE),
        SECOND,
    ),
    "24 bits": (
        struct.pack("<HHIIHH", 1, 1, SECOND, SECOND * 3, 3, 24),
        b"".join(struct.pack("<i", int(8_388_607 * level))[:3] for level in TONE),
        3 * SECOND,
    ),
    "float": (
        struct.pack("<HHIIHH", 3, 1, SECOND, SECOND * 4, 4, 32),
        b"".join(struct.pack("<f", level) for level in TONE),
        4 * SECOND,
    ),
}


@pytest.mark.parametrize("kind", WAVS)
def test_every_kind_of_wav_is_taken(kind: str, tmp_path: Path) -> None:
    form, data, length = WAVS[kind]
    path = tmp_path / "x.wav"
    path.write_bytes(
        b"RIFF\xff\xff\xff\xffWAVEfmt "
        + struct.pack("<I", len(form))
        + form
        + b"data"
        + struct.pack("<I", length)
        + data
    )
    assert len(read_wav(path, 44_100)) / 2 == pytest.approx(44_100, abs=100)


def running(pid: int) -> bool:
    """Whether a process still does something; one that waits to be reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for the process in /proc")
@pytest.mark.parametrize("how", ["time limit", "close"])
def test_a_program_that_hangs_is_ended_with_all_it_started(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "grandchild"
    monkeypatch.setenv("GRANDCHILD", str(note))
    with voice("hang", "{out}", timeout_seconds=1.5 if how == "time limit" else 50) as own:
        if how == "close":
            threading.Thread(target=close_when_there, args=(own, note)).start()
        with pytest.raises(VoiceError, match="1.5 s" if how == "time limit" else "stopped"):
            own.speak(TEXT, 130)
    grandchild = int(note.read_text())
    for _ in range(100):
        if not running(grandchild):
            break
        time.sleep(0.02)
    assert not running(grandchild)


def close_when_there(own: Voice, note: Path) -> None:
    while not note.exists() or not note.read_text():
        time.sleep(0.01)
    own.close()


def test_another_program_or_model_is_another_voice(tmp_path: Path) -> None:
    model = tmp_path / "model.bin"
    keys = []
    for content in (b"1", b"2"):
        model.write_bytes(content)
        with voice("well", "{out}", "{in}", str(model)) as own:
            keys.append(own.key(130))
    with voice("well") as own:
        keys.append(own.key(130))
    assert len({str(key) for key in keys}) == 3


@pytest.mark.skipif(os.name == "nt", reason="POSIX shell scripts")
@pytest.mark.parametrize("called", ["./voice.sh", "bin/voice.sh", "voice.sh"])
def test_a_program_beside_the_settings_is_that_one_wherever_the_command_is_run(
    called: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("settings", "work"):
        program = tmp_path / place / called
        program.parent.mkdir(parents=True)
        program.write_text(f"#!/bin/sh\nexec {sys.executable} {PROGRAM} {'well' if place == 'settings' else 'fail'}\n")
        program.chmod(0o755)
    monkeypatch.chdir(tmp_path / "work")
    chosen = Settings(commands={"own": CommandVoice(argv=(called,))}, folder=tmp_path / "settings")
    with voices.choose("command:own", "en", chosen) as own:
        assert own.speak(TEXT, 130).samples > 0
    shutil.rmtree(tmp_path / "settings")
    with pytest.raises(VoiceError, match="is not there"):
        voices.choose("command:own", "en", chosen)


def test_a_missing_program_is_told_with_its_remedy() -> None:
    chosen = Settings(commands={"gone": CommandVoice(argv=("no-such-program",))})
    (offer,) = [offer for offer in voices.offers(chosen) if offer.info.engine == "command"]
    assert "no-such-program" in offer.unavailable
    with pytest.raises(VoiceError, match="no-such-program"):
        voices.choose("command:gone", "en", chosen)


@pytest.mark.parametrize(("spec", "language"), [("command:other", "en"), ("command:own", "es"), ("command", "es")])
def test_a_voice_that_cannot_be_is_refused(spec: str, language: str) -> None:
    with pytest.raises(UsageError):
        voices.choose(spec, language, Settings(commands={"own": CommandVoice(argv=(sys.executable,))}))


def test_auto_never_takes_a_program() -> None:
    natural = CommandVoice(argv=(sys.executable,), natural=True)
    with voices.choose("auto", "en", Settings(commands={"own": natural})) as chosen:
        assert chosen.info.engine != "command"


def test_the_settings_file_defines_it(tmp_path: Path) -> None:
    (tmp_path / settings.FILE_NAME).write_text(
        "[voices.command.own]\n"
        f"argv = ['{sys.executable}', 'speak.py', 'well', '{{out}}']\n"
        "language = 'es'\nlicence = 'ours'\nnatural = true\nonline = true\ntimeout_seconds = 5\n"
    )
    shutil.copy(PROGRAM, tmp_path / "speak.py")
    with voices.choose("command", "es", settings.load(tmp_path)) as own:
        assert own.info.natural
        assert "internet" in own.notice
        assert own.speak("Hola.", 130).samples > 0


@pytest.mark.skipif(shutil.which("flite") is None, reason="flite is not installed here")
@pytest.mark.parametrize("argv", [("flite", "-voice", "slt", "-f", "{in}", "-o", "{out}")])
def test_the_real_flite(argv: tuple[str, ...]) -> None:
    with voices.choose("command:flite", "en", Settings(commands={"flite": CommandVoice(argv=argv)})) as flite:
        clip = flite.speak("You may feel warm, heavy, or far away from the room.", 130)
    assert 2 < clip.samples / clip.sample_rate_hz < 6


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell script")
def test_a_float_stereo_wav_of_unknown_length(tmp_path: Path) -> None:
    if shutil.which("sox") is None:
        pytest.skip("sox is not installed here")
    script = tmp_path / "voice.sh"
    script.write_text("#!/bin/sh\nsox -n -r 48000 -c 2 -e float -b 32 -t wav - synth 1.5 sine 200 vol 0.3\n")
    script.chmod(0o755)
    with voices.choose("command:x", "en", Settings(commands={"x": CommandVoice(argv=(str(script),))})) as own:
        assert own.speak(TEXT, 130).samples == pytest.approx(1.5 * 44_100, abs=200)

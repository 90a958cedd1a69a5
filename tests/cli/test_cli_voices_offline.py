"""An offline voice opens no socket; a pause changes no clip; a package of somebody else's adds a voice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tiny_piper

SCRIPT = """narration: 1
title: Calm
language: en
phases:
  - name: One
    lines:
      - say: You may feel warm.
        from: style
      - pause: 1.5
      - say: You may rest.
        from: style
"""
AUDIT = """
import os, sys
def hook(event, _args):
    if event.startswith("socket."):
        with open(os.environ["SOCKETS"], "a") as file:
            file.write(event + "\\n")
sys.addaudithook(hook)
from narration.cli import main
raise SystemExit(main(sys.argv[1:]))
"""
PACKAGE = """
from narration.clip import Clip, VoiceInfo
from narration.voices.base import Engine, Offer, Voice
INFO = VoiceInfo("theirs", "hum", "1", "en", False, True, "MIT", 16_000)
class Hum(Voice):
    info = INFO
    def speak(self, text, pace):
        return Clip(b"\\x00\\x20\\x00\\xe0" * 8_000, 16_000)
class Theirs(Engine):
    name = "theirs"
    def offers(self, settings):
        return [Offer(INFO)]
    def open(self, voice, language, settings):
        return Hum()
ENGINE = Theirs()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "calm.yaml").write_text(SCRIPT)
    (tmp_path / "audited.py").write_text(AUDIT)
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(folder / "packages"), *(p for p in sys.path if p)]),
        "SOCKETS": str(folder / "sockets"),
        **{f"NARRATION_{name}": str(folder / name.lower()) for name in ("CACHE", "CONFIG", "DATA")},
    }
    argv = [sys.executable, str(folder / "audited.py"), *arguments]
    return subprocess.run(argv, cwd=folder, env=environment, capture_output=True, text=True)


def clips(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in (folder / "cache" / "clips").rglob("*.clip")}


def test_an_offline_voice_opens_no_socket(folder: Path) -> None:
    result = run(folder, "build", "calm.yaml", "--voice", "espeak:en-us")
    assert result.returncode == 0, result.stderr
    assert run(folder, "voices").returncode == 0
    assert not (folder / "sockets").exists()


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed here")
@pytest.mark.parametrize("engine", ["espeak", "piper"])
def test_no_process_of_an_offline_voice_opens_a_socket_or_means_to(engine: str, folder: Path) -> None:
    """The system's own word for it, for the child processes and their libraries, too."""
    voice = "espeak:en-us"
    if engine == "piper":
        pytest.importorskip("piper", reason="the extra narration[piper] is not installed here")
        voice = f"piper:{tiny_piper.write(folder)}"
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        **{f"NARRATION_{name}": str(folder / name.lower()) for name in ("CACHE", "CONFIG", "DATA")},
    }
    log = folder / "calls"
    argv = [
        "strace",
        "-f",
        "-s",
        "400",
        "-e",
        "trace=socket,connect,execve,openat",
        "-o",
        str(log),
        sys.executable,
        "-m",
        "narration",
    ]
    arguments = ["build", "calm.yaml", "--voice", voice]
    result = subprocess.run([*argv, *arguments], cwd=folder, env=environment, capture_output=True, text=True)
    if "ptrace" in result.stderr and not (folder / "audio_out" / "calm").exists():
        pytest.skip("strace may not watch processes here")
    assert result.returncode == 0, result.stderr
    calls = log.read_text()
    assert f"{engine}_worker.py" in calls
    assert "socket(" not in calls
    assert "Microsoft" not in calls  # where ONNX Runtime keeps what it means to report, before it opens a socket
    assert "connect(" not in calls


def test_the_audit_would_see_a_socket(folder: Path) -> None:
    (folder / "narration.toml").write_text("[voices.gtts]\ntries = 1\ntimeout_seconds = 1\n")
    environment = {"HTTPS_PROXY": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        assert run(folder, "build", "calm.yaml", "--voice", "gtts:en").returncode == 1
    assert "socket.connect" in (folder / "sockets").read_text()


def test_a_changed_pause_speaks_nothing_again(folder: Path) -> None:
    assert run(folder, "build", "calm.yaml").returncode == 0
    before = clips(folder)
    (folder / "calm.yaml").write_text(SCRIPT.replace("pause: 1.5", "pause: 3"))
    assert "nothing has changed" not in run(folder, "build", "calm.yaml").stdout
    assert len(before) == 2
    assert clips(folder) == before


def installed(folder: Path, code: str) -> None:
    """A package of somebody else's, as pip would have put it there."""
    packages = folder / "packages"
    (packages / "theirs-1.dist-info").mkdir(parents=True)
    (packages / "theirs.py").write_text(code)
    (packages / "theirs-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1\n")
    (packages / "theirs-1.dist-info" / "entry_points.txt").write_text(
        "[narration.voices]\ntheirs = theirs:ENGINE\nespeak = theirs:ENGINE\n"
    )


def test_an_online_voice_that_says_nothing_of_it_is_told_of_all_the_same(folder: Path) -> None:
    installed(folder, PACKAGE.replace('"en", False, True', '"en", True, True'))
    result = run(folder, "build", "calm.yaml", "--voice", "theirs:hum")
    assert result.returncode == 0, result.stderr
    assert "go over the internet" in " ".join(result.stderr.split())
    assert "internet" not in run(folder, "build", "calm.yaml", "--voice", "theirs:hum", "--again").stderr


def test_a_package_of_somebody_else_s_adds_a_voice_and_replaces_none(folder: Path) -> None:
    installed(folder, PACKAGE)
    listed = run(folder, "voices").stdout
    assert "theirs:hum\ten\toffline\tnatural\tMIT\t16000 Hz\tready" in listed
    assert "espeak:en-us" in listed
    result = run(folder, "build", "calm.yaml", "--voice", "theirs:hum")
    assert result.returncode == 0, result.stderr
    assert "spoken by theirs:hum" in result.stdout
    assert "espeak" in run(folder, "build", "calm.yaml").stdout

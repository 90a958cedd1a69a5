"""What a person reads when something is wrong: one paragraph, the right exit code, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from narration.cli import COMMANDS, main

PAGE = "A page\n\nOne: Here is a phase.\n\nTwo: And one more.\n"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NARRATION_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("NARRATION_CONFIG", str(tmp_path / "config"))


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(arguments)
    text = capsys.readouterr().err
    assert "Traceback" not in text
    return code, text


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert f"narration {name}" in capsys.readouterr().out


def test_a_pipe_gets_utf_8_whatever_the_system_s_code_page_is() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "narration", "--help"], capture_output=True, env=environment, check=True
    )
    assert "phase text → script" in done.stdout.decode("utf-8")


def test_no_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert failed(capsys, "sing") == (2, f"narration: there is no command “sing”. It knows {', '.join(COMMANDS)}.\n")


def test_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = failed(capsys, "make", "none.txt")
    assert code == 2
    assert text.splitlines()[-1].startswith("narration: none.txt: there is no such file.")


def test_an_unknown_voice(capsys: pytest.CaptureFixture[str]) -> None:
    Path("page.txt").write_text(PAGE)
    code, text = failed(capsys, "make", "page.txt", "--voice", "opera:soprano")
    assert code == 2
    assert "opera" in text
    assert "espeak" in text


def test_a_script_mistake_names_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("x.yaml").write_text("narration: 1\ntitle: x\nlanguage: en\nphases:\n  - name: a\n    line: []\n")
    code, text = failed(capsys, "build", "x.yaml")
    assert code == 1
    assert "x.yaml, line 6" in text


def test_a_script_given_as_source(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = failed(capsys, "make", "x.yaml")
    assert code == 2
    assert "narration build x.yaml" in text


def test_an_unfilled_field_names_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("x.yaml").write_text(
        "narration: 1\ntitle: x\nlanguage: en\nphases:\n  - name: a\n    lines:\n"
        "      - say: Ask {matron}.\n        from: style\n"
    )
    code, text = failed(capsys, "build", "x.yaml")
    assert code == 1
    assert "line 7" in text
    assert "{matron}" in text


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_an_unwritable_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    Path("page.txt").write_text(PAGE)
    (tmp_path / "locked").mkdir(mode=0o500)
    code, text = failed(capsys, "make", "page.txt", "-o", "locked")
    assert code == 1
    assert "cannot be written" in text


def test_a_place_that_is_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("page.txt").write_text(PAGE)
    Path("audio_out").write_text("")
    code, text = failed(capsys, "make", "page.txt")
    assert code == 1
    assert "cannot be written" in text


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        with Path("/dev/full").open("wb", buffering=0) as file:
            file.write(b"x")

    monkeypatch.setattr("narration.editions.EDITIONS", ())
    monkeypatch.setattr("narration.editions.manifest.publish", full)
    Path("page.txt").write_text(PAGE)
    code, text = failed(capsys, "make", "page.txt")
    assert code == 1
    assert "the disk is full" in text
    assert not Path("audio_out/page").exists()


def test_doctor_tries_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    assert {"Python", "embedded voice", "encoders", "clip store"} <= {f["what"] for f in findings}


def test_voices_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices", "--json"]) == 0
    offers = json.loads(capsys.readouterr().out)
    assert any(o["info"]["engine"] == "espeak" and not o["info"]["online"] for o in offers)
    assert main(["voices"]) == 0
    assert "espeak:en-us" in capsys.readouterr().out

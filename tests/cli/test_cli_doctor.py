"""`narration doctor` when things are broken: every look happens, every fault is told with what mends it."""

from __future__ import annotations

import importlib.metadata
import json
import re
import sys
from pathlib import Path

import pytest

from narration.cli import doctor, main


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("CACHE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"NARRATION_{name}", str(tmp_path / name.lower()))


def findings(capsys: pytest.CaptureFixture[str], code: int) -> dict[str, dict[str, str]]:
    assert main(["doctor", "--json"]) == code
    return {row["what"]: row for row in json.loads(capsys.readouterr().out)}


def test_every_package_that_is_needed_is_looked_at() -> None:
    wanted = [line for line in importlib.metadata.requires("narration") or [] if "extra ==" not in line]
    names = {match[0] for line in wanted if (match := re.match(r"[\w-]+", line))} - {"audioop-lts"}  # pydub's
    assert {name.lower() for name in names} == {name.lower() for name in doctor.PACKAGES}


def test_all_that_is_broken_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    (tmp_path / "narration.toml").write_text("[sound\n")
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    monkeypatch.setitem(sys.modules, "rich", None)
    told = findings(capsys, 1)
    assert {what for what, row in told.items() if row["remedy"] and row["needed"]} == {
        "espeakng-loader",
        "rich",
        "settings",
        "embedded voice",
        "clip store",
    }
    assert main(["doctor"]) == 1
    shown = capsys.readouterr().out
    assert "→ pip install --force-reinstall espeakng-loader" in shown
    assert "Something is missing" in shown


def test_a_natural_voice_and_the_clinic_s_programs_are_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "narration.toml").write_text('[voices.command.gone]\nargv = ["no-such-program"]\n')
    told = findings(capsys, 0)
    assert "narration voices add" in told["natural offline voice"]["remedy"]
    assert "no-such-program" in told["command:gone"]["state"]

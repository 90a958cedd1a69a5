"""What is shown while work lasts: short lines in a log, a table that fits a terminal."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from narration.cli import console, main
from narration.progress import Notice, Step, Work

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")


def work() -> Work[str]:
    yield Notice("A word before.")
    for done in range(5):
        yield Step("Speaking", done, 4)
    yield Step("Mastering")
    return "result"


def test_a_log_has_a_line_a_stage(capsys: pytest.CaptureFixture[str]) -> None:
    assert console.watch(work()) == "result"
    assert capsys.readouterr().err.splitlines() == ["A word before.", "Speaking …", "Mastering …"]


def test_a_log_tells_what_is_left_of_a_long_stage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 10_000, 30))
    monkeypatch.setattr("narration.cli.console.time.monotonic", lambda: float(next(clock)))
    console.watch(work())
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(",")[0] for line in lines[2:6]] == [f"Speaking … {done} of 4" for done in (1, 2, 3, 4)]
    assert all("left" in line for line in lines[2:6])


@pytest.mark.parametrize(("seconds", "told"), [(0.2, "about 1 s"), (42, "about 42 s"), (200, "about 3 min")])
def test_an_estimate_is_round(seconds: float, told: str) -> None:
    assert console.duration(seconds) == told


def _all_shown(terminal: int) -> bytes:
    """Read what a terminal shows until its other side is closed; one read may give only a part of it."""
    shown = b""
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # Linux ends a closed terminal so, others with an empty read
            return shown
        if not part:
            return shown
        shown += part


def test_the_table_of_voices_fits_a_terminal_with_whole_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CACHE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"NARRATION_{name}", str(tmp_path / name.lower()))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")
    ours, theirs = pty.openpty()
    with ThreadPoolExecutor() as pool:
        reading = pool.submit(_all_shown, ours)
        with os.fdopen(theirs, "w") as terminal:
            monkeypatch.setattr(sys, "stdout", terminal)
            assert main(["voices"]) == 0
        shown = reading.result().decode()
    os.close(ours)
    table, _, sentences = shown.replace("\r", "").partition("\n\n")
    assert max(map(len, table.splitlines())) <= 80
    assert "piper:en_US-ljspeech-medium" in table
    assert "narration voices add en_US-ljspeech-medium" in sentences
    assert "gtts:en, gtts:en@co.uk" in sentences

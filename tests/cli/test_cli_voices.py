"""`narration voices`: what can speak, and fetching more through Piper's own downloader from a loopback server."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
import tiny_piper
from loopback_google import LoopbackGoogle

from narration.cli import main
from narration.voices import piper_models

ROOT = "/rhasspy/piper-voices/resolve/main"
NAME = "en_US-tiny-low"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("CACHE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"NARRATION_{name}", str(tmp_path / name.lower()))


@pytest.fixture
def site(google: LoopbackGoogle, tmp_path: Path) -> LoopbackGoogle:
    publish(google, tmp_path / "published", "CC0")
    return google


def publish(google: LoopbackGoogle, folder: Path, licence: str) -> None:
    model = tiny_piper.write(folder, NAME, licence)
    base = f"en/en_US/tiny/low/{NAME}"
    files = {f"{base}.onnx": model.read_bytes(), f"{base}.onnx.json": Path(f"{model}.json").read_bytes()}
    files["en/en_US/tiny/low/MODEL_CARD"] = model.with_suffix(".MODEL_CARD").read_bytes()
    facts = {
        path: {"size_bytes": len(data), "md5_digest": hashlib.md5(data, usedforsecurity=False).hexdigest()}
        for path, data in files.items()
    }
    google.pages = {f"{ROOT}/{path}": data for path, data in files.items()}
    google.pages[f"{ROOT}/voices.json"] = json.dumps({NAME: {"files": facts}}).encode()


def listed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["voices", "--json"]) == 0
    return {row["spec"]: row for row in json.loads(capsys.readouterr().out)}


def test_the_table_says_all_there_is_to_know(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert all(len(row) == 7 for row in rows)
    by_name = {row[0]: row[1:] for row in rows}
    assert by_name["espeak:en-us"][1:3] == ["offline", "draft"]
    assert by_name["gtts:en"][1:3] == ["online", "natural"]
    assert by_name["gtts:en"][-1] == "ready; sends the text to Google"
    assert "narration voices add" in by_name["piper:en_US-ljspeech-medium"][-1]


def test_json_has_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys)
    assert rows["espeak:en-gb"]["info"]["sample_rate_hz"] == 22_050
    assert rows["espeak:en-gb"]["unavailable"] == ""
    assert rows["piper:en_US-ljspeech-medium"]["remedy"]


def test_a_voice_is_fetched_installed_and_speaks(site: LoopbackGoogle, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("piper", reason="the extra narration[piper] is not installed here")
    assert main(["voices", "add", NAME, "--yes"]) == 0
    shown = capsys.readouterr().out
    assert shown.index("licence CC0") < shown.index("Installed")
    assert "WARNING" not in shown
    assert sorted(path.name for path in piper_models.folder().iterdir()) == [
        f"{NAME}.MODEL_CARD",
        f"{NAME}.onnx",
        f"{NAME}.onnx.json",
    ]
    assert listed(capsys)[f"piper:{NAME}"]["unavailable"] == ""
    Path("page.txt").write_text("A page\n\nOne: You may feel warm.\n\nTwo: You may rest.\n")
    assert main(["make", "page.txt"]) == 0
    assert f"piper:{NAME}" in capsys.readouterr().out
    fetched = len(site.fetched)
    assert main(["voices", "add", NAME]) == 0
    assert "already installed" in capsys.readouterr().out
    assert len(site.fetched) == fetched


@pytest.mark.parametrize("licence", ["CC BY-NC 4.0", "unknown to all"])
def test_a_doubtful_licence_is_warned_of_before_the_model_is_fetched(
    licence: str, site: LoopbackGoogle, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    publish(site, tmp_path / "published", licence)
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    assert main(["voices", "add", NAME]) == 1
    shown = capsys.readouterr().out
    assert licence in shown
    assert "WARNING" in shown
    assert "Nothing was fetched" in shown
    assert not any(path.endswith(".onnx") for path in site.fetched)
    assert not piper_models.folder().exists()


def test_nobody_to_ask(site: LoopbackGoogle, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(["voices", "add", NAME]) == 2
    assert "--yes" in capsys.readouterr().err


@pytest.mark.parametrize("fault", ["cut", "changed", "gone"])
def test_a_bad_download_leaves_nothing(fault: str, site: LoopbackGoogle, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("piper", reason="the extra narration[piper] is not installed here")
    path = f"{ROOT}/en/en_US/tiny/low/{NAME}.onnx"
    data = site.pages.pop(path)
    if fault != "gone":
        site.pages[path] = data[:-10] if fault == "cut" else data[:-1] + b"?"
    assert main(["voices", "add", NAME, "--yes"]) == 1
    assert {"cut": "did not arrive whole", "changed": "announced", "gone": "404"}[fault] in capsys.readouterr().err
    assert list(piper_models.folder().iterdir()) == []


@pytest.mark.parametrize("page", [b"<html>Sign in to the hospital's network</html>", b"[]", b'{"en_US-tiny-low": []}'])
def test_an_answer_that_is_no_catalogue_is_told(
    page: bytes, site: LoopbackGoogle, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages[f"{ROOT}/voices.json"] = page
    assert main(["voices", "add", NAME, "--yes"]) == 1
    assert "in a way this program does not know" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("name", ["en_US-nobody-low", "../../etc/passwd", "--help-me"])
def test_a_name_that_is_none(name: str, site: LoopbackGoogle, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices", "add", name]) == 2
    assert main(["voices", "add"]) == 2

"""The reading sheet: every word of the page and of the script is on it, in one file that needs nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from narration import reviewing, script_yaml
from narration.approval import approve
from narration.cli import main
from narration.script import STYLE, Omission, Say, Script, ScriptPhase, Silence
from narration.settings import build_date

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((ROOT / "scripts").glob("*/??.yaml"))
VNU = os.environ.get("VNU_JAR") if shutil.which("java") else None
HOSTILE = '<script>alert("x")</script> & "quoted"'


def shown(path: Path) -> tuple[str, Any]:
    page = reviewing.sheet(path, reviewing.check(path))
    tree = html.fromstring(page.encode())
    return " ".join(tree.text_content().split()), tree


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sentence_and_every_line_is_on_it(path: Path) -> None:
    script = script_yaml.load(path)
    text, tree = shown(path)
    assert tree.get("lang") == script.language
    for sentence in script.source.values():
        assert " ".join(sentence.split()) in text
    for _, say in script.says():
        assert " ".join(say.text.replace("{helper}", script.fields["helper"]).split()) in text
    for item in script.left_out:
        assert " ".join((item.text or script.source[item.id]).split()) in text


def test_what_the_voice_is_given_otherwise_is_shown(tmp_path: Path) -> None:
    path = saved(tmp_path, Say("Rest for 45 minutes.", ("a.1",)), Say("It’s quiet.", ("a.1",)))
    spoken = [item.text_content() for item in shown(path)[1].find_class("spoken")]
    assert spoken == ["Spoken: Rest for forty-five minutes."]


def test_findings_stand_where_they_belong_and_a_field_without_words_is_seen(tmp_path: Path) -> None:
    path = saved(tmp_path, Silence(5.0), Say("You will feel {feeling}.", ("a.1",)))
    text, tree = shown(path)
    assert "You will feel {feeling}." in text
    assert "Pause of 5 seconds" in text
    blocking = [item.text_content() for item in tree.xpath("//td//*[@class='block']")]
    assert any("{feeling} is not under" in told for told in blocking)


def test_hostile_words_are_words(tmp_path: Path) -> None:
    path = saved(tmp_path, Say(HOSTILE, ("a.1",)), title=HOSTILE, left_out=(Omission("x.1", "filler", HOSTILE),))
    text, tree = shown(path)
    assert tree.findall(".//script") == []
    assert text.count('alert("x")') >= 3


def test_a_signed_script_says_who_and_until_when(tmp_path: Path) -> None:
    path = saved(tmp_path, Say("You rest.", ("a.1",)))
    assert "DRAFT" in shown(path)[0]
    approve(path, "Dr A. Osei", "anaesthetist", build_date(), build_date().replace(year=2099))
    text, _ = shown(path)
    assert "Approved by Dr A. Osei (anaesthetist)" in text
    assert "DRAFT" not in text


def test_the_command_writes_it_beside_the_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = shutil.copy(SCRIPTS[0], tmp_path / "en.yaml")
    assert main(["check", str(script), "--sheet", str(tmp_path / "sheet.html")]) == 0
    assert "<table>" in (tmp_path / "sheet.html").read_text(encoding="utf-8")
    assert main(["check", str(script), str(script), "--sheet", str(tmp_path / "b.html")]) == 2
    assert main(["check", str(script), "--sheet", str(script)]) == 2
    assert "HTML file" in capsys.readouterr().err


def saved(folder: Path, *lines: Say | Silence, **changes: Any) -> Path:
    phase = ScriptPhase("A", {"a.1": "You may rest for 45 minutes."}, (Say("Hello.", (STYLE,)), *lines))
    path = folder / "x.yaml"
    script_yaml.save(replace(Script("A rest", "en", (phase,)), **changes), path)
    return path


@pytest.mark.skipif(not VNU, reason="VNU_JAR names no vnu.jar, or there is no java")
def test_the_w3c_checker_finds_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path, Silence(2.0), Say(HOSTILE, ("a.1",)), left_out=(Omission("x.1", "filler", HOSTILE),))
    sheet = tmp_path / "sheet.html"
    sheet.write_text(reviewing.sheet(path, reviewing.check(path)), encoding="utf-8")
    command = ["java", "-jar", str(VNU), str(sheet)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.stderr, result.returncode) == ("", 0)


def test_it_can_be_read_by_everyone(tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    sheet = tmp_path / "sheet.html"
    sheet.write_text(reviewing.sheet(SCRIPTS[0], reviewing.check(SCRIPTS[0])), encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 320, "height": 800}, bypass_csp=True)
        page.goto(sheet.as_uri())
        assert [item["id"] for item in axe.Axe().run(page).response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        browser.close()

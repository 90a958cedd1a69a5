"""The scripts that come with the program: models of the genre, faithful to their own text, and nobody's approval."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from narration import checks, pipeline, readers, reviewing, script_yaml, writing
from narration.errors import UsageError

SCRIPTS = Path(__file__).parents[2] / "scripts"
SHIPPED = [("en.yaml", "phases.md"), ("es.yaml", "phases.es.md")]
TEXTS = sorted(SCRIPTS.glob("*/phases*.md"))


@pytest.mark.parametrize(("name", "source"), SHIPPED)
def test_a_shipped_script_is_faithful_calm_and_unsigned(name: str, source: str) -> None:
    path = SCRIPTS / "ketamine-infusion" / name
    script = script_yaml.load(path)
    report = reviewing.check(path)
    assert checks.blocking(report.findings) == ()
    assert "long-sentence" not in {finding.rule for finding in report.findings}
    assert report.measures.grade <= 6
    assert script.review is None
    document = readers.read(path.parent / source, script.language)
    assert script.source_sha256 == document.sha256
    assert list(script.source.values()) == [s.text for section in document.sections for s in section.sentences]


def test_making_it_keeps_what_was_edited(tmp_path: Path) -> None:
    shutil.copytree(SCRIPTS / "ketamine-infusion", tmp_path / "ketamine-infusion")
    script = tmp_path / "ketamine-infusion" / "en.yaml"
    before = script.read_bytes()
    notices = [str(event) for event in pipeline.write(tmp_path / "ketamine-infusion" / "phases.md")]
    assert any("already written" in notice for notice in notices)
    assert script.read_bytes() == before


def test_a_script_in_one_language_is_not_written_over_in_another(tmp_path: Path) -> None:
    page = tmp_path / "scan.html"
    page.write_text(
        '<html lang="en-/../../evil"><h2>Before</h2><p>You may rest.</p><h2>After</h2><p>You go home.</p></html>'
    )
    target = tmp_path / "scan.yaml"
    list(pipeline.write(page, target=target))
    before = target.read_bytes()
    with pytest.raises(UsageError, match="--force"):
        list(pipeline.write(page, target=target, language="es"))
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scan.html", "scan.yaml"]


@pytest.mark.parametrize("source", TEXTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_shipped_text_becomes_a_script_without_blocking_findings(source: Path, tmp_path: Path) -> None:
    language = "es" if ".es." in source.name else "en"
    script = writing.write(readers.read(source, language))
    path = tmp_path / "x.yaml"
    script_yaml.save(script, path)
    assert checks.blocking(reviewing.check(path).findings) == ()
    assert len(script.phases) >= 5

"""The page's files: hostile words stay words, it says what it is, and it is small."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from staging import stage

from narration import editions
from narration.editions import manifest, page
from narration.editions.base import Publication
from narration.editions.page import brand
from narration.errors import PublishError
from narration.settings import Clinic, Settings

MakePublication = Callable[..., Publication]


def _html(publication: Publication, folder: Path) -> str:
    page.publish(publication, folder)
    return (folder / "index.html").read_text(encoding="utf-8")


def test_hostile_text_is_escaped(make_publication: MakePublication, tmp_path: Path) -> None:
    text = "</script><script>alert(1)</script> \"><img src=x onerror='alert(1)'>"
    html = _html(make_publication([(text, [text])], title=text), tmp_path)
    assert html.count("<script") == len(page.SCRIPTS)
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_draft_says_so_and_an_approved_one_names_its_reviewer(
    make_publication: MakePublication, tmp_path: Path
) -> None:
    draft = _html(make_publication(approved=False), tmp_path)
    assert "Nobody has approved these words yet." in draft
    approved = _html(make_publication(), tmp_path)
    assert "Nobody has approved" not in approved
    assert "Reviewed by Dr A. Example, audiologist, on 23 November 2026." in approved
    assert "23 November 2099" in approved
    assert "Spoken by a computer voice" in approved


@pytest.mark.parametrize("natural", [True, False])
def test_a_voice_for_drafts_is_named_as_one(natural: bool, publication: Publication, tmp_path: Path) -> None:
    made = replace(publication, voice=replace(publication.voice, natural=natural))
    assert ("It is a voice for drafts." in _html(made, tmp_path)) is not natural


def test_changed_words_lose_the_reviewers_name(publication: Publication, tmp_path: Path) -> None:
    changed = replace(publication, script=replace(publication.script, title="Other"), draft_reasons=("changed",))
    html = _html(changed, tmp_path)
    assert "The words have changed since they were approved." in html
    assert "Dr A. Example" not in html


def test_without_the_audio_it_is_at_most_60_kb_compressed(publication: Publication, tmp_path: Path) -> None:
    page.publish(publication, tmp_path)
    size = sum(len(gzip.compress(path.read_bytes())) for path in tmp_path.rglob("*") if path.is_file())
    assert size <= 60_000


def test_it_links_the_languages_that_are_there(make_publication: MakePublication, tmp_path: Path) -> None:
    for name, language in (("x-es", "es"), ("y-es", "es")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text(json.dumps({"language": language}), encoding="utf-8")
    folder = tmp_path / ".staging"
    folder.mkdir()
    page.publish(make_publication(name="x"), folder)
    html = (folder / "index.html").read_text(encoding="utf-8")
    assert 'href="../x-es/index.html"' in html
    assert "Español" in html
    assert "y-es" not in html


def test_a_language_that_comes_later_is_told_to_the_pages_that_are_there(
    make_publication: MakePublication, audio: Path, tmp_path: Path
) -> None:
    for name, language in (("x", "en"), ("x-es", "es"), ("y-es", "es")):
        (tmp_path / name).mkdir()
        editions.publish(make_publication(name=name, language=language), stage(tmp_path / name, name, audio))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with (tmp_path / "x" / "index.html").open("rb") as reader:
        editions.introduce(tmp_path / "x-es", "es")
        assert reader.read() == before[tmp_path / "x" / "index.html"], "who has it open already keeps the whole of it"
    changed = {path.relative_to(tmp_path).as_posix() for path, data in before.items() if path.read_bytes() != data}
    assert changed == {"x/index.html", "x/sw.js", "x/manifest.json"}
    assert 'href="../x-es/index.html"' in (tmp_path / "x" / "index.html").read_text(encoding="utf-8")
    listed = json.loads((tmp_path / "x" / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert listed == manifest.file_digests(tmp_path / "x")
    shutil.rmtree(tmp_path / "x-es")
    editions.introduce(tmp_path / "x-es", "es")
    assert (tmp_path / "x" / "index.html").read_bytes() == before[tmp_path / "x" / "index.html"]


def test_a_strangers_folder_is_left_alone(make_publication: MakePublication, tmp_path: Path) -> None:
    for name, content in (("x", "{}"), ("x-es", '{"language": "es"}'), ("x-fr", '{"language": "fr", "files": {}}')):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text(content)
        (tmp_path / name / "index.html").write_text("<!-- languages --> mine")
    editions.introduce(tmp_path / "x", "en")
    assert all(path.read_text() == "<!-- languages --> mine" for path in tmp_path.glob("*/index.html"))


@pytest.mark.parametrize("colour", ["#ffff00", "#000000", "#ffffff", "#2a625d", "#777777", "#ff00ff"])
def test_any_clinic_colour_becomes_readable(colour: str) -> None:
    accents = brand.accents(Settings(clinic=Clinic(colour=colour)))
    for accent, papers in (
        (accents.light, (brand.PAPER_LIGHT, brand.SOFT_LIGHT)),
        (accents.dark, (brand.PAPER_DARK, brand.SOFT_DARK)),
    ):
        rgb = (int(accent[1:3], 16), int(accent[3:5], 16), int(accent[5:], 16))
        assert all(brand.contrast(rgb, paper) >= 4.5 for paper in papers)


def test_contrast_is_wcags() -> None:
    assert brand.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert brand.contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "#123456;} body{", "#123456\n"])
def test_what_is_not_a_colour_is_refused(colour: str) -> None:
    with pytest.raises(PublishError, match="#rrggbb"):
        brand.accents(Settings(clinic=Clinic(colour=colour)))


@pytest.mark.parametrize(
    "svg",
    [
        "<svg><script>alert(1)</script></svg>",
        '<svg onload="alert(1)"/>',
        '<svg><image href="https://x/y.png"/></svg>',
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    ],
)
def test_a_logo_that_does_more_than_show_is_refused(svg: str, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(svg, encoding="utf-8")
    with pytest.raises(PublishError):
        brand.copy_logo(Settings(clinic=Clinic(logo="logo.svg"), folder=tmp_path), tmp_path)


def test_a_plain_logo_is_shown(make_publication: MakePublication, tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>')
    out = tmp_path / "out"
    out.mkdir()
    settings = Settings(clinic=Clinic(name="Clinic <A>", logo="mark.svg"), folder=tmp_path)
    html = _html(make_publication(settings=settings), out)
    assert 'src="page/logo.svg"' in html
    assert "Clinic &lt;A&gt;" in html
    assert (out / "page" / "logo.svg").is_file()

"""The poster: its code leads to the page, it fits one sheet, and the manifest stays true."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from narration.addresses import web_address
from narration.cli import main
from narration.editions import manifest, poster
from narration.editions.base import Publication
from narration.errors import PublishError, UsageError
from narration.settings import Clinic, Settings

MakePublication = Callable[..., Publication]
ADDRESS = "https://clinic.example/guides/hearing-test/index.html?room&loop"
TODAY = date(2026, 11, 24)


def _track(publication: Publication, folder: Path) -> Path:
    poster.publish(publication, folder)
    manifest.publish(publication, folder)
    return folder


def _html(folder: Path) -> str:
    return (folder / "poster.html").read_text(encoding="utf-8")


def test_without_an_address_it_says_where_the_address_goes(publication: Publication, tmp_path: Path) -> None:
    html = _html(_track(publication, tmp_path))
    assert "The address of this guide belongs here." in html
    assert "<svg" not in html
    assert "What a hearing test feels like" in html
    assert "About 1 min. Spoken by a computer voice." in html


def test_the_settings_address_is_on_every_poster(make_publication: MakePublication, tmp_path: Path) -> None:
    clinic = Clinic(guides="https://clinic.example/guides/")
    html = _html(_track(make_publication(name="audición-2", settings=Settings(clinic=clinic)), tmp_path))
    assert "clinic.example/guides/audici%C3%B3n-2<" in html
    assert "<svg" in html
    assert "belongs here" not in html


def test_the_command_puts_the_address_on_it_and_keeps_the_digests_true(
    publication: Publication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = json.loads((_track(publication, tmp_path) / "manifest.json").read_text(encoding="utf-8"))
    assert main(["poster", str(tmp_path), "--url", ADDRESS]) == 0
    assert "poster.html" in capsys.readouterr().out
    html = _html(tmp_path)
    assert "clinic.example/guides/hearing-test/index.html?room&amp;loop" in html
    assert "belongs here" not in html
    after = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert after["files"]["poster.html"] == hashlib.sha256((tmp_path / "poster.html").read_bytes()).hexdigest()
    assert {**after, "files": 0} == {**before, "files": 0}
    assert set(after["files"]) == set(before["files"])


@pytest.mark.parametrize(
    "address",
    ["", "clinic.example", "javascript:alert(1)", "file:///etc/passwd", "https://", "http://a b/", "https://[x"],
)
def test_what_no_phone_can_open_is_wrong_usage(address: str) -> None:
    with pytest.raises(UsageError, match="not a web address"):
        web_address(address)


def test_a_folder_that_is_no_track_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="not a finished track"):
        poster.with_address(tmp_path, ADDRESS, "", TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_draft_is_marked_and_an_approved_sheet_is_not(make_publication: MakePublication, tmp_path: Path) -> None:
    assert "DRAFT, not for patients" in _html(_track(make_publication(approved=False), tmp_path))
    assert "DRAFT" not in _html(_track(make_publication(), tmp_path))


@pytest.mark.parametrize(("day", "draft"), [(23, False), (24, True)])
def test_a_sheet_made_after_the_review_date_is_a_drafts(
    day: int, draft: bool, make_publication: MakePublication, tmp_path: Path
) -> None:
    _track(make_publication(review_by=date(2026, 11, 23)), tmp_path)
    poster.with_address(tmp_path, ADDRESS, "", date(2026, 11, day))
    assert ("DRAFT, not for patients" in _html(tmp_path)) is draft


@pytest.mark.parametrize("content", ["[]", "{", '{"files": {}}', "[" * 100_000, '{"files": [], "duration": 1}'])
def test_what_is_no_manifest_is_no_track(content: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(PublishError, match="not a finished track"):
        poster.with_address(tmp_path, ADDRESS, "", TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_english_words_around_an_arabic_title_run_from_the_left(
    make_publication: MakePublication, tmp_path: Path
) -> None:
    html = _html(_track(make_publication(language="ar", title="اختبار السمع"), tmp_path))
    assert '<html lang="en" dir="ltr">' in html
    assert '<h1 lang="ar" dir="auto">' in html


def test_hostile_text_is_escaped(make_publication: MakePublication, tmp_path: Path) -> None:
    text = "</title><script>alert(1)</script>\"'"
    settings = Settings(clinic=Clinic(name=text))
    html = _html(_track(make_publication(title=text, settings=settings), tmp_path))
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 3


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_is_one_sheet_and_says_all_of_it(
    paper: str, make_publication: MakePublication, tmp_path: Path, browser: Any
) -> None:
    from pypdf import PdfReader

    title = "What to expect when you come to the hospital for a long examination of your heart and your lungs"
    settings = Settings(clinic=Clinic(name="Clinic for Hearing, Balance and Sleep at the University"))
    _track(make_publication(title=title, approved=False, settings=settings), tmp_path)
    poster.with_address(tmp_path, ADDRESS, settings.clinic.name, TODAY)
    page = browser.new_page()
    page.goto((tmp_path / "poster.html").as_uri())
    pages = PdfReader(BytesIO(page.pdf(format=paper))).pages
    page.close()
    assert len(pages) == 1
    text = " ".join(pages[0].extract_text().split())
    assert "please ask us." in text
    assert "DRAFT" in text

"""The page's text: hostile words stay words, and it says what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from narration.editions import page
from narration.editions.base import Publication


def test_hostile_text_is_escaped(make_publication: Callable[..., Publication]) -> None:
    text = '<script>alert(1)</script> "><img src=x onerror=alert(1)>'
    html = page.html(make_publication([(text, [text])], title=text))
    assert html.count("<script") == 1
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_draft_says_so_and_an_approved_one_names_its_reviewer(make_publication: Callable[..., Publication]) -> None:
    assert "<strong>DRAFT</strong>" in page.html(make_publication(approved=False))
    approved = page.html(make_publication())
    assert "DRAFT" not in approved
    assert "Dr A. Example" in approved
    assert "2099-11-23" in approved


def test_it_writes_its_files(publication: Publication, tmp_path: Path) -> None:
    page.publish(publication, tmp_path)
    assert (tmp_path / "index.html").is_file()
    assert {path.name for path in (tmp_path / "page").iterdir()} == set(page.ASSETS)

"""The index: it speaks the language of most of its guides, and names each guide in the guide's own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from narration.server.app import make_app


def _index(root: Path, languages: Sequence[str]) -> str:
    from starlette.requests import Request
    from starlette.routing import Route

    for number, language in enumerate(languages):
        folder = root / f"guide-{number}"
        folder.mkdir()
        manifest = {"title": f"T{number}", "language": language, "duration": 90.0, "draft": True, "files": {}}
        (folder / "manifest.json").write_text(json.dumps(manifest))
    route = make_app(root).routes[0]
    assert isinstance(route, Route)
    answer = route.endpoint(Request({"type": "http"}))
    return bytes(answer.body).decode()


@pytest.mark.parametrize(("languages", "spoken"), [(["es", "es", "en"], "es"), (["es", "en"], "en"), (["es_MX"], "es")])
def test_it_speaks_the_language_of_most_guides(languages: list[str], spoken: str, tmp_path: Path) -> None:
    html = _index(tmp_path, languages)
    assert f'<html lang="{spoken}" dir="ltr">' in html
    english = {"Audio guides", "Choose a guide.", "About 2 min", "DRAFT, not for patients", "Prep-room mode"}
    spanish = {"Guías de audio", "Elija una guía.", "Unos 2 min", "BORRADOR (DRAFT), no apto", "sala de preparación"}
    wanted, other = (spanish, english) if spoken == "es" else (english, spanish)
    assert {words for words in wanted | other if words in html} == wanted


def test_an_empty_shelf_says_so(tmp_path: Path) -> None:
    html = _index(tmp_path, [])
    assert '<html lang="en"' in html
    assert "There are no finished guides here yet." in html

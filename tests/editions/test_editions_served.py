"""The page as `narration serve` hands it out, in Chromium: under its headers, from the index to the last second."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import until, violations
from product_server import serve
from staging import stage

from narration import editions
from narration.editions import feed, poster
from narration.editions.base import Publication

HOSTILE = "</title><script>alert(1)</script> \"'><img src=x onerror=alert(1)> javascript:alert(1) \u202eשלום \0\x0b"
VNU = os.environ.get("VNU_JAR") if shutil.which("java") else None


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory,
    audio: Path,
    large_audio: Path,
    make_publication: Callable[..., Publication],
) -> Iterator[str]:
    root = tmp_path_factory.mktemp("served")
    built: list[Publication] = [
        make_publication(),
        make_publication([(HOSTILE, [HOSTILE])], name="hostile", title=HOSTILE, language="ar", approved=False),
        make_publication(name="large", title="Large", speech_seconds=16.0),
        make_publication(name="hearing-test-es", language="es", title="Cómo es una prueba de audición", approved=False),
    ]
    for publication in built:
        folder = root / publication.name
        folder.mkdir()
        stage(folder, publication.name, large_audio if publication.name == "large" else audio)
        editions.publish(publication, folder)
        editions.introduce(folder, publication.script.language)
    poster.with_address(root / "hearing-test", "https://clinic.example/?room&loop", HOSTILE, built[0].built_on)
    feed.publish(root, "http://127.0.0.1:8765/", "", built[0].built_on)
    with serve(root) as (port, _):
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture
def visit(address: str, browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens pages; at the end no console message may have been seen, and no request may have left the server."""
    seen: list[str] = []
    contexts: list[Any] = []

    def go(path: str = "", **options: Any) -> Any:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(address) else seen.append(r.url))
        page.goto(address + path)
        return page

    yield go
    for context in contexts:
        context.close()
    assert seen == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_index_is_calm_and_complete(scheme: str, visit: Callable[..., Any]) -> None:
    page = visit(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("""[...document.querySelectorAll('a')].every((a) => {
        const box = a.getBoundingClientRect(); return box.width >= 44 && box.height >= 44; })""")
    assert page.locator("li").count() == 4
    assert page.locator("li.draft").all_inner_texts() == page.locator("li:has-text('DRAFT')").all_inner_texts()
    assert page.locator("li.draft").count() == 2


def test_from_the_index_to_the_last_second(visit: Callable[..., Any]) -> None:
    page = visit()
    page.click("text=What a hearing test feels like")
    page.wait_for_url("**/hearing-test/")
    until(page, "typeof narration !== 'undefined' && narration.audio.readyState >= 1")
    page.click("#play")
    until(page, "narration.audio.currentTime > 0.2")
    page.evaluate("narration.seek(narration.duration() - 1)")
    until(page, "narration.audio.ended")
    until(page, "navigator.serviceWorker.controller")
    page.click("text=Español")
    page.wait_for_url("**/hearing-test-es/*")
    until(page, "document.documentElement.lang === 'es'")
    assert "BORRADOR" in page.inner_text("header")


def test_a_first_listener_can_go_anywhere_once_the_copy_is_there(visit: Callable[..., Any]) -> None:
    """Part of the sound came from the network: the rest must, too, or the player gives up."""
    page = visit("large/")
    until(page, "narration.audio.readyState >= 1")
    page.click("#c0002")
    until(page, "navigator.serviceWorker.controller")
    for cue in ("c0012", "c0003", "c0010"):
        page.click(f"#{cue}")
        start = page.evaluate(f"Number(document.querySelector('#{cue}').dataset.start)")
        until(page, f"narration.audio.currentTime > {start + 0.2}")
    assert not page.evaluate("narration.isKept()"), "nothing went wrong that the copy had to mend"
    assert page.inner_text("#message") == ""


def test_who_begins_when_the_copy_is_there_hears_it(visit: Callable[..., Any]) -> None:
    page = visit("large/")
    until(page, "navigator.serviceWorker.controller && narration.audio.readyState >= 1")
    page.click("#c0012")
    start = page.evaluate("Number(document.querySelector('#c0012').dataset.start)")
    until(page, f"narration.audio.currentTime > {start + 0.2}")
    page.reload()
    until(page, "narration.isKept() && narration.audio.readyState >= 1")
    page.click("#c0006")
    start = page.evaluate("Number(document.querySelector('#c0006').dataset.start)")
    until(page, f"narration.audio.currentTime > {start + 0.2}")


@pytest.mark.skipif(not VNU, reason="VNU_JAR names no vnu.jar, or there is no java")
def test_the_w3c_checker_finds_nothing_at_all(address: str) -> None:
    """Over http, where the page's policy means what it says; nothing means no warning either."""
    names = ("hearing-test", "hearing-test-es", "hostile")
    pages = [address, *(f"{address}{name}/{page}" for name in names for page in ("", "poster.html"))]
    command = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(VNU), *pages]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.stderr, result.returncode) == ("", 0)

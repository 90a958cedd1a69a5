"""Chromium before the page: what the browser tests share.

``conftest.py`` makes the fixtures known.
"""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from staging import stage

from narration import editions
from narration.editions.base import Publication


def now(page: Any) -> float:
    return float(page.evaluate("narration.audio.currentTime"))


def until(page: Any, condition: str) -> None:
    """Playwright's own waiting needs `eval` in the page, which the page's policy forbids."""
    for _ in range(400):
        if page.evaluate(f"Boolean({condition})"):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {condition}")


def violations(page: Any) -> list[tuple[str, str]]:
    """What axe-core finds, each with the first element that it finds it in."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found = axe.Axe().run(page).response["violations"]
    return [(item["id"], item["nodes"][0]["html"]) for item in found]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def folder(publication: Publication, audio: Path, tmp_path: Path) -> Path:
    editions.publish(publication, stage(tmp_path, "hearing-test", audio))
    return tmp_path


@pytest.fixture
def server(folder: Path) -> Iterator[http.server.ThreadingHTTPServer]:
    handler = functools.partial(_Quiet, directory=str(folder))
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def url(server: http.server.ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens pages; at the end no console message, no error and no CSP violation may have been seen."""
    contexts: list[Any] = []
    seen: list[str] = []

    def go(address: str, **options: Any) -> Any:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        # The browser itself reports the 416 that one test asks for.
        page.on("console", lambda message: None if "416" in message.text else seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.goto(address)
        if address.startswith("http"):
            until(page, "navigator.serviceWorker.controller")
        until(page, "narration.audio.readyState >= 1")
        return page

    yield go
    for context in contexts:
        context.close()
    assert seen == []

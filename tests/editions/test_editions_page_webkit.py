"""The page in WebKit, the engine of every browser on an iPhone: it plays, follows the voice, and works offline.

Driven by WebKitGTK's own driver, on a virtual screen; skipped where these or Selenium are not installed.
"""

from __future__ import annotations

import http.server
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from product_server import serve

WEBKIT_DRIVER, SCREEN = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
PATIENCE_SECONDS = 20
STATE = """
    const { audio, unreached, playing } = narration;
    const { error, paused, readyState, networkState, currentTime, src } = audio;
    return JSON.stringify({
        src, currentTime, paused, playing, unreached, readyState, networkState, error: error?.message,
        kept: Boolean(navigator.serviceWorker.controller), told: document.getElementById("message").textContent,
    });
"""
# Selenium's own class for WebKitGTK calls its base class in a way that this one deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A virtual display that X itself finds a free number for."""
    if SCREEN is None:
        pytest.skip("Xvfb is not installed")
    with subprocess.Popen(
        [SCREEN, "-displayfd", "1", "-screen", "0", "800x900x24"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as running:
        assert running.stdout is not None
        yield f":{running.stdout.readline().decode().strip()}"
        running.terminate()


@pytest.fixture(scope="module")
def webkit(screen: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"))
    if WEBKIT_DRIVER is None or not browsers:
        pytest.skip("WebKitGTK's driver is not installed")
    home = str(tmp_path_factory.mktemp("webkit"))
    surroundings = {**os.environ, "DISPLAY": screen, "HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home}
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(browsers[-1])
    options.add_argument("--automation")
    service = webdriver.WebKitGTKService(WEBKIT_DRIVER, env=surroundings)
    driver = webdriver.WebKitGTK(options=options, service=service)
    try:
        if not driver.execute_script("return document.createElement('audio').canPlayType('audio/mpeg')"):
            pytest.skip("this WebKit has no MP3 decoder (gstreamer1.0-libav)")
        yield driver
    finally:
        driver.quit()


def until(driver: Any, condition: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not driver.execute_script(f"return Boolean({condition})"):
        if time.monotonic() > end:
            pytest.fail(f"never came true: {condition}; the player: {driver.execute_script(STATE)}")
        time.sleep(0.05)


@pytest.fixture
def hosted(folder: Path) -> Iterator[str]:
    with serve(folder.parent) as (port, _):
        yield f"http://127.0.0.1:{port}/{folder.name}/"


def test_it_plays_and_follows_the_voice(webkit: Any, hosted: str) -> None:
    webkit.get(hosted)
    until(webkit, "narration.audio.readyState >= 1")
    assert webkit.execute_script("return narration.audio.paused")
    webkit.find_element("id", "c0010").click()
    until(webkit, "document.querySelector('#c0010[aria-current]') && !narration.audio.paused")
    ahead = "narration.audio.currentTime - Number(document.querySelector('#c0010').dataset.start)"
    until(webkit, f"{ahead} > 0.3")
    webkit.find_element("id", "play").click()
    until(webkit, "narration.audio.paused")
    assert webkit.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_it_works_without_a_network_after_one_visit(
    webkit: Any, url: str, server: http.server.ThreadingHTTPServer
) -> None:
    webkit.get(url)
    until(webkit, "navigator.serviceWorker.controller")
    webkit.set_script_timeout(PATIENCE_SECONDS)
    webkit.execute_async_script("""
        const done = arguments[0];
        async function kept() {
            if (await caches.match(narration.audio.src, { ignoreSearch: true })) done(); else setTimeout(kept, 50);
        }
        kept();
    """)
    server.shutdown()
    server.server_close()
    webkit.refresh()
    until(webkit, "narration.audio.readyState >= 1")
    webkit.find_element("id", "c0009").click()
    until(webkit, "document.querySelector('#c0009[aria-current]') && !narration.audio.paused")
    until(webkit, "narration.audio.currentTime > Number(document.querySelector('#c0009').dataset.start) + 0.3")


def test_it_goes_on_where_the_listener_stopped(webkit: Any, url: str) -> None:
    webkit.get(url)
    until(webkit, "narration.audio.readyState >= 1")
    webkit.find_element("id", "c0011").click()
    until(webkit, "narration.audio.currentTime > Number(document.querySelector('#c0011').dataset.start) + 0.3")
    webkit.find_element("id", "play").click()
    until(webkit, "narration.audio.paused")
    stopped = webkit.execute_script("return narration.audio.currentTime")
    webkit.refresh()
    until(webkit, "narration.audio.readyState >= 1")
    webkit.find_element("id", "play").click()
    until(webkit, f"narration.audio.currentTime > {stopped} + 0.3 && narration.audio.currentTime < {stopped} + 9")


def test_room_mode_is_one_button(webkit: Any, url: str) -> None:
    webkit.get(f"{url}?room")
    until(webkit, "narration.audio.readyState >= 1")
    seen = webkit.execute_script(
        "return [...document.querySelectorAll('button, a, input')].filter((e) => e.offsetParent).map((e) => e.id)"
    )
    assert seen == ["room-play"]
    webkit.find_element("id", "room-play").click()
    until(webkit, "narration.audio.currentTime > 0.3")

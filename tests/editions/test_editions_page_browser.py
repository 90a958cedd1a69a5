"""The page in Chromium: what a listener does, with and without a network."""

from __future__ import annotations

import http.server
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import now, until, violations
from staging import stage

from narration import editions, units
from narration.editions.base import Publication

LONG_TITLE = "What to expect when you come to the hospital for a long examination of your heart and your lungs"
HOSTILE = "<script>window.hacked = 1</script> \"'><img src=x onerror=hacked=1> javascript:alert(1) \u202eשלום"


STATES: dict[str, tuple[str, dict[str, Any], str]] = {
    "first seen": ("", {}, ""),
    "playing": ("", {}, "#c0003"),
    "settings": ("", {}, "#settings-open"),
    "chapters": ("", {}, "#chapters-open"),
    "room": ("?room", {}, ""),
    "dark": ("", {"color_scheme": "dark"}, "#c0003"),
    "dark settings": ("", {"color_scheme": "dark"}, "#settings-open"),
    "forced colours": ("", {"forced_colors": "active"}, "#c0003"),
    "400 %": ("", {"viewport": {"width": 320, "height": 256}}, "#c0003"),
    "phone": ("", {"viewport": {"width": 320, "height": 640}}, "#c0003"),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_targets_and_reflow(state: str, url: str, open_page: Callable[..., Any]) -> None:
    query, options, click = STATES[state]
    page = open_page(url + query, reduced_motion="reduce", **options)
    if click:
        page.locator(click).click()
        page.wait_for_timeout(100)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate("""() => [...document.querySelectorAll('button, select, input, a')]
        .filter((e) => e.checkVisibility() && !e.matches('.skip')).map((e) => [e.id, e.getBoundingClientRect()])
        .filter(([, box]) => box.width < 44 || box.height < 44).map(([id]) => id)""")
    assert small == []


def test_every_control_is_reached_by_keyboard(url: str, open_page: Callable[..., Any]) -> None:
    page = open_page(url)
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert reached[:7] == ["skip", "position", "chapters-open", "back", "play", "forward", "settings-open"]
    assert reached[7] == "c0001"
    page.focus("#c0001")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#c0002[aria-current]')")
    page.focus("#play")
    page.keyboard.press("Space")
    assert page.evaluate("narration.audio.paused")
    page.focus("#settings-open")
    page.keyboard.press("Enter")
    inside = set()
    for _ in range(12):
        inside.add(page.evaluate("document.activeElement.id || document.activeElement.className"))
        page.keyboard.press("Tab")
    assert {"speed", "volume", "timer", "size", "contrast", "follow", "print", "pill close"} <= inside
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "settings-open"


def test_nothing_plays_by_itself_and_the_buttons_move(url: str, open_page: Callable[..., Any]) -> None:
    page = open_page(url)
    assert page.evaluate("narration.audio.paused")
    page.click("#forward")
    assert now(page) == pytest.approx(30)
    page.click("#back")
    assert now(page) == pytest.approx(15)
    page.click("#settings-open")
    page.select_option("#speed", "0.75")
    assert page.evaluate("narration.audio.playbackRate") == 0.75
    page.select_option("#size", "largest")
    page.check("#contrast")
    page.click("#settings .close")
    page.reload()
    until(page, "narration.audio.readyState >= 1")
    assert page.evaluate("narration.audio.playbackRate") == 0.75
    assert page.evaluate("document.documentElement.dataset.size") == "largest"
    page.click("#chapters-open")
    page.click(".chapter >> nth=2")
    until(page, "document.querySelector('#chapter').textContent === 'The test'")


def test_the_page_and_its_scripts_write_the_same_clock(url: str, open_page: Callable[..., Any]) -> None:
    page = open_page(url)
    lengths = (0, 0.5, 59.6, 125, 3599.4, 3723, 10_428)
    assert [page.evaluate(f"narration.clock({seconds})") for seconds in lengths] == [units.clock(s) for s in lengths]


def test_it_goes_on_where_the_listener_stopped(url: str, open_page: Callable[..., Any]) -> None:
    page = open_page(url)
    page.click("#c0006")
    until(page, "document.querySelector('#c0006[aria-current]')")
    page.click("#play")
    stopped = now(page)
    page.reload()
    until(page, "narration.audio.readyState >= 1")
    assert now(page) == pytest.approx(stopped, abs=0.1)
    assert page.evaluate("narration.audio.paused")
    page.click("#restart")
    assert now(page) == 0


def test_the_timer_stops_it_and_gives_the_volume_back(url: str, open_page: Callable[..., Any]) -> None:
    page = open_page(url)
    page.click("#c0002")
    page.click("#settings-open")
    page.select_option("#timer", "chapter")
    page.click("#settings .close")
    page.evaluate("narration.audio.playbackRate = 4")
    until(page, "narration.audio.paused")
    end = page.evaluate("narration.data.chapters[0].end")
    assert end - 1.5 <= now(page) <= end + 0.2
    assert page.evaluate("narration.audio.volume") == 1


def test_the_lock_screen_knows_what_plays(url: str, open_page: Callable[..., Any]) -> None:
    page = open_page(url)
    page.click("#play")
    until(page, "navigator.mediaSession.metadata")
    assert page.evaluate("navigator.mediaSession.metadata.title") == "What a hearing test feels like"
    assert page.evaluate("navigator.mediaSession.playbackState") == "playing"


def test_it_works_without_a_network_after_one_visit(
    url: str, server: http.server.ThreadingHTTPServer, open_page: Callable[..., Any]
) -> None:
    page = open_page(url)
    until(page, "navigator.serviceWorker.controller")
    server.shutdown()
    server.server_close()
    page.reload()
    until(page, "narration.audio.readyState >= 1")
    page.click("#c0008")
    until(page, "narration.audio.currentTime > document.querySelector('#c0008').dataset.start")
    assert page.evaluate("narration.isKept()")
    found = page.evaluate("""async () => {
        const ask = async (range) => {
            const r = await fetch('hearing-test.mp3', {headers: {Range: range}});
            return [r.status, r.headers.get('content-range'), (await r.arrayBuffer()).byteLength]; };
        return [await ask('bytes=10-19'), await ask('bytes=-5'), await ask('bytes=999999999-')]; }""")
    total = int(found[0][1].split("/")[1])
    assert found[0] == [206, f"bytes 10-19/{total}", 10]
    assert found[1] == [206, f"bytes {total - 5}-{total - 1}/{total}", 5]
    assert found[2][:2] == [416, f"bytes */{total}"]


def test_the_network_may_go_in_the_middle_of_the_first_visit(
    url: str, server: http.server.ThreadingHTTPServer, open_page: Callable[..., Any]
) -> None:
    page = open_page(url)
    page.click("#play")
    until(page, "narration.audio.currentTime > 0.2")
    server.shutdown()
    server.server_close()
    page.click("#c0010")
    start = page.evaluate("Number(document.querySelector('#c0010').dataset.start)")
    until(page, f"narration.audio.currentTime > {start + 0.2} && !narration.audio.paused")


def test_it_works_from_a_file(folder: Path, open_page: Callable[..., Any]) -> None:
    page = open_page((folder / "index.html").as_uri())
    page.click("#c0004")
    until(page, "document.querySelector('#c0004[aria-current]') && narration.audio.currentTime > 0")


def test_room_mode_offers_one_button_and_starts_again(url: str, open_page: Callable[..., Any]) -> None:
    page = open_page(url + "?room")
    visible = page.evaluate("""[...document.querySelectorAll('a, button, input, select, [tabindex]')]
        .filter((e) => e.checkVisibility()).map((e) => e.id)""")
    assert visible == ["room-play"]
    page.click("#room-play")
    until(page, "!narration.audio.paused && narration.audio.currentTime > 0")
    page.evaluate("narration.audio.currentTime = narration.audio.duration - 0.3")
    until(page, "narration.audio.paused && narration.audio.currentTime === 0")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(
    ("query", "button", "told"), [("", "#play", "#message"), ("?room", "#room-play", "#room-hint")]
)
def test_sound_that_does_not_come_is_told_and_can_be_tried_again(
    query: str, button: str, told: str, url: str, browser: Any
) -> None:
    context = browser.new_context(service_workers="block")
    context.route("**/*.mp3", lambda route: route.abort())
    page = context.new_page()
    page.goto(url + query)
    until(page, "narration.audio.error")
    page.evaluate("() => { window.failures = 0; narration.audio.addEventListener('error', () => { failures++; }); }")
    for count in (1, 2):
        page.click(button)
        until(page, f"failures === {count} && narration.audio.paused")
        until(page, f"document.querySelector('{told}').textContent.includes('could not be loaded')")
        until(page, f"document.querySelector('{button}').ariaLabel === 'Play'")
    context.unroute("**/*.mp3")
    page.click(button)
    until(page, "narration.audio.currentTime > 0.2 && !narration.audio.paused")
    assert "could not" not in page.text_content(told)
    context.close()


ROOMS = {"tablet": (1024, 600), "phone": (320, 568), "phone on its side": (640, 360)}


@pytest.mark.parametrize("publication", [{"title": LONG_TITLE, "approved": False}], indirect=True)
@pytest.mark.parametrize("room", ROOMS)
def test_a_room_shows_at_once_that_it_is_a_draft_and_what_to_do(
    room: str, url: str, open_page: Callable[..., Any]
) -> None:
    width, height = ROOMS[room]
    page = open_page(url + "?room", viewport={"width": width, "height": height})
    for part in ("#room .draft", "#room h1", "#room-play", "#room-hint"):
        box = page.locator(part).bounding_box()
        assert box["y"] >= 0, part
        assert box["y"] + box["height"] <= height, part


def test_hostile_words_are_shown_as_words(
    make_publication: Callable[..., Publication], audio: Path, tmp_path: Path, open_page: Callable[..., Any]
) -> None:
    publication = make_publication([(HOSTILE, [HOSTILE])], title=HOSTILE, name="hearing-test")
    out = tmp_path / "hostile"
    out.mkdir()
    editions.publish(publication, stage(out, "hearing-test", audio))
    page = open_page((out / "index.html").as_uri())
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.querySelector('.cue').textContent") == HOSTILE
    assert page.title() == " ".join(HOSTILE.split())


def test_a_review_date_that_passed_is_told_later(
    make_publication: Callable[..., Publication], audio: Path, tmp_path: Path, open_page: Callable[..., Any]
) -> None:
    from datetime import date

    editions.publish(make_publication(review_by=date(2026, 11, 23)), stage(tmp_path, "hearing-test", audio))
    page = open_page((tmp_path / "index.html").as_uri())
    page.clock.set_fixed_time("2026-11-23T12:00:00")
    page.reload()
    assert not page.is_visible(".overdue >> nth=0")
    page.clock.set_fixed_time("2026-11-24T12:00:00")
    page.reload()
    assert page.is_visible(".overdue >> nth=0")

"""The page in Chromium, as it looks: whatever the words, the size, the spacing, the colours and the paper."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from browsing import now, until, violations

from narration.editions.base import Publication
from narration.settings import Clinic, Settings

Open = Callable[..., Any]

FITS = "document.documentElement.scrollWidth <= innerWidth"
DIALOG_FITS = "[...document.querySelectorAll('dialog[open]')].every((d) => d.scrollWidth <= d.clientWidth)"
SPACED = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; }
        * { word-spacing: .16em !important; } p, .cue { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets.push(sheet); }"""
"""WCAG 2.2, 1.4.12: what a reader may ask of any page."""
CUT = """() => [...document.querySelectorAll('button, p, h1, h2, label, select')]
    .filter((e) => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
        && !['visible', 'auto'].includes(getComputedStyle(e).overflow))
    .map((e) => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("size", ["", "large", "largest"])
@pytest.mark.parametrize("dialog", ["", "#settings-open", "#chapters-open"])
def test_text_spacing_loses_nothing_at_320_px(size: str, dialog: str, url: str, open_page: Open) -> None:
    page = open_page(url, viewport={"width": 320, "height": 720})
    page.evaluate(f"document.documentElement.dataset.size = '{size}'")
    page.evaluate(SPACED)
    if dialog:
        page.click(dialog)
    assert page.evaluate(FITS)
    assert page.evaluate(CUT) == []
    assert page.evaluate(
        """[...document.querySelectorAll('dialog[open]')].every((d) => d.scrollWidth <= d.clientWidth)"""
    )


LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3
ARABIC = "قد تسمع أصواتًا خافتة أثناء الاختبار."


CLINIC = Settings(clinic=Clinic(name=LONG))
WORDS: dict[str, dict[str, Any]] = {
    "long": {"phases": [(LONG, [LONG, "https://" + "x" * 300])], "title": LONG, "settings": CLINIC},
    "Arabic": {"phases": [(ARABIC, [ARABIC, f"{ARABIC} MRI 3 T {ARABIC}"])], "title": ARABIC, "language": "ar"},
    "Arabic on an English page": {"phases": [(LONG, [ARABIC])], "title": ARABIC, "settings": CLINIC},
    "draft": {"phases": [("One", ["Hello."])], "approved": False},
}


@pytest.mark.parametrize("publication", WORDS.values(), ids=WORDS, indirect=True)
@pytest.mark.parametrize("query", ["", "?room"])
def test_any_words_fit(query: str, publication: Publication, url: str, open_page: Open) -> None:
    page = open_page(url + query, viewport={"width": 320, "height": 640})
    assert page.evaluate(FITS)
    if not query:
        page.click("#chapters-open")
        assert page.evaluate(DIALOG_FITS)
        direction = page.evaluate("getComputedStyle(document.querySelector('#words')).direction")
        assert direction == ("rtl" if publication.script.language == "ar" else "ltr")
        own = page.evaluate("getComputedStyle(document.querySelector('.calm')).direction")
        assert own == "ltr", "the page's own words are English"
    assert violations(page) == []


COLOURS = {
    colour: {"settings": Settings(clinic=Clinic(name="Lakeside Clinic", colour=colour)), "approved": False}
    for colour in ("#ffee00", "#ff2fd0", "#101010")
}


@pytest.mark.parametrize("publication", COLOURS.values(), ids=COLOURS, indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_any_clinic_colour_can_be_read(scheme: str, url: str, open_page: Open) -> None:
    page = open_page(url, color_scheme=scheme, reduced_motion="reduce")
    page.click("#c0002")
    assert violations(page) == []
    page.click("#chapters-open")
    assert violations(page) == []


def test_the_play_button_stays_in_reach_in_a_low_window(url: str, open_page: Open) -> None:
    page = open_page(url, viewport={"width": 320, "height": 256}, reduced_motion="reduce")
    page.click("#c0010")
    until(page, "document.querySelector('#c0010[aria-current]')")
    box = page.locator("#play").bounding_box()
    assert 0 <= box["y"] <= 256 - box["height"]
    page.click("#play")
    assert page.evaluate("narration.audio.paused")
    assert now(page) > 0


@pytest.mark.parametrize(
    "publication",
    [{"language": "es"}, {"phases": [("What happens when the nurse takes you to the next room", ["Hello."] * 9)]}],
    ids=["Spanish", "a long chapter"],
    indirect=True,
)
def test_the_largest_words_on_a_small_phone_leave_room_for_the_guide(url: str, open_page: Open) -> None:
    page = open_page(url, viewport={"width": 320, "height": 640})
    page.evaluate("narration.remember('stopped', JSON.stringify({at: 9, version: narration.data.version}))")
    page.evaluate("narration.remember('size', 'largest')")
    page.reload()
    until(page, "narration.audio.readyState >= 1 && document.querySelector('#restart')")
    player = page.locator(".player").bounding_box()
    assert player["y"] >= 640 * 0.4 - 1, "words stay in view"
    message = page.locator("#message").bounding_box()
    assert message["y"] >= player["y"], "the message is read from its beginning"
    for name in ("#back", "#play", "#forward", "#chapters-open", "#settings-open"):
        box = page.locator(name).bounding_box()
        assert box["x"] >= player["x"], name
        assert box["x"] + box["width"] <= player["x"] + player["width"], name
        assert player["y"] < box["y"] < 640 - box["height"], f"{name} stays in reach"
    page.click("#restart")
    assert now(page) == 0
    page.focus("#position")
    assert violations(page) == []


@pytest.mark.parametrize(
    "publication", [{"phases": [(f"Part {n}, in the next room", ["Hello."]) for n in range(1, 31)]}], indirect=True
)
def test_thirty_chapters_open_at_the_one_that_is_heard_and_can_be_left(url: str, open_page: Open) -> None:
    page = open_page(url, viewport={"width": 320, "height": 640})
    page.evaluate("narration.seek(narration.data.chapters[9].start + 0.1)")
    until(page, "document.querySelector('.chapter[aria-current]')?.textContent.includes('Part 10')")
    page.click("#chapters-open")
    heard = page.locator(".chapter[aria-current]").bounding_box()
    close = page.locator("#chapters .close").bounding_box()
    assert 0 <= heard["y"] <= close["y"] - heard["height"]
    assert close["y"] + close["height"] <= 640
    page.click("#chapters .close")
    assert page.evaluate("document.activeElement.id") == "chapters-open"


def test_the_spoken_sentence_is_never_behind_the_player(url: str, open_page: Open) -> None:
    for size in ("", "largest"):
        page = open_page(url, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
        page.evaluate(f"document.documentElement.dataset.size = '{size}'")
        page.click("#play")
        for cue in ("c0003", "c0009", "c0013"):
            page.evaluate(f"narration.seek(Number(document.querySelector('#{cue}').dataset.start))")
            until(page, f"document.querySelector('#{cue}[aria-current]')")
            page.wait_for_timeout(100)
            box, player = page.locator(f"#{cue}").bounding_box(), page.locator(".player").bounding_box()
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= player["y"]


def test_reduced_motion_is_honoured(url: str, open_page: Open) -> None:
    page = open_page(url, reduced_motion="reduce")
    moving = page.evaluate("""[...document.querySelectorAll('*')].map((e) => {
        const { transitionDuration, animationName } = getComputedStyle(e);
        return [e.tagName, e.id, transitionDuration, animationName]; })
        .filter(([,, duration, animation]) => !['', '0s'].includes(duration) || !['', 'none'].includes(animation))""")
    assert moving == []


def test_it_prints_as_a_large_print_leaflet(url: str, open_page: Open) -> None:
    from pypdf import PdfReader

    page = open_page(url, color_scheme="dark")
    page.click("#c0003")
    page.emulate_media(media="print", color_scheme="dark")
    assert violations(page) == []
    assert not page.is_visible(".player")
    looks = page.evaluate("""(() => { const cue = document.querySelector('#c0003[aria-current]');
        const { fontSize, color, backgroundColor } = getComputedStyle(cue);
        return [parseFloat(fontSize), color, backgroundColor, getComputedStyle(document.body).backgroundColor]; })()""")
    assert looks == [24, "rgb(0, 0, 0)", "rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"], "18 point, black on white"
    text = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    words = " ".join(text.split())
    assert "There is no wrong answer." in words
    assert "Reviewed by Dr A. Example" in words
    assert "Settings" not in words

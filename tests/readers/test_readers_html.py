"""A saved web page: the article is spoken, and everything else is listed with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration.errors import SourceError
from narration.readers import read

PAGE = """<!doctype html><html lang="en"><head><title>MRI scan | Hospital</title><script>var a = "code words";</script>
</head><body><div class="cookie-banner">We use cookies. <button>Accept</button></div>
<nav><ul><li>Home</li><li>About us</li></ul></nav>
<main><h1>Having an MRI&nbsp;scan</h1><p>An MRI scan takes pictures.<br>It does not use X&#8209;rays.</p>
<h2>Before the scan</h2><p>You can <b>eat</b> &amp; drink as usual.</p>
<h2>During the scan</h2><p>You lie on a table.</p><ul><li>Keep still.</li><li>Wear the ear plugs.</li></ul>
<aside>Did you know? The first scanner was built long ago.</aside>
<h2>After the scan</h2><p>You can go home.</p></main>
<footer>Call us on 0123 456 789.</footer></body></html>"""


def saved(folder: Path, text: str) -> Path:
    path = folder / "page.html"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_article_becomes_phases(tmp_path: Path) -> None:
    document = read(saved(tmp_path, PAGE))
    assert document.title == "Having an MRI scan"
    assert document.language == "en"
    assert [phase.name for phase in document.phases] == ["Before the scan", "During the scan", "After the scan"]
    assert [s.text for s in document.phases[0].sentences] == ["You can eat & drink as usual."]
    assert [s.text for s in document.phases[1].sentences][1:] == ["Keep still.", "Wear the ear plugs."]


def test_what_is_not_the_article_is_listed_with_its_reason(tmp_path: Path) -> None:
    left_out = {item.text: item.reason for item in read(saved(tmp_path, PAGE)).left_out}
    assert left_out["We use cookies."] == "navigation"
    assert left_out["Home"] == "navigation"
    assert left_out["Call us on 0123 456 789."] == "navigation"
    assert left_out["Did you know? The first scanner was built long ago."] == "navigation"
    assert not any("code words" in text for text in left_out)


def test_a_page_whose_article_is_named_like_a_menu_is_still_read(tmp_path: Path) -> None:
    body = "<body><div class='content menu'><h2>Before</h2><p>You rest.</p><h2>After</h2><p>You go home.</p></div>"
    assert [p.name for p in read(saved(tmp_path, body)).phases] == ["Before", "After"]


def test_a_page_nested_without_end_is_refused_or_read_but_never_crashes(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read(saved(tmp_path, "<div>" * 100_000 + "<p>You rest.</p>"))


def test_bold_questions_are_headings_where_there_are_no_others(tmp_path: Path) -> None:
    body = "<h1>Biopsy</h1><p><b>What happens?</b></p><p>You lie down.</p><p><b>How long is it?</b></p><p>An hour.</p>"
    assert [p.name for p in read(saved(tmp_path, body)).phases] == ["What happens?", "How long is it?"]


OLD = """<html><head><title>Removing a cast :: Dale Hospital :: Plaster room</title></head><body><table><tr><td>
<font size="5">Removing a cast</font><br>
<font size="1">PLA 12 &nbsp; Issue 3 &nbsp; Author: Plaster Room &nbsp; Review: May 2027</font>
<h3>What happens</h3>The saw is loud. It does not cut the skin.<h3>What you may notice</h3>
<table><tr><td><b>Effect</b></td><td><b>How often</b></td><td><b>What to do</b></td></tr>
<tr><td>Dry skin</td><td>9 in 10</td><td>use a cream</td></tr>
<tr><td>Stiffness</td><td>1 in 2</td><td>move it gently</td></tr>
<tr><td>Swelling</td><td>1 in 10</td><td>raise the arm</td></tr></table></td></tr></table></body></html>"""


def test_an_old_page_without_marks_for_title_number_and_columns(tmp_path: Path) -> None:
    document = read(saved(tmp_path, OLD))
    assert document.title == "Removing a cast"
    assert document.opening.sentences == ()
    assert [s.text for s in document.phases[1].sentences] == [
        "Dry skin: 9 in 10.",
        "What to do: use a cream",
        "Stiffness: 1 in 2.",
        "What to do: move it gently",
        "Swelling: 1 in 10.",
        "What to do: raise the arm",
    ]
    reasons = {item.text: item.reason for item in document.left_out}
    assert any("PLA 12" in text and reason == "reference" for text, reason in reasons.items())


def test_a_time_under_a_question_keeps_the_question(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{time}</td></tr>" for name, time in (("Iron", "7 days before"), ("Codeine", "3 days"))
    )
    table = f"<table><tr><th>Medicine</th><th>When to stop</th></tr>{rows}</table>"
    page = f"<h1>A scan</h1><h2>Before</h2>{table}<h2>After</h2><p>You can go home. You can eat.</p>"
    said = [item.text for item in read(saved(tmp_path, page)).phases[0].sentences]
    assert said == ["Iron: stop 7 days before", "Codeine, when to stop: 3 days"]

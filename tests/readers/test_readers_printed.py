"""Pages that a browser printed to PDF, in the ways that leaflets look, read like the text that they were made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from web_pages import LISTS, rendered, said

from narration.readers import read

ROOT = Path(__file__).parents[2]
STYLES = {
    "plain": "body{font:11pt Arial} h1{font-size:22pt} h2{font-size:15pt} h3{font-size:12pt}",
    "same-size": "body{font:12pt Georgia,serif} h1{font-size:20pt} h2{font-size:13pt} h3{font-size:12pt}",
    "columns": "body{font:10.5pt Verdana;columns:2;column-gap:1cm} h1{column-span:all;font-size:20pt}"
    "h2{font-size:13pt} h3{font-size:11pt}",
    "tight": "body{font:11pt 'Times New Roman',serif} p{margin:0 0 6pt} ul,ol,li{margin:0} h1{font-size:18pt}"
    "h2{font-size:13pt;margin:8pt 0 0} h3{font-size:11pt;margin:8pt 0 0} ul{list-style-type:'•  '}",
    "large": "body{font:16pt Verdana;line-height:1.6} h1{font-size:28pt} h2{font-size:22pt} h3{font-size:18pt}"
    "li{margin-bottom:8pt} ul{list-style:square}",
}


def printed(browser: Any, source: Path, style: str, folder: Path) -> Path:
    body = rendered(source)
    page = browser.new_page()
    page.set_content(f"<!doctype html><meta charset=utf-8><style>{STYLES[style]}</style>{body}")
    target = folder / f"{source.stem}.pdf"
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "20mm")
    page.pdf(path=str(target), format="A4", margin=margin, display_header_footer=True)
    page.close()
    return target


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["lists", "ketamine-infusion", "mri-scan", "colonoscopy"])
def test_a_printed_page_says_what_its_text_says(browser: Any, tmp_path: Path, name: str, style: str) -> None:
    source = ROOT / "scripts" / name / "phases.md"
    if name == "lists":
        source = tmp_path / "lists.md"
        source.write_text(LISTS, "utf-8")
    if not source.is_file():
        pytest.skip("the shipped scripts are not here")
    written, found = read(source, "en"), read(printed(browser, source, style, tmp_path), "en")
    assert found.title == written.title
    assert said(found) == said(written)


def test_the_menu_over_the_title_of_a_printed_web_page_is_not_spoken(browser: Any, tmp_path: Path) -> None:
    menu = "\n".join(f"- {link}" for link in ("Find a doctor", "Our clinics", "Pay a bill"))
    source = tmp_path / "site.md"
    contact = "Switchboard: 01632 960 100"
    source.write_text(f"{menu}\n\nSearch Go\n\n{contact}\n\n{LISTS}", "utf-8")
    document = read(printed(browser, source, "plain", tmp_path), "en")
    assert document.title == "Having your hand operated on"
    left_out = {item.text for item in document.left_out if item.reason == "navigation"}
    assert {"Find a doctor", "Our clinics", "Pay a bill", "Search Go"} <= left_out
    assert contact not in left_out
    spoken = [sentence.text for phase in document.phases for sentence in phase.sentences]
    assert not any("doctor" in text.lower() and "find" in text.lower() for text in spoken)


def test_what_the_browser_prints_at_the_edges_is_no_text_of_the_page(browser: Any, tmp_path: Path) -> None:
    source = tmp_path / "short.md"
    source.write_text("# A short test\n\n## Before\n\nCome at ten.\n\n## After\n\nGo home at eleven.\n", "utf-8")
    document = read(printed(browser, source, "plain", tmp_path), "en")
    assert said(document) == {"Before": ["Come at ten."], "After": ["Go home at eleven."]}
    assert any(item.text.startswith("about:blank") for item in document.left_out)


NESTED = """<h1>A scope of the bladder</h1>
<h2>Before you come</h2>
<p>Tell the nurse if you:</p>
<ul><li>have a pacemaker</li>
<li>take a blood thinner, such as:<ul><li>warfarin</li><li>apixaban</li></ul></li>
<li>have an infection</li></ul>
<table><tr><th>Medicine</th><th>Days before</th><th>Who decides</th></tr>
<tr><td>Warfarin</td><td>5</td><td>The clinic for blood thinners</td></tr>
<tr><td>Apixaban, rivaroxaban</td><td>2</td><td>The nurse</td></tr>
<tr><td>Iron tablets</td><td>7</td><td>You</td></tr></table>
<p>Ask who may sign for you.</p>
<table><tr><th>Before the long visit</th><th>What you take</th></tr>
<tr><td rowspan="2">Two days</td><td>Nothing with seeds, nuts or skins, and no red jelly, no red juice and no
beetroot, <u>not
even</u> a little of it, so that the scope sees well</td></tr>
<tr><td>Tea</td></tr><tr><td>Six hours</td><td>Water</td></tr></table>
<h2>At home</h2>
<p>You can do these things again:</p>
<table><tr><th></th><th>After a look</th><th>After a treatment</th></tr>
<tr><td>Walking</td><td>The same day</td><td>Day 2</td></tr>
<tr><td>Heavy work</td><td>Day 2</td><td>Week 3</td></tr></table>
"""


@pytest.mark.parametrize("style", [name for name in STYLES if name != "columns"])
def test_lists_in_lists_and_tables_are_told_as_the_web_page_has_them(browser: Any, tmp_path: Path, style: str) -> None:
    """Also tables without a line or a space between their cells, with headings in the middle, and a bare corner."""
    source = tmp_path / "scope.html"
    source.write_text(f"<!doctype html><meta charset=utf-8><style>{STYLES[style]}</style>{NESTED}", "utf-8")
    page = browser.new_page()
    page.goto(source.as_uri())
    page.pdf(path=str(tmp_path / "scope.pdf"), format="A4")
    page.close()
    assert said(read(tmp_path / "scope.pdf", "en")) == said(read(source, "en"))

"""Pages that were copied from a browser into a text, where lists lose their bullets and menus run together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from web_pages import LISTS, rendered, said

from narration.readers import read

ROOT = Path(__file__).parents[2]
AROUND = """<!doctype html><meta charset=utf-8><title>{title} | Northmere Trust</title>
<div class=cookies>We use cookies to improve this site. <button>Accept</button><button>Reject</button></div>
<header><a href=/>Skip to content</a><nav><ul><li><a href=/>Home</a></li><li><a href=/s>Services</a></li>
<li><a href=/p>Patients and visitors</a></li><li><a href=/c>Contact us</a></li></ul></nav>
<p class=crumbs><a href=/>Home</a> &gt; <a href=/s>Services</a> &gt; {title}</p></header>
<main>{body}</main>
<section><h2>Related pages</h2><ul><li><a href=/a>Parking</a></li><li><a href=/b>Your rights</a></li></ul></section>
<footer><p>© 2026 Northmere Trust. All rights reserved.</p><p>Privacy | Cookies | Accessibility</p></footer>
"""


def copied(browser: Any, source: Path, folder: Path, title: str) -> Path:
    page = browser.new_page()
    page.set_content(AROUND.format(title=title, body=rendered(source)))
    target = folder / f"{source.stem}.txt"
    target.write_text(page.evaluate("document.body.innerText"), "utf-8")
    page.close()
    return target


@pytest.mark.parametrize("name", ["lists", "ketamine-infusion", "mri-scan"])
def test_a_copied_page_says_what_its_text_says(browser: Any, tmp_path: Path, name: str) -> None:
    source = ROOT / "scripts" / name / "phases.md"
    if name == "lists":
        source = tmp_path / "lists.md"
        source.write_text(LISTS, "utf-8")
    if not source.is_file():
        pytest.skip("the shipped scripts are not here")
    written = read(source, "en")
    found = read(copied(browser, source, tmp_path, written.title), "en")
    assert found.title == written.title
    assert said(found) == said(written)
    assert {"Skip to content", "Related pages"} <= {item.text for item in found.left_out}

"""Whole pages of many shapes: the right phases, nothing spoken that should not be, and no word lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import gold
import pytest

from narration import readers
from narration.document import Document

FRESH = gold.HELD_OUT.parent / "fresh"
PAGES = [page for name in ("held-out", "second", "third", "fourth") for page in gold.pages(gold.HELD_OUT.parent / name)]
OTHER_BYTES = ("infiltracion-1252.txt", "tilt-utf16.txt", "mojibake.txt")
"""Pages that are not UTF-8 as they stand."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_its_phases_and_sentences(page: Path) -> None:
    result = gold.score(readers.read(page), gold.gold_of(page))
    assert result.phases
    assert result.unlisted == result.misnamed == result.metadata == []
    assert result.missing == []


def test_what_leaks_is_known() -> None:
    leaked = {fault for page in PAGES for fault in gold.score(readers.read(page), gold.gold_of(page)).leaked}
    assert leaked == {
        "Important",
        "What to stop.",
        "Our clinic is closed on 25 December.",
    }


def words_of(document: Document) -> Counter[str]:
    texts = [document.title, *(item.text for item in document.left_out)]
    for section in document.sections:
        texts += [section.name, *(sentence.text for sentence in section.sentences)]
    return Counter(word for text in texts for word in gold.words(text).split())


@pytest.mark.parametrize(
    "page",
    [page for page in [*PAGES, *gold.pages(FRESH)] if page.suffix in (".txt", ".md") and page.name not in OTHER_BYTES],
    ids=lambda page: page.name,
)
def test_every_word_of_the_page_is_spoken_or_left_out(page: Path) -> None:
    text = re.sub(r"\A---\n.*?\n---\n|<!--.*?-->|\[\^\w+\]", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = (
        re.sub(r"(?<=\])\([^()]*\)", "", text)
        .replace("&nbsp;", " ")
        .replace("&rsquo;", "’")
        .replace("&amp;", "&")
        .replace("<br>", " ")
    )
    # The number of a phase is its place: `Step 2: Lying down` and `2. Lying down` are called `Lying down`; and the
    # title of a letter is what stands after its `Re:`.
    text = re.sub(r"(?m)^[QA]: ", "", text)
    text = re.sub(r"(?im)^[#\s]*(?:(?:step|phase) (?:\d+\s*[:-]|\w+ (?=\())|\d+[.)](?:\d+\s)?)\s*", "", text)
    document = readers.read(page)
    lost = Counter(gold.words(text).split()) - words_of(document)
    assert set(lost) <= {"step", "3", "re"}

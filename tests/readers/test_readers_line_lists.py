"""Lists that a page shows by nothing but short lines, and lines of a list that are no headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document

WRAPPED = """\
Your hearing test

Before you come

You can eat as you always do. Please keep away
from loud music for a day, as your ears need to
rest before the test.

What to bring

{lines}

The test

You sit in a small room and press a button when
you hear a sound. It takes half an hour.
"""
LONG = """\
Your hearing test

Before you come

You can eat as you always do. Please keep away from loud music for a day, as your ears need to rest before it.

What to bring (if you like)

{lines}

The test

You sit in a small room and press a button when you hear a sound. It takes half an hour, and nothing is felt.
"""
MARKDOWN = """\
# Your hearing test

## Before you come

You can eat as you always do.

## Things that help

{lines}

## The test

You sit in a small room.
"""
THINGS = ["warm gloves", "a cushion, if the one at your own desk is softer than ours", "your letter", "a pen"]


def read(folder: Path, text: str, name: str = "page.txt", language: str = "en") -> Document:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    return readers.read(page, language)


def names(document: Document) -> list[str]:
    return [phase.name for phase in document.phases]


def items(document: Document, phase: int = 1) -> list[str]:
    return [sentence.text for sentence in document.phases[phase].sentences if sentence.item]


@pytest.mark.parametrize(("page", "name"), [(WRAPPED, "a.txt"), (LONG, "b.txt"), (MARKDOWN, "c.md")])
def test_short_lines_in_small_letters_under_a_heading_are_a_list(page: str, name: str, tmp_path: Path) -> None:
    assert items(read(tmp_path, page.format(lines="\n".join(THINGS)), name)) == THINGS


def test_a_line_with_a_capital_between_them_is_one_of_them(tmp_path: Path) -> None:
    lines = [
        "Health card",
        "warm gloves",
        "a cushion if you want one",
        "Old hearing aid. Leave its box at home",
        "a pen",
    ]
    found = items(read(tmp_path, LONG.format(lines="\n".join(lines))))
    assert found == [*lines[:3], "Old hearing aid.", "Leave its box at home", "a pen"]


def test_a_heading_that_asks_for_things_needs_no_blank_line_and_two_of_them(tmp_path: Path) -> None:
    page = (
        "Su prueba\n\nAntes de venir\n\nPuede comer. Puede beber.\n\nQué llevar\nguantes de lana\nun bolígrafo\n\n"
        "La prueba\n\nUsted se sienta. No duele.\n"
    )
    document = read(tmp_path, page, language="es")
    assert names(document) == ["Antes de venir", "Qué llevar", "La prueba"]
    assert items(document) == ["guantes de lana", "un bolígrafo"]


def test_lines_of_a_web_page_under_a_heading_are_a_list(tmp_path: Path) -> None:
    page = (
        "<h1>Your test</h1><h2>Before</h2><p>You can eat.</p><h2>What to bring</h2>"
        "<p>warm gloves<br>your letter, with the\nbarcode on it<br>a pen</p><h2>After</h2><p>You go home.</p>"
    )
    document = read(tmp_path, page, "page.html")
    assert items(document) == ["warm gloves", "your letter, with the barcode on it", "a pen"]


@pytest.mark.parametrize(
    "lines",
    [
        ["You may bring one friend, who waits in", "the hall with a coffee until the nurse", "comes for you both"],
        ["soft shoes,", "a cushion,", "a pen"],
        ["The blue form that we sent you", "with your letter", "and the yellow one"],
        ["A cup of", "warm water", "for your tablets"],
    ],
)
def test_a_text_that_is_broken_over_lines_is_no_list(lines: list[str], tmp_path: Path) -> None:
    for page, name in ((WRAPPED, "a.txt"), (LONG, "b.txt"), (MARKDOWN, "c.md")):
        assert not items(read(tmp_path, page.format(lines="\n".join(lines)), name))


def test_a_line_of_a_list_of_sentences_is_no_heading(tmp_path: Path) -> None:
    page = (
        "Your tooth\n\nIn the chair\n\nYou lie back. You hear a noise.\n\nWaking up\n\nYou rest. You sip water.\n\n"
        "At home\n\nBite on the pad for an hour.\nUse ice on the first day.\nIt will ache by the second night so rest\n"
        "Sleep on two pillows.\nThe swelling is at its worst on day 3 so do not worry\n\n"
        "If the pain gets worse, ring us. We answer day and night.\n"
    )
    document = read(tmp_path, page)
    assert names(document) == ["In the chair", "Waking up", "At home"]
    assert document.phases[2].sentences[-1].text == "We answer day and night."


def test_a_name_right_under_a_text_stays_one_where_the_page_has_no_blank_lines(tmp_path: Path) -> None:
    page = (
        "Your tooth\nBefore\nEat well. Take your tablets.\nIn the chair\nYou lie back. You hear a noise.\n"
        "What you can do later\nYou rest. You sip water.\n"
    )
    assert names(read(tmp_path, page)) == ["Before", "In the chair", "What you can do later"]


def test_a_sentence_that_goes_on_under_its_list_names_no_part(tmp_path: Path) -> None:
    page = (
        "Your child's test\n\nBefore\n\nStop the syrup. Keep the cream.\n\n"
        "Ring us if, in the last week, your child has had\n  - a cough\n  - a rash on the arms\nas we may wait.\n\n"
        "The test\n\nYour child sits. You hold hands.\n"
    )
    document = read(tmp_path, page)
    assert names(document) == ["Before", "The test"]
    assert items(document, 0) == ["a cough", "a rash on the arms"]
    assert document.phases[0].sentences[-1].text == "as we may wait."


def test_the_letter_of_a_hollow_bullet_is_no_column_of_a_table(tmp_path: Path) -> None:
    page = (
        "Su prueba\n\nAntes\n\nPuede comer. Puede beber.\n\nEl día de la prueba:\no   No use crema.\n"
        "o   Vista algo ancho.\n\nDespués\n\nUsted se va. Descansa.\n"
    )
    assert items(read(tmp_path, page, language="es"), 0) == ["No use crema.", "Vista algo ancho."]

"""Pages that were copied from a browser into a text: lists without bullets, tables with tabs, labels over sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document
from narration.readers.lists import copied
from narration.readers.tables import tabbed

LONG = (
    "We look at how your ankle moves while you walk on a belt, first slowly and then as fast as you like, and a camera "
    "beside the belt films both of your feet all the time."
)
LONG_ES = (
    "Miramos cómo se mueve su tobillo mientras camina sobre una cinta, primero despacio y después tan deprisa como "
    "quiera, y una cámara filma los dos pies todo el tiempo."
)


def read(tmp_path: Path, text: str, language: str = "en") -> Document:
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    return readers.read(path, language)


def items(text: str) -> list[str]:
    """The lines that come with a bullet."""
    lines = copied.bulleted(text).split("\n")
    return [line.removeprefix(copied.BULLET) for line in lines if line.startswith(copied.BULLET)]


def page(group: str, language: str = "en") -> str:
    """Lines that stand together between two long paragraphs."""
    long = LONG if language == "en" else LONG_ES
    return f"{long}\n\n{group}\n\n{long}\n"


@pytest.mark.parametrize(
    ("group", "found"),
    [
        (
            "Let us know if you\n\nhave a sore knee\nlimp. Bring your stick then.\nThe walk",
            ["have a sore knee", "limp. Bring your stick then."],
        ),
        ("Please pack:\n\nFlat shoes\nShort trousers\nWhen you arrive", ["Flat shoes", "Short trousers"]),
        ("Ring the desk if …\nyour foot swells\nthe skin breaks", ["your foot swells", "the skin breaks"]),
        ("Avísenos si tiene\n\nuna herida en el pie\nfiebre\nAl llegar", ["una herida en el pie", "fiebre"]),
        ("El pie puede estar\n\nRojo\nFrío\nTorpe\n¿Y en casa?", ["Rojo", "Frío", "Torpe"]),
    ],
)
def test_lines_under_a_beginning_are_items(group: str, found: list[str]) -> None:
    assert items(page(group)) == found


def test_sentences_between_two_headings_are_items() -> None:
    group = "Before the walk\nEat as you like.\nTake off your socks.\nLeave your watch on.\nOn the belt"
    assert items(page(group)) == ["Eat as you like.", "Take off your socks.", "Leave your watch on."]


def test_items_without_full_stops_under_the_name_of_a_part() -> None:
    group = "The day before\nWash your feet\nCut your nails\nDo not run\nOn the day"
    assert items(page(group)) == ["Wash your feet", "Cut your nails", "Do not run"]


def test_paragraphs_that_begin_with_their_names_are_parts_and_no_items() -> None:
    assert items(page("The belt. You walk on it.\nThe camera. It films you.\nAfterwards. You rest.\nMore")) == []


def test_a_table_may_say_whom_to_ring() -> None:
    rows, end = tabbed.rows(["What you see\tWhom to ring", "A red toe\tThe ward, on 01632 960 114"], 0)
    assert (len(rows), end) == (2, 2)


@pytest.mark.parametrize(
    "group",
    [
        "Does it hurt?\nNo, it never does.\nMay I rest?\nYes, when you like.",
        "It takes place in the\n\nNorth Wing",
        "Ward 4\nLevel 2",
    ],
)
def test_what_is_no_list(group: str) -> None:
    assert items(page(group)) == []


def test_a_page_that_is_broken_where_it_was_full_is_left_alone() -> None:
    text = "Let us know if you\nhave a sore knee or a foot that\nhurts when you stand on it.\n"
    assert copied.bulleted(text) == text


def test_a_page_with_its_own_bullets_is_left_alone() -> None:
    text = page("Bring:\n- shoes\n- a stick\n- socks")
    assert copied.bulleted(text) == text


def test_a_name_stands_over_its_sentence() -> None:
    group = "The night before\nHave a light meal.\nThe same day\nDrink only water.\nArriving"
    lines = copied.bulleted(page(group)).split("\n")[2:7]
    assert lines == [
        "• The night before:",
        "  Have a light meal.",
        "• The same day:",
        "  Drink only water.",
        "Arriving",
    ]


def test_a_label_alone_stands_over_its_sentence() -> None:
    assert copied.bulleted(page("First two days:\nRest your foot.")).split("\n")[2:4] == [
        "• First two days:",
        "  Rest your foot.",
    ]


def test_items_are_said_by_themselves_and_the_next_heading_names_a_part(tmp_path: Path) -> None:
    text = f"""Your walking test

Before the test

{LONG} Before you start, we ask whether you:

have a sore knee
limp. Bring your stick then.
The walk

{LONG}

Afterwards

{LONG}
"""
    phases = read(tmp_path, text).phases
    assert [phase.name for phase in phases] == ["Before the test", "The walk", "Afterwards"]
    assert [sentence.text for sentence in phases[0].sentences][-3:] == [
        "have a sore knee",
        "limp.",
        "Bring your stick then.",
    ]


def test_a_table_with_an_empty_corner_has_words_over_its_columns() -> None:
    rows, end = tabbed.rows(["\tMorning\tEvening", "Boots\tyes\tno", "Socks\tno\tyes", ""], 0)
    assert end == 3
    assert [is_heading for _, is_heading, _ in rows] == [True, False, False]


@pytest.mark.parametrize(
    "lines",
    [
        ["Name:\tAnn", "Born:\t1990"],
        ["\t\tLeft", "\t\tRight"],
        ["One row\tonly"],
    ],
)
def test_tabs_that_make_no_table(lines: list[str]) -> None:
    assert tabbed.rows(lines, 0) == ([], 0)


def test_columns_of_what_to_do_and_what_not(tmp_path: Path) -> None:
    table = "Do\tDon’t\nRest your foot on the sofa every day at noon\tRun\nDrink water\tWear boots"
    text = f"Your ankle\n\nThe test\n\n{LONG}\n\nAt home\n\n{LONG}\n\n{table}\n\n{LONG}\n"
    said = [s.text for phase in read(tmp_path, text).phases for s in phase.sentences]
    at = said.index("Do:")
    assert said[at : at + 6] == [
        "Do:",
        "Rest your foot on the sofa every day at noon",
        "Drink water",
        "Don’t:",
        "Run",
        "Wear boots",
    ]


def test_links_below_the_text_are_left_out_whatever_they_ask(tmp_path: Path) -> None:
    links = "Keep reading\nWhat is a gait lab?\nThree stretches for stiff feet\nDo shoes matter?"
    text = f"Your ankle\n\nThe test\n\n{LONG}\n\nAt home\n\n{LONG}\n\n{links}\n"
    said = " ".join(s.text for phase in read(tmp_path, text).phases for s in phase.sentences)
    assert "gait lab" not in said
    assert "shoes" not in said


def test_contents_that_end_in_the_first_heading(tmp_path: Path) -> None:
    contents = "Contents\n\nWhat is it?\nDoes it hurt?\nAnd then?\nWhat is it?"
    text = f"Your ankle\n\n{contents}\n\n{LONG}\n\nDoes it hurt?\n\n{LONG}\n\nAnd then?\n\n{LONG}\n"
    assert [phase.name for phase in read(tmp_path, text).phases] == ["What is it?", "Does it hurt?", "And then?"]


def test_a_heading_that_breaks_off_over_signs_names_a_part(tmp_path: Path) -> None:
    text = f"Your ankle\n\nThe test\n\n{LONG}\n\nAt home\n\n{LONG}\n\nRing us if…\n\nyour foot swells\nit turns blue\n"
    assert [phase.name for phase in read(tmp_path, text).phases][-1].startswith("Ring us if")


def test_two_names_over_a_text_name_a_part(tmp_path: Path) -> None:
    text = f"Your ankle\n\nThe test\n\n{LONG}\n\nDay to day\nWalking\n\n{LONG}\n\nLater on\n\n{LONG}\n"
    assert "Walking" in [phase.name for phase in read(tmp_path, text).phases]


def test_lists_are_found_where_a_copy_has_no_blank_lines(tmp_path: Path) -> None:
    text = f"""The ankle test
{LONG}
Who may have it
You may have the test if you:
have turned your ankle more than twice
can stand on one foot. Hold on to the bar if you like
It is not for you if you have:
a broken toe
a wound that is open
Before the test
{LONG}
Bring your shoes.
Wear shorts.
"""
    assert items(text) == [
        "have turned your ankle more than twice",
        "can stand on one foot. Hold on to the bar if you like",
        "a broken toe",
        "a wound that is open",
    ]
    assert [phase.name for phase in read(tmp_path, text).phases] == ["Who may have it", "Before the test"]


def test_a_copy_without_blank_lines_and_one_paragraph_is_left_as_it_is() -> None:
    assert items(f"{LONG}\nBring:\nshoes\nshorts\nLater\n{LONG[:60]}\n") == []


def test_a_list_that_has_lost_its_bullets_beside_one_that_has_them(tmp_path: Path) -> None:
    typed = "- Wear shorts.\n- Bring your stick.\n- Leave your watch at home."
    group = "Ring us if:\nYour foot swells\nThe skin breaks\nYou still limp the next day"
    long = "\n\n".join([LONG] * 15)
    text = f"Your ankle\n\nBefore the walk\n\n{long}\n{typed}\n\nAfter the walk\n\n{LONG}\n\n{group}\n\nIt is rare.\n"
    assert set(group.split("\n")[1:]) <= set(items(text))

"""Which sentences stand in which item of a list, however the page has made the list."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers

HEAD = "First step: You sit down and the nurse talks with you.\n\nSecond step: "
SET_IN = "It goes so.\n\n  - You lie down.\n    You rest.\n  - We begin.\n"
LETTERED = "Do so: a. Wash your hands. b. Dry them well. c. Open the door."
LOW = "Ring us if: a) you have a rash; b) you have asthma; c) you are pregnant. None of these rules the scan out."
NESTED = "Bring these.\n\n- Papers:\n   - your letter\n   - your card\n- Money\n"
BY_HAND = """<h1>Scan</h1><h2>One</h2><p>You come in.</p><h2>Two</h2><p>Ring us if:</p><p>&bull; you bleed<br>
&bull; you have a fever</p><ul><li><p>It hurts.</p><p>Take a tablet.</p></li></ul>"""
MARKDOWN = """# Scan

## One

You come in.

## Two

Tell us if you take:

- pills
  - for pain

  They matter.
- drops
"""

PAGES = [
    ("x.txt", HEAD + SET_IN, [("You rest.", 1, 1), ("We begin.", 2, 1)]),
    ("x.txt", HEAD + LETTERED, [("Dry them well.", 2, 1)]),
    ("x.txt", HEAD + LOW, [("you have asthma;", 2, 1), ("None of these rules the scan out.", 0, 0)]),
    ("x.txt", HEAD + NESTED, [("your card", 3, 2), ("Money", 4, 1)]),
    ("x.html", BY_HAND, [("you bleed", 1, 1), ("you have a fever", 2, 1), ("Take a tablet.", 3, 1)]),
    ("x.md", MARKDOWN, [("for pain", 2, 2), ("They matter.", 2, 1), ("drops", 3, 1)]),
]


@pytest.mark.parametrize(("name", "page", "wanted"), PAGES)
def test_a_sentence_knows_its_item(name: str, page: str, wanted: list[tuple[str, int, int]], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(page, encoding="utf-8")
    document = readers.read(path, "en")
    found = [(s.text, s.item, s.depth) for section in document.sections for s in section.sentences]
    assert [row for row in wanted if row not in found] == []


def test_marks_that_are_not_in_order_make_no_list(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(HEAD + "Vitamin b. Take it with food. Bring the form a. or c. of it.", encoding="utf-8")
    assert all(not s.item for section in readers.read(path, "en").sections for s in section.sentences)


def test_a_row_is_said_with_the_words_over_its_column_where_they_tell_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    rows = "<tr><td>Aspirin</td><td>5 days</td></tr><tr><td>Warfarin</td><td>7 days</td></tr>"
    table = "<table><tr><th>Medicine</th><th>{}</th></tr>{}</table>"
    page = "<h1>Scan</h1><h2>Before</h2><p>Your medicines:</p>{}{}<h2>After</h2><p>You may eat.</p>"
    page = page.format(table.format("Stop this long before", rows), table.format("Time", rows.replace("days", "weeks")))
    path.write_text(page, encoding="utf-8")
    said = [(s.text, bool(s.item)) for s in readers.read(path, "en").phases[0].sentences]
    assert ("Aspirin: stop 5 days before", True) in said
    assert ("Warfarin: 7 weeks", True) in said


def test_a_star_is_named_in_its_note(tmp_path: Path) -> None:
    page = tmp_path / "scan.html"
    page.write_text(
        "<h1>Having a scan</h1><h2>Before</h2><p>You can have clear fluids* until 10:00. Keep your card** with you.</p>"
        "<p>* Water, or tea without milk.</p><h2>After</h2><p>You can go home. You can eat.</p>"
    )
    before = readers.read(page).phases[0]
    assert [item.text for item in before.sentences] == [
        "You can have clear fluids until 10:00.",
        "Keep your card with you.",
        "Clear fluids: Water, or tea without milk.",
    ]


def test_a_label_over_nothing_but_a_list_is_a_part(tmp_path: Path) -> None:
    page = tmp_path / "scan.txt"
    page.write_text(
        "Having a scan\n\nWhat it is: A scan makes pictures. It is short.\n\nRisks:\n\n- A bruise: about 1 in 10.\n"
        "- An allergy: about 1 in 1,000.\n\nAfterwards: You can go home. You can eat.\n"
    )
    assert [phase.name for phase in readers.read(page).phases] == ["What it is", "Risks", "Afterwards"]


def test_short_lines_under_a_colon_are_points(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Going home\n\nFor 24 hours after it, do not:\ndrive or ride a bicycle\ndrink alcohol\nsign papers\n\n"
        "Please bring with you on the day of your treatment:\nyour letter, your glasses and the list of the medicines "
        "that you take,\nand anything else that you need.\n",
        encoding="utf-8",
    )
    sentences = [sentence for section in readers.read(page, "en").sections for sentence in section.sentences]
    assert [s.text for s in sentences if s.item] == ["drive or ride a bicycle", "drink alcohol", "sign papers"]


def test_outer_bullets_are_phases_where_each_holds_bullets(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    lists = "- **Before**\n  - You may eat.\n  - Bring a friend.\n- After the scan\n  - You may go home.\n"
    page.write_text(f"# Scan\n\nIt is short.\n\n{lists}", encoding="utf-8")
    document = readers.read(page)
    assert [(phase.name, [s.text for s in phase.sentences]) for phase in document.phases] == [
        ("Before", ["You may eat.", "Bring a friend."]),
        ("After the scan", ["You may go home."]),
    ]
    # Points of a sentence are no phases, and nor are those beside one that holds none.
    for text in (f"You need these:\n\n{lists}", f"It is short.\n\n{lists}- Rest.\n"):
        page.write_text(f"# Scan\n\n{text}\nYou may go.\n", encoding="utf-8")
        assert "Before" not in [phase.name for phase in readers.read(page).phases if len(phase.sentences) == 2]


def test_lines_with_a_dash_each_are_points(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Scan\n\n## Before\n\nEat.\n\n## Later\n\nDriving – 1 week\nSport – 6 weeks\n", encoding="utf-8")
    said = [(sentence.text, bool(sentence.item)) for sentence in readers.read(page).phases[-1].sentences]
    assert said == [("Driving – 1 week", True), ("Sport – 6 weeks", True)]


def test_short_lines_apart_under_a_colon_are_points(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "During it\n\nLet us know at once if you feel:\n\nhot, flushed or itchy\nshort of breath\ndizzy or faint\n",
        encoding="utf-8",
    )
    sentences = [sentence for section in readers.read(page, "en").sections for sentence in section.sentences]
    assert [s.text for s in sentences if s.item] == ["hot, flushed or itchy", "short of breath", "dizzy or faint"]


def test_lines_broken_on_purpose_under_a_heading_that_leads_in_are_points(tmp_path: Path) -> None:
    head = "<h1>Your scan</h1><h2>Before</h2><p>You may eat.</p><h2>Call us at once if you have</h2>"
    lines = [
        "chest pain",
        "a rash or swelling",
        "a cough that lasts for more than a week, or a fever that comes back when you thought it was over",
    ]
    path = tmp_path / "x.html"
    path.write_text(f"{head}<p>{'<br>'.join(lines)}</p>", encoding="utf-8")
    found = readers.read(path, "en").phases[-1].sentences
    assert [(s.text, s.item) for s in found[1:]] == [(line, at) for at, line in enumerate(lines, 1)]
    # A line that is broken because it is full goes on in the next.
    wrapped = "a cough that lasts for more than a week\nor a fever that comes back when you\nthought that it was over"
    text = f"# Your scan\n\n## Before\n\nYou may eat.\n\n## Call us at once if you have\n\n{wrapped}\n"
    path = tmp_path / "x.md"
    path.write_text(text, encoding="utf-8")
    assert {s.item for s in readers.read(path, "en").phases[-1].sentences} == {0}

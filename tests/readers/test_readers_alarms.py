"""What stands in a box of its own, typed bullets, and headings that nothing is left under."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document

TOP = "<h1>Vein surgery</h1><h2>Before</h2><p>Eat nothing. Bring a friend.</p><h2>After</h2><p>Walk. Rest.</p>"


def _read(folder: Path, text: str, name: str = "x.html") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return readers.read(path, "es" if "Acuda" in text or "Antes" in text else "en")


@pytest.mark.parametrize("after", ["", "<p>Emergencies 24 h: 01632 960 999</p>"])
def test_a_bold_line_that_tells_when_to_ring_is_a_part_of_its_own(after: str, tmp_path: Path) -> None:
    box = f"<div class='alert'><strong>Call us the same day if:</strong><ul><li>it bleeds</li></ul>{after}</div>"
    document = _read(tmp_path, f"{TOP}{box}<h2>Risks</h2><p>There are few. None is grave.</p>")
    assert [part.name for part in document.phases] == ["Before", "After", "Call us the same day if", "Risks"]
    said = [sentence.text for sentence in document.phases[2].sentences]
    assert said[:2] == ["Call us the same day if:", "it bleeds"]
    assert len(said) == 2 + bool(after)


@pytest.mark.parametrize(
    "box",
    [
        "<p>Call us the same day if:</p><ul><li>it bleeds</li></ul>",
        "<p><b>Call us if:</b></p><ul><li>it bleeds</li></ul><p>The stocking stays on for a week.</p>",
        "<p><b>You may drive when:</b></p><ul><li>you can brake</li></ul>",
    ],
)
def test_a_line_that_leads_in_to_a_list_of_a_part_stays_in_it(box: str, tmp_path: Path) -> None:
    document = _read(tmp_path, f"{TOP}{box}")
    assert [part.name for part in document.phases] == ["Before", "After"]


def test_a_line_in_capitals_that_tells_when_to_ring_is_a_part_beside_others(tmp_path: Path) -> None:
    text = (
        "HISTEROSCOPIA\n\nANTES\n- Acuda desayunada.\n- Traiga la orden.\n\nDESPUES\nPuede sangrar. Descanse.\n\n"
        "LLAME AL 600 555 777 SI:\n- tiene fiebre\n- sangra mucho\n"
    )
    document = _read(tmp_path, text, "x.txt")
    assert [part.name for part in document.phases] == ["ANTES", "DESPUES", "LLAME SI"]
    assert document.phases[2].sentences[0].text == "LLAME AL 600 555 777 SI:"


@pytest.mark.parametrize(
    ("end", "parts"), [("", 2), ("\nHints\nUse ice. Rest.\n", 3), ("\nKeep the box. It is ours.\n", 1)]
)
def test_a_line_apart_that_tells_when_to_ring_is_a_part_beside_lines(end: str, parts: int, tmp_path: Path) -> None:
    text = (
        f"THE ENEMA\n\nCare\nLie down. Wait.\n\nWarnings\nUse it once. It is cold.\n\nCall us if:\n1) you bleed\n{end}"
    )
    document = _read(tmp_path, text, "x.txt")
    assert [part.name for part in document.phases if part.name == "Call us if"] == ["Call us if"] * (parts > 1)


def test_a_label_in_capitals_before_a_small_letter_is_a_part_beside_others(tmp_path: Path) -> None:
    text = (
        "STONES (PCNL)\n\nWHAT IT IS: An operation. It is short.\n\nGETTING READY: Eat nothing. Drink.\n\n"
        "AFTER YOUR SURGERY\n- You will have a tube.\n- Pink urine is normal.\n\nCALL US IF: you have a fever.\n"
    )
    names = [part.name for part in _read(tmp_path, text, "x.txt").phases]
    assert names == ["WHAT IT IS", "GETTING READY", "AFTER YOUR SURGERY", "CALL US IF"]


@pytest.mark.parametrize(
    ("line", "said"),
    [("✅ Eat first", "Eat first"), ("❌ Do not smoke", "Do not smoke"), ("❌ Alcohol", "No alcohol")],
)
def test_a_picture_is_a_bullet_where_the_words_say_it_all(line: str, said: str, tmp_path: Path) -> None:
    text = f"THE TOOTH\n\nBefore: You will be seen. It is short.\n\nAfter: Some hints for you.\n\n✅ Rest\n{line}\n"
    found = [(s.text, bool(s.item)) for part in _read(tmp_path, text, "x.txt").sections for s in part.sentences]
    assert (said, True) in found


def test_paragraphs_with_typed_bullets_are_items(tmp_path: Path) -> None:
    typed = "<div>- Eat white bread.</div><div>- Drink water.</div>"
    led = "<div>Call us if:</div><div>- you have a bad pain</div>"
    document = _read(tmp_path, f"{TOP}<h2>Diet</h2><div>It is strict.</div>{typed}<h2>Help</h2>{led}")
    items = [sentence.text for part in document.phases for sentence in part.sentences if sentence.item]
    assert items == ["Eat white bread.", "Drink water.", "you have a bad pain"]


def test_a_lone_dash_before_a_paragraph_is_no_list(tmp_path: Path) -> None:
    document = _read(tmp_path, f"{TOP}<p>- 5 degrees is too cold.</p>")
    assert not any(sentence.item for part in document.phases for sentence in part.sentences)


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<h3>Contact us</h3><p>Fax 01632 960 111</p><h3>Hints</h3><p>Use ice. Rest.</p>", False),
        ("<h3>What does it cost?</h3><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>", False),
        ("<h3>Do not drive for a day</h3>", True),
    ],
)
def test_a_heading_inside_a_part_over_nothing_that_is_said_goes_with_it(inner: str, said: bool, tmp_path: Path) -> None:
    document = _read(tmp_path, f"{TOP}{inner}")
    heading = inner[4 : inner.index("</h3>")]
    assert any(heading in sentence.text for part in document.phases for sentence in part.sentences) is said
    assert any(heading in item.text for item in document.left_out) is not said


def test_a_paragraph_that_becomes_a_part_says_its_beginning_once(tmp_path: Path) -> None:
    text = (
        "It takes an hour and you stay awake.\n\nDo not come if you have a cold. Ring us.\n\nYou may go home. Rest.\n"
    )
    document = _read(tmp_path, text, "x.txt")
    assert [sentence.text for sentence in document.phases[1].sentences] == [
        "Do not come if you have a cold.",
        "Ring us.",
    ]


NUMBER = "<p>(614) 555-0178, Mon–Fri 8 a.m.–4 p.m.</p>"
SIGNS = "<ul><li>a fever of 38 or more</li><li>you cannot bend the leg</li></ul>"


@pytest.mark.parametrize(
    ("box", "parts"),
    [
        (f"<h4>⚠ Ring us the same day</h4>{NUMBER}{SIGNS}<p>If you cannot reach us, come.</p>", 3),
        (f"<h4>⚠ Ring us the same day</h4>{SIGNS}", 2),
        (f"<h4>Ring us to change your visit</h4>{NUMBER}{SIGNS}", 2),
        (f"<h4>Ring us</h4>{NUMBER}{SIGNS}<h4>Your stocking</h4><p>Wear it. Wash it.</p>", 2),
    ],
)
def test_an_order_over_a_number_and_signs_is_a_part_of_its_own(box: str, parts: int, tmp_path: Path) -> None:
    phases = _read(tmp_path, f"{TOP}<h4>Your leg</h4><p>It swells. Rest it.</p>{box}").phases
    assert len(phases) == parts
    if parts > 2:
        assert phases[-1].name == "Ring us the same day"
        said = [sentence.text for sentence in phases[-1].sentences]
        assert said[0].startswith("(614)")
        assert said[1:3] == ["Ring us the same day.", "a fever of 38 or more"]

"""The number of somebody whom the text tells to ring is said, wherever the page has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers

LETTER = (
    "Mr Owen Pell FRCS\nConsultant Surgeon\nThe Ashby Clinic, 3 Mill Row, Dunholt DH1 2QQ\n{contact}\n\n"
    "Dear Patient,\n\nThis letter says what happens.\n\nBefore\n\nEat nothing from midnight. {asks}\n\nAfter\n\n"
    "You go home. For a fever ring the ward on 01632 960111.\n"
)
MAILED = "Secretary: Mrs Ann Hollis, 01632 960222 (9 to 4)\nashby@clinic.example"
SECRETARY = "Secretary: Mrs Ann Hollis, 01632 960222 (Mon to Fri, 9 to 4)"


@pytest.mark.parametrize(
    ("asks", "contact", "said"),
    [
        ("If you take insulin, ring Mrs Hollis first.", SECRETARY, True),
        ("If you take insulin, ring Mrs Hollis first.", MAILED, True),
        ("If you take insulin, tell us.", SECRETARY, False),
        ("If you take insulin, ring Mrs Hollis on 01632 960333.", SECRETARY, False),
        ("If you take insulin, ring Mrs Hollis first.", "Fax for Mrs Ann Hollis: 01632 960222", False),
        ("If you take insulin, ring the clinic.", "Clinic: 01632 960222", False),
    ],
)
def test_who_is_rung_by_name_can_be(asks: str, contact: str, said: bool, tmp_path: Path) -> None:
    page = tmp_path / "letter.txt"
    page.write_text(LETTER.format(asks=asks, contact=contact), encoding="utf-8")
    document = readers.read(page, "en")
    texts = [sentence.text for section in document.sections for sentence in section.sentences]
    assert any("960222" in text for text in texts) is said


def test_a_box_beside_the_text_is_said_where_the_text_names_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<h1>Bone scan</h1><h2>Before</h2><p>Drink water. If you are late, call Bookings.</p>"
        "<p>For pain call 555-010-1111.</p><h2>After</h2><p>Rest. Walk.</p>"
        "<div class='promo'><p>Imaging Bookings: 555-010-2222, Mon.–Fri. 7 a.m.–6 p.m., Sat. 8 a.m.–noon.</p></div>",
        encoding="utf-8",
    )
    said = [s.text for section in readers.read(page, "en").sections for s in section.sentences]
    assert said[2] == "Imaging Bookings: 555-010-2222, Mon.–Fri. 7 a.m.–6 p.m., Sat. 8 a.m.–noon."


def test_a_number_through_the_switchboard_is_said_with_whom_it_reaches(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Scan\n\n## Before\n\nEat a little. Ring us if you are ill.\n\nScan nurses: 01632 960444\n\n"
        "Physicist on duty: via switchboard, 01632 960555\n\n## After\n\nRest. Walk.\n",
        encoding="utf-8",
    )
    said = [s.text for s in readers.read(page, "en").phases[0].sentences]
    assert "Physicist on duty: via switchboard, 01632 960555" in said


HEAD = "Dunholt Hand Center\n{contact}\n\n# Your hand operation\n\n"
PARTS = "You go home the same day. It is short.\n\n## Before\n\nEat nothing. {asks}\n\n## After\n\nRest. Walk.\n"


@pytest.mark.parametrize(
    ("asks", "contact", "said"),
    [
        (
            "If it swells, call the nurse line.",
            "Nurse line: 555-0121 (Mon–Fri, 8 a.m.–4 p.m.) | Nights and weekends: 555-0122",
            ["Nurse line: 555-0121 (Mon–Fri, 8 a.m.–4 p.m.)", "Nights and weekends: 555-0122"],
        ),
        (
            "If it swells, ring us.",
            "Hand desk: 555-0121\nAfter-hours answering service: 555-0122",
            ["Hand desk: 555-0121.", "After-hours answering service: 555-0122."],
        ),
        (
            "If it swells, ring the unit, or Ward 9 on 01632 960333 out of hours.",
            "Unit secretary: 01632 960222 (8am to 4pm)",
            ["Unit secretary: 01632 960222 (8am to 4pm)."],
        ),
        (
            "If it swells, ring us. At night ring Ward 9 on 01632 960333.",
            "Telephone: 01632 960222",
            ["Dunholt Hand Center: 01632 960222."],
        ),
        ("If it swells, ring us. We answer on 01632 960333.", "Telephone: 01632 960222", []),
        ("If it swells, ring the unit on 01632 960333.", "Unit secretary: 01632 960222 (8am to 4pm)", []),
    ],
)
def test_the_senders_numbers_over_a_text_are_said_where_it_gives_none_by_day(
    asks: str, contact: str, said: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text((HEAD + PARTS).format(asks=asks, contact=contact), encoding="utf-8")
    document = readers.read(page, "en")
    told = [s.text for section in document.sections for s in section.sentences]
    assert [text for text in told if "0222" in text or "-012" in text] == said
    assert not any("0222" in s.text or "-012" in s.text for s in document.opening.sentences)

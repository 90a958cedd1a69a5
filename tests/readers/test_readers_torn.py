"""Sentences that a page breaks in two, questions on buttons, and boxes whose heading begins their sentence."""

from __future__ import annotations

from pathlib import Path

from narration.document import Document
from narration.readers import read

PAGE = "<html><body><main><h1>Your scan</h1><p>{long}</p><h2>Questions</h2>{box}</main></body></html>"
LONG = "You lie still for a while, and we take pictures of your arm from all sides. " * 3


def _read(folder: Path, text: str, name: str = "page.md") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def _texts(document: Document) -> list[str]:
    return [sentence.text for section in document.sections for sentence in section.sentences]


def test_a_paragraph_that_ends_a_sentence_is_part_of_it(tmp_path: Path) -> None:
    torn = "I run the clinic at the old mill,\n\nand I work there\n\nwith two nurses."
    assert _texts(_read(tmp_path, f"# Film\n\n## One\n\n{torn}\n\n## Two\n\nGo home.\n"))[0].endswith(
        "with two nurses."
    )


def test_lines_in_small_letters_under_a_beginning_are_its_points(tmp_path: Path) -> None:
    text = (
        "# Care\n\n## One\n\nYou may have:\n\na sore throat that lasts two days\n\na headache.\n\n## Two\n\nGo home.\n"
    )
    assert _texts(_read(tmp_path, text))[:3] == ["You may have:", "a sore throat that lasts two days", "a headache."]


def test_a_time_as_a_heading_over_the_rest_of_it(tmp_path: Path) -> None:
    torn = "### For 3 hours\n\nbefore you come:\n\n- Do not eat.\n- Drink water."
    assert _texts(_read(tmp_path, f"# Scan\n\n## Before\n\n{torn}\n\n## After\n\nRest.\n"))[:2] == [
        "For 3 hours before you come:",
        "Do not eat.",
    ]


def test_such_a_heading_over_a_text_is_one_still(tmp_path: Path) -> None:
    torn = "### For 2 weeks\n\nbefore you come:\n\nHave your blood drawn."
    document = _read(tmp_path, f"# Scan\n\n## Before\n\n{torn}\n\n## After\n\nRest.\n")
    first = document.phases[0].sentences[0]
    assert (first.text.rstrip("."), first.heading) == ("For 2 weeks before you come", True)


def test_a_button_that_asks_is_the_heading_of_its_answer(tmp_path: Path) -> None:
    asked = "<button>Can I drive?</button><div><p>Yes, at once.</p></div>"
    opened = '<button aria-expanded="false">Your rings</button><div><p>Leave them at home.</p></div>'
    asks_us = "<button>Did this help?</button><form><input></form>"
    document = _read(tmp_path, PAGE.format(long=LONG, box=asked + opened + asks_us), "page.html")
    assert [part.name for part in document.phases] == ["Can I drive?", "Your rings"]
    assert "Did this help?" in [left.text for left in document.left_out]


def test_a_box_whose_heading_begins_its_sentence_is_read(tmp_path: Path) -> None:
    box = "<p>Go home.</p><aside><h3>Ring us if</h3><p>your arm swells, or you have a fever in the night.</p></aside>"
    document = _read(tmp_path, PAGE.format(long=LONG, box=box), "page.html")
    assert _texts(document)[-2:] == ["Ring us if:", "your arm swells, or you have a fever in the night."]


def test_a_box_with_a_heading_of_its_own_is_none_of_the_article(tmp_path: Path) -> None:
    box = "<p>Go home.</p><aside><h3>Our new wing</h3><p>We opened a new wing for all of you in the spring.</p></aside>"
    document = _read(tmp_path, PAGE.format(long=LONG, box=box), "page.html")
    assert "Our new wing" not in " ".join(_texts(document))


def test_do_and_dont_are_parts_alike(tmp_path: Path) -> None:
    text = (
        "Your implant\n\nThe evening:\nYou rest in the ward for one night.\n\n"
        "The morning:\nYou go home with a friend.\n\n"
        "DO:\n• Carry your card.\n• Tell your dentist.\n\nDON'T:\n• Lift a box.\n• Weld.\n\n"
        "Signs of a problem - call the office:\n• Redness\n• Fever\n"
    )
    names = [part.name.lower() for part in _read(tmp_path, text, "page.txt").phases]
    assert names[2:4] == ["do", "don't"]
    assert names[4].startswith("signs of a problem")


def test_a_short_question_over_its_answer_in_a_narrow_column(tmp_path: Path) -> None:
    answer = (
        "You lie on your back and we take a few\nsmall samples with a needle that is very\n"
        "thin. It takes a short time, and it is\nnot done again."
    )
    asks = ["What is it?", "How is the sample taken then?", "What happens once it is done?"]
    text = "The sample\n\n" + "\n\n".join(f"{question}\n{answer}" for question in asks) + "\n"
    assert [part.name for part in _read(tmp_path, text, "page.txt").phases] == asks


UNDER = "\n\nA guide for patients\n\nWhat is it?\nIt is a look at your heart.\n\nRisks\nThere are few risks.\n"


def test_a_title_in_two_lines_is_whole_where_a_bracket_has_the_letters_of_both(tmp_path: Path) -> None:
    head = "Larkmoor Hospitals\nNHS Foundation Trust\n\nTransoesophageal\nEchocardiogram (TOE)"
    assert _read(tmp_path, head + UNDER, "page.txt").title == "Transoesophageal Echocardiogram (TOE)"


def test_a_title_goes_on_after_a_small_word(tmp_path: Path) -> None:
    assert _read(tmp_path, f"Ultrasound of the\nNeck{UNDER}", "page.txt").title == "Ultrasound of the Neck"


def test_a_line_with_other_letters_is_no_half_of_the_title(tmp_path: Path) -> None:
    title = _read(tmp_path, f"Heart Scan\nCardiac Imaging (CIU)\n{UNDER}", "page.txt").title
    assert "CIU" not in title

"""Headings in the line of their text, strips of facts, and an overview that is a part."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from narration import readers
from narration.document import Document

PAGE = """\
# Your scan

Time here: 2 hours · Scan: 20 minutes · Questions? 01632 960 200

## Overview

The scan shows your lungs. Call us if you feel unwell.

## Before

**Eating.** Take nothing for 6 hours.

**Note.** The lift is small.

## After

You may go home.
"""


def read(folder: Path, text: str) -> Document:
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    return readers.read(page, "en")


def test_a_strip_of_facts_is_said_fact_by_fact(tmp_path: Path) -> None:
    assert [sentence.text for sentence in read(tmp_path, PAGE).opening.sentences] == [
        "Time here: 2 hours",
        "Scan: 20 minutes",
    ]
    assert read(tmp_path, PAGE).phases[-1].sentences[-1].text == "Questions? 01632 960 200."


def test_an_overview_under_other_text_is_a_part(tmp_path: Path) -> None:
    assert [phase.name for phase in read(tmp_path, PAGE).phases] == ["Overview", "Before", "After"]
    bare = PAGE.replace("Time here: 2 hours · Scan: 20 minutes · Questions? 01632 960 200\n\n", "")
    assert [phase.name for phase in read(tmp_path, bare).phases] == ["Before", "After"]


def test_bold_words_at_the_head_of_a_paragraph_are_a_heading_inside_the_part(tmp_path: Path) -> None:
    sentences = read(tmp_path, PAGE).phases[1].sentences
    assert [(s.text, s.heading) for s in sentences] == [
        ("Eating.", True),
        ("Take nothing for 6 hours.", False),
        ("Note.", False),
        ("The lift is small.", False),
    ]


def test_bold_questions_above_the_first_heading_are_parts(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Your operation", 1)
    document.add_paragraph("You will have a small operation.")
    paragraph = document.add_paragraph()
    paragraph.add_run("Why is it done?").bold = True
    paragraph.add_run(" It takes the pain away.")
    document.add_heading("Getting ready", 2)
    document.add_paragraph("You may eat.")
    document.add_heading("Going home", 2)
    document.add_paragraph("You may drive.")
    path = tmp_path / "page.docx"
    document.save(str(path))
    found = readers.read(path, "en")
    assert [phase.name for phase in found.phases] == ["Why is it done?", "Getting ready", "Going home"]
    assert [sentence.text for sentence in found.phases[0].sentences] == ["It takes the pain away."]


def test_a_heading_that_asks_for_the_list_under_it_leads_in_to_it(tmp_path: Path) -> None:
    text = "# Scan\n\n## What should I bring?\n\n- Your glasses\n- A book\n\n## What to wear\n\nWear loose clothes.\n"
    bring, wear = read(tmp_path, text).phases
    assert [sentence.text for sentence in bring.sentences] == ["What should I bring:", "Your glasses", "A book"]
    assert [sentence.text for sentence in wear.sentences] == ["Wear loose clothes."]


def test_a_first_line_that_is_no_sentence_is_a_heading_inside_the_part(tmp_path: Path) -> None:
    page = """\
# Lumbar puncture

## How it is done

Step 1. Positioning
You will be asked to lie on your left side.

This is a paragraph whose lines were broken at about
Seventy characters, as many editors do it.

## Results

**How to find us**
We are on Level 1, beside Physiotherapy.

Day Unit
Park Road, Anytown.
"""
    done, results = read(tmp_path, page).phases
    assert [(s.text, s.heading) for s in done.sentences][:2] == [
        ("Step 1: Positioning.", True),
        ("You will be asked to lie on your left side.", False),
    ]
    assert len(done.sentences) == 3
    assert [s.text for s in results.sentences][:2] == ["How to find us.", "We are on Level 1, beside Physiotherapy."]
    assert not any(s.text == "Day Unit." for s in results.sentences)


def test_questions_and_answers_lose_the_letters_before_them(tmp_path: Path) -> None:
    for ending, between, marks in (("txt", "\n", "QA"), ("md", "\n", "QA"), ("md", "\n\n", "PR")):
        page = tmp_path / f"page.{ending}"
        rows = [("Does it hurt?", "No. It is short."), ("Can I drive?", "Yes, you can."), ("Who comes?", "A nurse.")]
        text = "\n\n".join(f"{marks[0]}: {asks}{between}{marks[1]}: {answer}" for asks, answer in rows)
        page.write_text(f"Your scan\n\n{text}\n" if ending == "txt" else f"# Your scan\n\n{text}\n", encoding="utf-8")
        document = readers.read(page, "en")
        found = [(phase.name, " ".join(s.text for s in phase.sentences)) for phase in document.phases]
        assert (document.title, found) == ("Your scan", rows)


def test_a_bold_question_over_a_list_is_a_part_like_those_before_their_text(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Scan\n\n**What is it?** A picture of your knee.\n\n**How do I get ready?**\n\n- Eat as usual.\n- Wear it."
        "\n\n**And then?** You may go home.\n",
        encoding="utf-8",
    )
    assert [phase.name for phase in readers.read(page).phases] == ["What is it?", "How do I get ready?", "And then?"]


def test_a_dash_after_a_point_s_name_in_bold_type_is_said_as_a_colon(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    page.write_text(
        "# A scan\n\n## Tablets\n\nThese differ.\n\n- **Metformin** – not on the day.\n- **Aspirin** - carry on.\n"
        "- A book – it takes long.\n\n## After\n\nRest. Walk.\n",
        encoding="utf-8",
    )
    said = [sentence.text for part in readers.read(page, "en").phases for sentence in part.sentences]
    assert {"Metformin: not on the day.", "Aspirin: carry on.", "A book - it takes long."} <= {
        text.replace("–", "-") for text in said
    }


def test_a_first_line_in_bold_type_is_a_heading_whatever_its_words(tmp_path: Path) -> None:
    page = (
        "# Your hearing aid\n\n## Before\n\nYou eat.\n\n## Questions\n\n**How do I know it fits**\nYou feel no rub.\n\n"
        "**It must fit, and must not hurt, for\n8 hours** at least. Tell us.\n\n**Do not swim** \nfor a day.\n\n"
        "**Will it whistle**\nNo. It is silent.\n\n## After\n\nYou go home.\n"
    )
    said = read(tmp_path, page).phases[1].sentences
    assert [(sentence.text, sentence.heading) for sentence in said] == [
        ("How do I know it fits.", True),
        ("You feel no rub.", False),
        ("It must fit, and must not hurt, for 8 hours at least.", False),
        ("Tell us.", False),
        ("Do not swim for a day.", False),
        ("Will it whistle.", True),
        ("No.", False),
        ("It is silent.", False),
    ]


def test_an_answer_that_calls_out_is_said(tmp_path: Path) -> None:
    page = (
        "# Your hearing aid\n\n## Before\n\nYou eat.\n\n## Questions\n\n**Q: May I sing?**\n\n"
        "A: Yes!! Sing in the bath.\n\n**Q: May I swim?**\n\nA: No! Keep it dry.\n\n## After\n\nYou go home.\n"
    )
    document = read(tmp_path, page)
    said = [sentence.text for sentence in document.phases[1].sentences]
    assert said == ["May I sing?", "Yes!!", "Sing in the bath.", "May I swim?", "No!", "Keep it dry."]


@pytest.mark.parametrize(
    ("question", "answer"), [("Q: May I sing", "A: Yes. Sing."), ("Q2. May I sing", "A2. Yes. Sing.")]
)
def test_questions_with_letters_are_parts_beside_the_lines_of_a_plain_page(
    question: str, answer: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        f"Your hearing aid\n\nBefore\n\nYou eat. You drink.\n\n{question}\n{answer}\n\n"
        "Q: Will it buzz?\nA: No. It hums.\n\nAfter\n\nYou go home. You rest.\n",
        encoding="utf-8",
    )
    document = readers.read(page, "en")
    assert [phase.name for phase in document.phases] == ["Before", "May I sing?", "Will it buzz?", "After"]


def test_next_over_a_list_is_no_button(tmp_path: Path) -> None:
    page = "# Your aid\n\n## Before\n\nYou eat.\n\n## The day\n\nYou sit.\n\nNext:\n\n- we look\n- we wait\n\nNext\n"
    document = read(tmp_path, page)
    assert [sentence.text for sentence in document.phases[1].sentences] == ["You sit.", "Next:", "we look", "we wait"]
    assert [item.text for item in document.left_out] == ["Next"]

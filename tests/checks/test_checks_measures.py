"""What is counted: grades against hand-counted texts, syllables against known words, the reviewer's questions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from narration import checks, readers, spoken, writing
from narration.checks import grade, pemat, syllables
from narration.checks.base import words
from narration.checks.passive import passive
from narration.document import Document
from narration.language import load
from narration.script import Say, Script, ScriptPhase

TODAY = date(2026, 11, 23)
SOURCE = """A hearing test

Before: Prior to the examination, the patient will be asked to remove any hearing aids.

During: You will hear tones through headphones, which may be very quiet, and you will be asked to press a button.

After: The audiologist will discuss the results with you, but some results may take a few days.
"""


def report(script: Script) -> checks.Report:
    def form(text: str) -> str:
        return spoken.spoken_form(text, script.language, script.say_as)

    return checks.report(checks.context_of(script, form, TODAY))


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "hearing.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return readers.read(path, "en")


@pytest.mark.parametrize(
    ("word", "count"),
    [("ketamine", 3), ("you’ll", 1), ("gradually", 4), ("the", 1), ("anxiety", 4), ("twenty-four", 3), ("feelings", 2)],
)
def test_english_syllables(word: str, count: int) -> None:
    assert syllables.count(word, "en") == count


@pytest.mark.parametrize(
    ("word", "count"), [("guía", 2), ("aire", 2), ("día", 2), ("quiere", 2), ("y", 1), ("leer", 2)]
)
def test_spanish_syllables(word: str, count: int) -> None:
    assert syllables.count(word, "es") == count


def test_flesch_kincaid_by_hand() -> None:
    """10 words in 2 sentences with 12 syllables: 0.39 · 5 + 11.8 · 1.2 − 15.59 = 0.5."""
    assert grade.reading_grade(["You sit in a quiet room.", "It is very calm."], "en") == pytest.approx(0.52, abs=0.05)
    assert grade.reading_grade([], "en") == 0


def test_crawford_by_hand() -> None:
    """6 words in 1 sentence with 11 syllables: −20.5/6 + 4.9 · 11/6 − 3.407."""
    assert grade.reading_grade(["Una persona le pone la vía."], "es") == pytest.approx(
        max(0, -20.5 / 6 + 4.9 * 11 / 6 - 3.407), abs=0.05
    )


def test_the_script_is_easier_than_its_source(document: Document) -> None:
    found = report(writing.write(document))
    assert found.measures.grade < found.measures.source_grade
    assert found.measures.longest_sentence_words <= 20
    assert checks.blocking(found.findings) == ()


def test_hard_words_are_called_out(document: Document, tmp_path: Path) -> None:
    hard = SOURCE.replace("The audiologist will discuss the results with you", "Comprehensive audiological " * 20)
    path = tmp_path / "hard.txt"
    path.write_text(hard, encoding="utf-8")
    easy, difficult = (report(writing.write(each)).findings for each in (document, readers.read(path, "en")))
    assert "reading-grade" not in {finding.rule for finding in easy}
    assert "reading-grade" in {finding.rule for finding in difficult}


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        ("en", "The ketamine is given slowly.", "is given"),
        ("en", "You will be gently moved.", "be gently moved"),
        ("en", "You are tired.", ""),
        ("en", "The nurse gave it.", ""),
        ("es", "Será trasladado a la sala.", "será trasladado"),
        ("es", "Es muy largo.", ""),
    ],
)
def test_passive_voice(language: str, sentence: str, found: str) -> None:
    assert passive(words(sentence), load(language, "meaning")["passive"]) == found


def test_questions_are_answered_from_measures_or_left_to_a_person(document: Document) -> None:
    items = {item.number: item for item in report(writing.write(document)).items}
    assert items[3].answer == "yes"
    assert items[10].answer == "for a person"
    assert items[20].answer == "yes"
    assert "grade" in items[3].basis


def test_a_question_is_answered_no_where_the_measure_says_so(document: Document) -> None:
    from dataclasses import replace

    measures = replace(report(writing.write(document)).measures, grade=11.0, closing_actions=0)
    answers = {item.number: item.answer for item in pemat.items(measures)}
    assert answers[3] == answers[20] == "no"


def test_a_plain_word_needs_its_formal_word_in_the_source() -> None:
    def alien(source: str, line: str) -> set[str]:
        phase = ScriptPhase("X", {"x.1": source}, (Say(line, ("x.1",)),))
        return {found.rule for found in report(Script("T", "en", (phase,))).findings}

    assert "words-from-nowhere" not in alien("Ketamine is administered.", "Ketamine is given.")
    assert "words-from-nowhere" in alien("Ketamine is a drug.", "Ketamine is a painkiller.")


@pytest.mark.parametrize(
    ("language", "source", "line"),
    [
        ("en", "The neck of the womb (cervix) is cleaned.", "The neck of the womb, called the cervix, is cleaned."),
        ("en", "Bleeding", "First, bleeding."),
        ("en", "It uses ultrasound (US).", "It uses ultrasound, US for short."),
        ("es", "Avise si: tiene fiebre.", "Haga lo mismo si tiene fiebre."),
        ("es", "Un corte en la tripa (laparotomía).", "Un corte en la tripa. Esto se llama laparotomía."),
    ],
)
def test_words_that_only_link_come_from_nowhere_rightly(language: str, source: str, line: str) -> None:
    def rules(said: str) -> set[str]:
        phase = ScriptPhase("X", {"x.1": source}, (Say(said, ("x.1",)),))
        return {found.rule for found in report(Script("T", language, (phase,))).findings}

    assert not rules(line) & {"words-from-nowhere", "invented"}
    assert rules(f"{line[:-1]} marmalade.") & {"words-from-nowhere", "invented"}

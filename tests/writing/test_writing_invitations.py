"""Between the parts: most have an invitation, and none where it would be out of place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from narration.script import Say, Silence
from narration.writing import writer
from narration.writing.frame.invitations import Line, Part, between

CALM = {
    "en": "You sit in a chair for a while, and a nurse looks in now and then. You can read or listen to something. "
    "There is water on the table.",
    "es": "Se sienta en una silla cómoda y una enfermera pasa de vez en cuando. Puede leer o escuchar algo. "
    "Hay agua en la mesa de al lado, si le apetece.",
}
HEAVY = {"en": "Some people feel anxious.", "es": "Algunas personas sienten ansiedad."}
ORDER = {"en": "Tell the nurse if it hurts.", "es": "Si se marea, dígalo enseguida."}
ALARM = {"en": "Go to the emergency department.", "es": "Vaya a urgencias."}
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])


def part(*texts: str, name: str = "A part") -> Part:
    return Part(name, [Say(text, (f"a.{n}",)) for n, text in enumerate(texts, 1)])


def said(made: Sequence[Sequence[Line]]) -> list[str]:
    return [item.text if isinstance(item, Say) else "" for lines in made for item in lines[:1] or [Silence(0)]]


@LANGUAGES
def test_a_short_guide_has_one_after_each_part_but_the_last_and_time_to_take_it(language: str) -> None:
    style = writer.vocabulary(language).style
    made = between([part(CALM[language])] * 6, style)
    assert [bool(lines) for lines in made] == [True] * 5 + [False]
    assert all(text in style["invitations"] for text in said(made[:-1]))
    assert all(4 <= item.seconds <= 8 for lines in made for item in lines if isinstance(item, Silence))
    assert all(text.startswith(("If you like, ", "Si quiere, ")) for text in said(made[:-1]))


@LANGUAGES
def test_a_long_guide_has_some_spread_evenly_and_none_twice_in_a_row(language: str) -> None:
    style = writer.vocabulary(language).style
    texts = said(between([part(CALM[language])] * 30, style))
    places = [place for place, text in enumerate(texts) if text]
    gaps = [after - before for before, after in pairwise(places)]
    assert len(places) == style["invitations_at_most"]
    assert max(gaps) - min(gaps) <= 1
    spoken = [text for text in texts if text]
    assert all(one != other for one, other in pairwise(spoken))


@LANGUAGES
def test_words_that_weigh_or_tell_what_to_do_are_followed_by_a_moment_and_no_breath(language: str) -> None:
    style = writer.vocabulary(language).style
    parts = [part(CALM[language], HEAVY[language]), part(CALM[language], ORDER[language]), part(CALM[language])]
    assert all(text in style["moments"] for text in said(between(parts, style))[:2])


@LANGUAGES
def test_a_warning_of_danger_is_followed_by_a_pause_alone(language: str) -> None:
    style = writer.vocabulary(language).style
    made = between([part(CALM[language], ALARM[language]), part(CALM[language]), part(CALM[language])], style)
    assert made[0] == [Silence(style["heavy_pause"])]
    assert said(made)[1] in style["invitations"]


def test_what_a_line_says_in_two_sentences_is_one_sentence_of_the_source() -> None:
    style = writer.vocabulary("en").style
    lines = [Say(CALM["en"], ("a.1",)), Say("Go to the emergency department.", ("a.2",)), Say("Then rest.", ("a.2",))]
    assert said(between([Part("A", lines), part(CALM["en"])], style)) == ["", ""]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (part(CALM["en"]), part(CALM["en"], name="Holding your breath")),
        (part(CALM["en"]), part("You will be asked to hold your breath.", CALM["en"])),
        (part("You breathe through a mask.", CALM["en"]), part(CALM["en"])),
    ],
)
def test_no_breath_is_named_where_breathing_is_the_topic(before: Part, after: Part) -> None:
    style = writer.vocabulary("en").style
    texts = [said(between([part(CALM["en"])] * turns + [before, after], style))[turns] for turns in range(4)]
    assert all(texts)
    assert not [text for text in texts if "breath" in text]


def test_no_breath_is_named_in_spanish_either() -> None:
    style = writer.vocabulary("es").style
    parts = [part(CALM["es"]), part("Contenga la respiración.", CALM["es"])]
    assert said(between(parts, style))[0] in [text for text in style["invitations"] if "air" not in text.split()]
    assert "hombros" in said(between(parts, style))[0]


def test_a_short_part_waits_for_the_next() -> None:
    style = writer.vocabulary("en").style
    texts = said(between([part("You wait."), part("You rest."), part(CALM["en"]), part(CALM["en"])], style))
    assert [bool(text) for text in texts] == [False, False, True, False]


def test_a_clinic_has_fewer_or_none() -> None:
    style = writer.vocabulary("en").style
    parts = [part(CALM["en"])] * 9
    assert [bool(text) for text in said(between(parts, {**style, "invitation_every": 4}))].count(True) == 2
    assert not any(between(parts, {**style, "invitation_every": 0}))

"""Pauses by the sense of a line, not by its words, and where a definition may stand."""

from __future__ import annotations

import pytest

from narration import language
from narration.script import Say, Silence
from narration.writing import writer
from narration.writing.frame import pauses
from narration.writing.terms import Glossary

WEIGHS = [
    ("es", "Algunas personas sienten miedo al principio.", True),
    ("es", "No debe sentir dolor.", False),
    ("es", "Tome paracetamol para el dolor.", False),
    ("es", "Llame también si tiene dolor en el pecho.", False),
    ("es", "La luz es suave.", False),
    ("es", "Molestias esperables.", False),
    ("en", "Some people feel anxious.", True),
    ("en", "You will not feel pain.", False),
    ("en", "Tell the nurse about any pain.", False),
]
EXPLAINED = [
    ("No se trata de una anestesia general.", []),
    ("La biopsia de próstata es un estudio de la próstata.", []),
    ("Se deja una mallita que se conoce como «stent».", []),
    ("Le harán una biopsia.", ["En una biopsia se toma una muestra muy pequeña del cuerpo para estudiarla."]),
    ("Con sedación o con otro sedante.", ["Con la sedación, una medicina da calma y sueño."]),
    ("Le haremos una gastroscopia, que es una prueba del estómago.", []),
    ("Una técnica radióloga le ayudará.", []),
]
HANGS = [
    ("No los suspenda por su cuenta.", True),
    ("Suspéndalos el día antes.", True),
    ("Por ahí se da la medicina.", True),
    ("Los resultados tardan una semana.", False),
    ("La cánula se retira después.", False),
]


@pytest.mark.parametrize(("tag", "text", "weighs"), WEIGHS)
def test_what_weighs(tag: str, text: str, weighs: bool) -> None:
    assert pauses.weighs(text, writer.vocabulary(tag)) is weighs


@pytest.mark.parametrize(("after", "paused"), [("Pero pasa pronto.", False), ("La sala es grande.", True)])
def test_comfort_follows_at_once(after: str, paused: bool) -> None:
    says = [Say("Algunas personas sienten miedo.", ("a.1",)), Say(after, ("a.2",))]
    lines = pauses.between(says, writer.vocabulary("es"))
    assert [isinstance(line, Silence) for line in lines] == ([False, True, False] if paused else [False, False])


def test_no_two_lines_in_a_row_begin_with_the_same_word_of_order() -> None:
    says = [Say(text, ("a.1",)) for text in ("Después, coma.", "Después se mide.", "Después se pesa.", "Duerma.")]
    said = [say.text for say in pauses.varied(says, writer.vocabulary("es"))]
    assert said == ["Después, coma.", "Después se mide.", "Luego se pesa.", "Duerma."]


def test_who_does_three_things_in_a_row_is_named_twice() -> None:
    texts = ("Un técnico le mide el pulso.", "El técnico le mira los ojos.", "El técnico le pide la hoja.")
    same = [say.text for say in pauses.varied([Say(text, ("a.1",)) for text in texts], writer.vocabulary("es"))]
    assert same == [*texts[:2], "También le pide la hoja."]
    apart = [Say(text, (f"a.{place}",)) for place, text in enumerate(texts)]
    assert [say.text for say in pauses.varied(apart, writer.vocabulary("es"))] == [*texts]


@pytest.mark.parametrize(("sentence", "explained"), EXPLAINED)
def test_what_is_explained(sentence: str, explained: list[str]) -> None:
    found = Glossary(language.load("es", "terms"), [sentence]).named(sentence)
    assert [definition.say for definition in found] == explained


@pytest.mark.parametrize(("text", "hangs"), HANGS)
def test_no_definition_comes_before_what_speaks_of_the_line_before(text: str, hangs: bool) -> None:
    assert pauses.hangs_on(text, writer.vocabulary("es")) is hangs


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("These can be pleasant or unsettling.", "They can be pleasant or unsettling."),
        ("These tablets help.", "These tablets help."),
    ],
)
def test_two_lines_in_a_row_do_not_begin_with_the_same_pointing_word(second: str, said: str) -> None:
    lines = [Say("These can differ a lot.", ("a.1",)), Say(second, ("a.2",))]
    assert [line.text for line in pauses.varied(lines, writer.vocabulary("en"))] == ["These can differ a lot.", said]

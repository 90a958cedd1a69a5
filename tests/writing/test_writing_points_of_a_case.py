"""Points that must all be so stay one sentence, and points that are clauses are told as such."""

from __future__ import annotations

import pytest

from narration.writing import writer
from narration.writing.page_lists import bullets


@pytest.mark.parametrize(
    ("language", "texts", "said"),
    [
        # What is allowed once all of it is so, whoever it is allowed to.
        (
            "en",
            ["Your son can leave when they:", "are awake", "can sit up", "have kept down milk"],
            ["Your son can leave when they are awake, can sit up, and have kept down milk."],
        ),
        (
            "en",
            ["She can eat once she:", "is wide awake", "can swallow", "has no nausea"],
            ["She can eat once she is wide awake, can swallow, and has no nausea."],
        ),
        (
            "en",
            ["You can swim again as soon as your child:", "has no drain", "can lift an arm"],
            ["You can swim again as soon as your child has no drain and can lift an arm."],
        ),
        (
            "es",
            ["Le daremos el alta cuando:", "pueda beber", "esté despierto", "haya orinado"],
            ["Le daremos el alta cuando pueda beber, esté despierto y haya orinado."],
        ),
        (
            "es",
            ["Podrá levantarse cuando:", "esté despierto", "no se maree", "haya comido algo"],
            ["Podrá levantarse cuando esté despierto, no se maree y haya comido algo."],
        ),
        (
            "en",
            ["Discharge may take place once the patient is able to:", "walk with a frame", "climb three stairs"],
            ["Discharge may take place once the patient is able to walk with a frame and climb three stairs."],
        ),
        # A point that says itself when, what was had before, and a clause of two things.
        (
            "en",
            [
                "It is not given in the following circumstances:",
                "during a fever",
                "where the heart is weak",
                "pregnancy",
            ],
            [
                "It is not given during a fever.",
                "It is not given where the heart is weak.",
                "It is not given if there is pregnancy.",
            ],
        ),
        (
            "es",
            ["No se administra en los siguientes casos:", "durante la lactancia", "cuando hay fiebre"],
            ["No se administra durante la lactancia.", "No se administra cuando hay fiebre."],
        ),
        (
            "en",
            ["Tell us if any of these applies:", "a previous stroke, or a clot in a leg", "a weak heart"],
            [
                "Tell us if you have had a previous stroke, or a clot in a leg.",
                "Also tell us if you have a weak heart.",
            ],
        ),
        (
            "en",
            [
                "Ring us if:",
                "cramp or back pain lasts for more than 2 days",
                "an alarm beeps all the time, day or night",
            ],
            [
                "Ring us if cramp or back pain lasts for more than 2 days.",
                "Also ring us if an alarm beeps all the time, day or night.",
            ],
        ),
        # One of these is enough to stop, or to call.
        (
            "en",
            ["You can stop the exercise if you:", "feel dizzy", "have a pain that is bad", "want to rest"],
            [
                "You can stop the exercise if you feel dizzy or have a pain that is bad.",
                "You can also stop the exercise if you want to rest.",
            ],
        ),
        (
            "en",
            ["Call us when you:", "are very hot", "cannot drink"],
            ["Call us when you are very hot.", "Also call us when you cannot drink."],
        ),
    ],
)
def test_what_is_allowed_when_all_of_several_things_are_so_is_one_sentence(
    language: str, texts: list[str], said: list[str]
) -> None:
    assert [item.text for item in bullets.joined(texts, writer.vocabulary(language))] == said


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (
            ["urine turns cloudy, pink, brown or foul smelling", "tube falls out of the cheek at any time of the day"],
            [
                "Ring us if urine turns cloudy, pink, brown or foul smelling.",
                "Also ring us if tube falls out of the cheek at any time of the day.",
            ],
        ),
        (
            ["dizzy turns", "bad falls"],
            ["Ring us if you have dizzy turns or bad falls."],
        ),
    ],
)
def test_a_clause_without_an_article_is_no_thing_that_somebody_has(points: list[str], said: list[str]) -> None:
    texts = ["Ring us if:", *points]
    assert [item.text for item in bullets.joined(texts, writer.vocabulary("en"))] == said


@pytest.mark.parametrize(
    ("points", "said"),
    [
        # A verb that no list knows, and what only tells how a thing is.
        (
            ["la sonda rezuma mucho por la noche", "los pies blancos o muy fríos"],
            ["Llame si la sonda rezuma mucho por la noche.", "Llame también si tiene los pies blancos o muy fríos."],
        ),
        (["fiebre", "tos con sangre"], ["Llame si hay fiebre o tos con sangre."]),
    ],
)
def test_hay_takes_no_thing_with_its_article(points: list[str], said: list[str]) -> None:
    texts = ["Llame si:", *points]
    assert [item.text for item in bullets.joined(texts, writer.vocabulary("es"))] == said


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (
            ["Avísenos con al menos 5 días de antelación si toma:", "heparina", "ginkgo o ajo en cápsulas"],
            [
                "Avísenos con al menos 5 días de antelación si toma heparina.",
                "Avísenos también con esa antelación si toma ginkgo o ajo en cápsulas.",
            ],
        ),
        (
            ["Consulte con su médico de familia si toma:", "litio o digoxina", "pastillas para el tiroides o hierro"],
            [
                "Consulte con su médico de familia si toma litio o digoxina.",
                "Consulte también si toma pastillas para el tiroides o hierro.",
            ],
        ),
        # Where to go, and how soon, is said each time.
        (
            ["Consulte a la guardia si tiene:", "fiebre alta o escalofríos", "dolor fuerte en la pierna"],
            [
                "Consulte a la guardia si tiene fiebre alta o escalofríos.",
                "Consulte también a la guardia si tiene dolor fuerte en la pierna.",
            ],
        ),
        (
            ["Consulte con urgencia si tiene:", "fiebre alta o escalofríos", "dolor fuerte en la pierna"],
            [
                "Consulte con urgencia si tiene fiebre alta o escalofríos.",
                "Consulte también con urgencia si tiene dolor fuerte en la pierna.",
            ],
        ),
    ],
)
def test_how_long_before_and_whom_to_ask_are_said_once(texts: list[str], said: list[str]) -> None:
    assert [item.text for item in bullets.joined(texts, writer.vocabulary("es"))] == said


@pytest.mark.parametrize(
    ("tag", "texts", "said"),
    [
        (
            "es",
            ["Los problemas son raros, pero llame enseguida si tiene:", "fiebre alta o tos", "dolor fuerte de pierna"],
            [
                "Los problemas son raros.",
                "Pero llame enseguida si tiene fiebre alta o tos.",
                "Llame también enseguida si tiene dolor fuerte de pierna.",
            ],
        ),
        (
            "en",
            ["Trouble is rare, but ring us at once if you have:", "a bad cough or a chill", "severe pain in the leg"],
            [
                "Trouble is rare.",
                "But ring us at once if you have a bad cough or a chill.",
                "Also ring us at once if you have severe pain in the leg.",
            ],
        ),
        # What is allowed only in a case keeps it.
        (
            "en",
            ["You can eat, but only if you:", "feel well", "are awake"],
            ["You can eat, but only if you feel well, and are awake."],
        ),
    ],
)
def test_what_is_rare_is_not_said_again_of_the_next_sign(tag: str, texts: list[str], said: list[str]) -> None:
    assert [item.text for item in bullets.joined(texts, writer.vocabulary(tag))] == said

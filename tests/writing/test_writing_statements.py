"""A heading that is a whole sentence is announced with a colon: it is no thing that an announcement can take."""

from __future__ import annotations

import pytest

from narration import language
from narration.writing.frame import headings


@pytest.mark.parametrize(
    ("tag", "heading", "said"),
    [
        ("en", "You will sleep through it", "First: you will sleep through it."),
        ("en", "You’ll wear a patch at night", "First: you’ll wear a patch at night."),
        ("en", "The stitches will dissolve on their own", "First: the stitches will dissolve on their own."),
        ("en", "Most people need no tablets", "First: most people need no tablets."),
        ("en", "What you can eat", "First, what you can eat."),
        ("en", "Medicines you can take", "First, medicines you can take."),
        ("en", "The recovery room", "First, the recovery room."),
        ("en", "After the drip is out", "First, after the drip is out."),
        ("es", "La anestesia dura dos horas", "Primero: la anestesia dura dos horas."),
        ("es", "Las grapas se retiran en consulta", "Primero: las grapas se retiran en consulta."),
        ("es", "Si le sube la fiebre, llame a la planta", "Primero: si le sube la fiebre, llame a la planta."),
        ("es", "Su bebé puede mamar", "Primero: su bebé puede mamar."),
        ("es", "Lo que se nota", "Empezamos por lo que se nota."),
        ("es", "Las pastillas que puede tomar", "Empezamos por las pastillas que puede tomar."),
        ("es", "La sala de espera", "Empezamos por la sala de espera."),
        ("es", "Si está embarazada", "Primero, qué pasa si está embarazada."),
    ],
)
def test_a_sentence_is_no_thing(tag: str, heading: str, said: str) -> None:
    assert headings.announced(heading, 1, 3, language.load(tag, "style"), {}) == said


@pytest.mark.parametrize(
    ("tag", "heading", "said"),
    [
        ("en", "How is the cap put on? (8:00–9:30 pm)", "First: how is the cap put on? From 8:00 to 9:30 pm."),
        ("en", "What happens at dawn? (6:15 am)", "First: what happens at dawn? At 6:15 am."),
        ("en", "Is it loud? (A little)", "First: is it loud? A little."),
        ("en", "Supper (7:00-7:30 pm)", "First, supper, from 7:00 to 7:30 pm."),
        ("es", "¿Y al alba? (6:15)", "Empezamos por una pregunta: ¿y al alba? A las 6:15."),
        ("es", "¿Hace ruido? (un poco)", "Empezamos por una pregunta: ¿hace ruido? Un poco."),
        ("es", "La cena (19:00-19:30)", "Empezamos por la cena, de 19:00 a 19:30."),
    ],
)
def test_what_a_bracket_says_after_a_question_is_a_sentence_of_its_own(tag: str, heading: str, said: str) -> None:
    """“Vamos ahora con ¿y al alba?, a las 6:15” could not be said."""
    assert headings.announced(heading, 1, 3, language.load(tag, "style"), {}) == said

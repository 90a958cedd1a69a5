"""Paragraphs to sentences, where a full stop is not always an end."""

from __future__ import annotations

import pytest

from narration.readers.lines.sentences import split

PARAGRAPHS = [
    ("Bring it back at approx. 5 p.m. We wait.", ["Bring it back at approx. 5 p.m.", "We wait."]),
    ("Again at approx. 40 min. and then you leave. Go.", ["Again at approx. 40 min. and then you leave.", "Go."]),
    ("It is bed no. 5. Lie down.", ["It is bed no. 5.", "Lie down."]),
    ("No. Drops numb your eye.", ["No.", "Drops numb your eye."]),
    ("It hurts a little. No. 5 is the room.", ["It hurts a little.", "No. 5 is the room."]),
    ("Take 8 tablets per 24 h. Avoid ibuprofen.", ["Take 8 tablets per 24 h.", "Avoid ibuprofen."]),
    ("No more than 4 g. Drink 2 l. Rest.", ["No more than 4 g.", "Drink 2 l.", "Rest."]),
    (
        "(01) 555 0162, Mon-Thurs 08.30-16.00, Fri to 13.00. Out of hours, ring 111.",
        ["(01) 555 0162, Mon-Thurs 08.30-16.00, Fri to 13.00.", "Out of hours, ring 111."],
    ),
    ("Come to Block B. Bring your letter.", ["Come to Block B.", "Bring your letter."]),
    ("You have hepatitis B. Tell us.", ["You have hepatitis B.", "Tell us."]),
    ("Ask for Dr. H. Smith on 2 H. Ward.", ["Ask for Dr. H. Smith on 2 H. Ward."]),
    (
        "Ring 555 0162, Mon.–Fri. 7 a.m. to 6 p.m., Sat. 8 a.m. to noon. Rest.",
        ["Ring 555 0162, Mon.–Fri. 7 a.m. to 6 p.m., Sat. 8 a.m. to noon.", "Rest."],
    ),
    ("Stay out of the sun. 2 hours are enough.", ["Stay out of the sun.", "2 hours are enough."]),
    ("Dr. Hay's colleague Ms. Oak will ring you.", ["Dr. Hay's colleague Ms. Oak will ring you."]),
    ("It aches for 10–20 s. You may cough.", ["It aches for 10–20 s.", "You may cough."]),
    (
        "Stroke <1% (0.1% on tablets), burns 20%. A tube goes in.",
        ["Stroke <1% (0.1% on tablets), burns 20%.", "A tube goes in."],
    ),
    ("The answer is no. You may go.", ["The answer is no.", "You may go."]),
]


@pytest.mark.parametrize(("paragraph", "sentences"), PARAGRAPHS)
def test_sentences(paragraph: str, sentences: list[str]) -> None:
    assert split(paragraph, "en") == sentences


SPANISH = [
    ("Guía — Cód. EF-GU-022 — Versión 03", ["Guía — Cód. EF-GU-022 — Versión 03"]),
    (
        "Algunos lo notan y otros no. Es normal. Hoy no. ¿Mañana?",
        ["Algunos lo notan y otros no.", "Es normal.", "Hoy no.", "¿Mañana?"],
    ),
    ("Vaya al quirófano no. 3. Espere.", ["Vaya al quirófano no. 3.", "Espere."]),
    ("Llegue a las 8 h. Traiga el DNI.", ["Llegue a las 8 h.", "Traiga el DNI."]),
    ("Traiga su D.N.I. y la tarjeta. Venga en ayunas.", ["Traiga su D.N.I. y la tarjeta.", "Venga en ayunas."]),
    ("Entre por la puerta A. Suba al piso 2.", ["Entre por la puerta A.", "Suba al piso 2."]),
    (
        "Siga igual, salvo orden en contra. El jueves vuelva.",
        ["Siga igual, salvo orden en contra.", "El jueves vuelva."],
    ),
    (
        "Puede tener hipo. No conduzca su auto. Meta todo en el sobre. Firme.",
        ["Puede tener hipo.", "No conduzca su auto.", "Meta todo en el sobre.", "Firme."],
    ),
    ("Este es el cód. Guárdelo.", ["Este es el cód.", "Guárdelo."]),
    (
        "Termine el antibiótico aunque esté bien. No cargue peso.",
        ["Termine el antibiótico aunque esté bien.", "No cargue peso."],
    ),
    ("No levante más de 5 kg. Repose.", ["No levante más de 5 kg.", "Repose."]),
    ("Va muy bien para dormir.", ["Va muy bien para dormir."]),
    (
        "Llame a la guardia, int. 214, las 24 horas. Pida la nro. 5 o el telf. 61.",
        ["Llame a la guardia, int. 214, las 24 horas.", "Pida la nro. 5 o el telf. 61."],
    ),
    (
        "Lunes a viernes 7:00 a. m. – 5:00 p. m. y sábados. Llame antes.",
        ["Lunes a viernes 7:00 a. m. – 5:00 p. m. y sábados.", "Llame antes."],
    ),
    ("Preferimos que no. Si viene sola, avise.", ["Preferimos que no.", "Si viene sola, avise."]),
    ("Más que no. 5 es igual.", ["Más que no. 5 es igual."]),
    ("Ed. 2, octubre 2022. Es gratis.", ["Ed. 2, octubre 2022.", "Es gratis."]),
]


@pytest.mark.parametrize(("paragraph", "sentences"), SPANISH)
def test_spanish_sentences(paragraph: str, sentences: list[str]) -> None:
    assert split(paragraph, "es") == sentences


def test_no_sentence_ends_before_a_name() -> None:
    assert split("Venga al Bv. Artigas 410, piso 2. Traiga su carnet.", "es") == [
        "Venga al Bv. Artigas 410, piso 2.",
        "Traiga su carnet.",
    ]
    assert split("La curará la Enf. Rosa Puig. No duele.", "es") == ["La curará la Enf. Rosa Puig.", "No duele."]

"""Cases that semicolons hold apart are each said with their order, and never as facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers, writing

PAGE = "# Su drenaje\n\n## En casa\n\nDescanse. Beba agua.\n\n## {heading}\n\n{text}\n\n## Luego\n\nUsted camina.\n"


def _said(folder: Path, heading: str, text: str) -> list[str]:
    page = folder / "x.es.md"
    page.write_text(PAGE.format(heading=heading, text=text), encoding="utf-8")
    part = writing.write(readers.read(page, "es")).phases[2]
    return [say.text for say in part.says if not say.from_style]


@pytest.mark.parametrize(
    ("heading", "text", "said"),
    [
        # The order is in the sentence.
        (
            "El drenaje",
            "Llame a la planta si el tubo se sale; tiene tiritona; o si el líquido se vuelve verde.",
            [
                "Llame a la planta si el tubo se sale.",
                "Llame también si tiene tiritona, o si el líquido se vuelve verde.",
            ],
        ),
        (
            "El drenaje",
            "Llame a la planta, 955 000 140 (8 a 20 h), por picor que no cede; por hipo; o si el tubo pierde líquido.",
            [
                "Llame a la planta, 955 000 140 (8 a 20 h), por picor que no cede.",
                "Llame también por hipo.",
                "Llame también si el tubo pierde líquido.",
            ],
        ),
        # It stands over the cases.
        (
            "El drenaje\n\nEs blando.\n\n### Llame enseguida",
            "Si el tubo se sale; dolor de tripa, falta de aire; o si tirita (planta: 955 000 140, a toda hora).",
            [
                "Es blando.",
                "Llame enseguida si el tubo se sale, o si hay dolor de tripa o falta de aire.",
                "Llame también enseguida si tirita (planta: 955 000 140, a toda hora).",
            ],
        ),
        (
            "** LLAME DE INMEDIATO SI **",
            "Tiene tiritona; el tubo se sale; o si el líquido se vuelve verde.",
            [
                "Llame enseguida si tiene tiritona, o si el tubo se sale.",
                "Llame también enseguida si el líquido se vuelve verde.",
            ],
        ),
        # The part's name says what to do.
        (
            "¿Cuándo consultar?",
            "Si tiene tiritona; hipo; o si el tubo se sale. Traiga este papel.",
            [
                "Hay que consultar si tiene tiritona.",
                "Hay que consultar también si tiene hipo.",
                "Hay que consultar también si el tubo se sale.",
                "Traiga este papel.",
            ],
        ),
        (
            "¿Cuándo hay que aplazar la cita?",
            "Si tiene tos con flema; si le pusieron una vacuna ayer; o si no encontró las gafas.",
            [
                "Hay que aplazar la cita si tiene tos con flema.",
                "Hay que aplazar la cita también si le pusieron una vacuna ayer.",
                "Hay que aplazar la cita también si no encontró las gafas.",
            ],
        ),
        (
            "Cuándo llamarnos",
            "De inmediato, si tiene tiritona o temblores; hipo que no cede; o si el tubo se sale.",
            [
                "Hay que llamarnos enseguida, si tiene tiritona o temblores.",
                "Hay que llamarnos enseguida también si tiene hipo que no cede.",
                "Hay que llamarnos enseguida también si el tubo se sale.",
            ],
        ),
    ],
)
def test_each_case_is_said_with_its_order(heading: str, text: str, said: list[str], tmp_path: Path) -> None:
    assert _said(tmp_path, heading, text) == said


@pytest.mark.parametrize(
    "text",
    [
        # What comes last may be a sentence of its own.
        "Llame si el tubo se sale; la infección es rara.",
        # An order of its own.
        "Llame si el tubo se sale; si no contestan, vaya a urgencias; o si tirita, tápese.",
        # What one thing does.
        "Llame si el pie se enfría; se pone morado; o si le duele.",
        # A time.
        "Lleve el brazo en alto si le duele; o durante dos noches.",
        # No reason for the call.
        "Llame por teléfono; por la tarde no hay nadie.",
    ],
)
def test_what_is_no_list_of_cases_is_not_made_one(text: str, tmp_path: Path) -> None:
    assert not any("también" in line for line in _said(tmp_path, "El drenaje", text))


def test_signs_before_whom_to_ring_stay_with_it(tmp_path: Path) -> None:
    text = "**Falta de aire, desmayo o debilidad en un brazo:** ambulancia o 112, y diga que lleva un drenaje."
    assert _said(tmp_path, "Cuándo llamar", text) == [text.replace("*", "")]


def test_an_urgent_line_over_signs_says_that_it_is_for_them(tmp_path: Path) -> None:
    text = "**Urgente: ve al hospital, de día o de noche**\n\n- Tiritona de más de 39 °C, o sudor frío.\n- Desmayo."
    said = _said(tmp_path, "Cuándo llamar", text)
    assert said[0] == "Urgente: ve al hospital, de día o de noche, en cualquiera de estos casos."


def test_whom_one_tells_is_said_once(tmp_path: Path) -> None:
    text = "Se debe avisar al equipo si existe:\n\n- alergia al látex o al yodo\n- hemofilia\n- embarazo"
    assert _said(tmp_path, "El drenaje", text)[-1] == "Se debe avisar también si existe hemofilia o embarazo."


def test_an_aim_leads_in_once(tmp_path: Path) -> None:
    items = ["Compresas tibias sobre la piel, 2 veces al día.", "Evitar el sol y la piscina.", "No rascarse."]
    text = "\n- ".join(["Para estas molestias:\n", *items])
    assert _said(tmp_path, "El drenaje", text) == [
        "Para estas molestias: compresas tibias sobre la piel, 2 veces al día.",
        "Evite el sol y la piscina.",
        "No se rasque.",
    ]


def test_a_line_that_orders_over_other_things_stays(tmp_path: Path) -> None:
    text = "**Consulte los precios en recepción**\n\n- Radiografía\n- Ecografía"
    assert _said(tmp_path, "El drenaje", text)[0] == "Consulte los precios en recepción."


def test_a_question_that_is_answered_with_a_time_is_no_list_of_cases(tmp_path: Path) -> None:
    text = "Si todo sana, al mes; si hay picor, antes; o si lo pide su médica."
    assert _said(tmp_path, "Cuándo volver", text) == [text]

"""The end of a sentence under its list, verbs that agree with their points, and questions without their mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.script import Say
from narration.writing import writer

EN = "# Your visit\n\n## The day\n\n{text}\n\n## Rest\n\nYou rest.\n"
ES = "# Su visita\n\n## El día\n\n{text}\n\n## Reposo\n\nUsted descansa.\n"


def said(folder: Path, text: str, language: str) -> list[str]:
    page = folder / "page.md"
    page.write_text((EN if language == "en" else ES).format(text=text), encoding="utf-8")
    script = writer.write_script(readers.read(page, language))
    lines = script.phases[1].lines[1:]
    return [line.text for line in lines if isinstance(line, Say) and not line.sources[0].startswith("style")]


@pytest.mark.parametrize(
    ("language", "text", "lines"),
    [
        (
            "en",
            "Ring us if, over the weekend, your child has had:\n\n- a cough\n- a fit\n\nas we may have to wait.",
            [
                "Ring us if, over the weekend, your child has had a cough or a fit.",
                "This is because we may have to wait.",
            ],
        ),
        (
            "es",
            "Llámenos si, en esos días, su hijo ha tenido:\n\n- tos\n- un desmayo\n\nya que habrá que esperar.",
            [
                "Llámenos si, en esos días, su hijo ha tenido tos o un desmayo.",
                "El motivo es que habrá que esperar.",
            ],
        ),
        (
            "en",
            "Bring:\n\n- a hat\n- a scarf\n\nand then wait outside.",
            ["Bring a hat and a scarf.", "And then wait outside."],
        ),
    ],
)
def test_the_end_of_a_sentence_under_its_list_is_one_by_itself(
    language: str, text: str, lines: list[str], tmp_path: Path
) -> None:
    assert said(tmp_path, text, language) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "De noche se vigilan:\n\n- el aliento, con una banda de tela puesta en el pecho\n- el pulso\n- los ojos",
            [
                "De noche se vigila el aliento, con una banda de tela puesta en el pecho.",
                "También se vigilan el pulso y los ojos.",
            ],
        ),
        (
            "Se notan a veces:\n\n- calor en la cara y en las manos durante un rato, o picor\n- sudores\n- tos seca",
            [
                "Se nota a veces calor en la cara y en las manos durante un rato, o picor.",
                "También se notan a veces sudores y tos seca.",
            ],
        ),
        ("Se piden:\n\n- un informe\n- dos fotos", ["Se piden un informe y dos fotos."]),
        (
            "Se evitan:\n\n- fumar en las horas de antes\n- beber",
            ["Se evitan: fumar en las horas de antes y beber."],
        ),
    ],
)
def test_a_spanish_verb_has_the_number_of_the_points_said_with_it(text: str, lines: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, text, "es") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Then you get the drops:\n\n- a drop, which numbs the eye\n- an antibiotic, which may sting a little",
            [
                "Then you get the drops.",
                "One is a drop, which numbs the eye.",
                "Another is an antibiotic, which may sting a little.",
            ],
        ),
        ("Then you:\n\n- lie down\n- sleep", ["Then you lie down and sleep."]),
    ],
)
def test_a_clause_that_says_what_comes_then_is_no_mere_time(text: str, lines: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, text, "en") == lines


@pytest.mark.parametrize(
    ("language", "text", "lines"),
    [
        ("en", "**Will it buzz**\nNo. It hums.", ["Will it buzz?", "No.", "It hums."]),
        ("en", "But what if I sneeze\n\nWe wait.", ["But what if I sneeze?", "We wait."]),
        ("en", "Who holds it: a nurse or Dr Bell\n\nWe wait.", ["Who holds it: a nurse or Dr Bell.", "We wait."]),
        ("en", "**How do I know it fits**\nIt does not rub.", ["How do I know it fits?", "It does not rub."]),
        ("en", "### What's normal\n\nAn ache.", ["Now, what's normal.", "An ache."]),
        ("en", "### Should you sneeze\n\nWe wait.", ["If you sneeze.", "We wait."]),
        ("es", "**Cómo sé si funciona**\nSe oye un pitido.", ["¿Cómo sé si funciona?", "Se oye un pitido."]),
        ("es", "**Cuándo puedo correr**\nA los tres días.", ["¿Cuándo puedo correr?", "A los tres días."]),
    ],
)
def test_a_question_without_its_mark_is_asked(language: str, text: str, lines: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, text, language) == lines


@pytest.mark.parametrize(
    ("language", "text", "lines"),
    [
        (
            "en",
            "If needed, we may also:\n\n- numb the skin\n- take a photograph",
            ["may also numb", "take a photograph"],
        ),
        (
            "es",
            "Cuando entre el suero notará:\n\n- calor en el pecho\n- sabor a metal",
            ["notará calor", "sabor a metal"],
        ),
    ],
)
def test_a_verb_that_wants_more_goes_on_in_its_points(
    language: str, text: str, lines: list[str], tmp_path: Path
) -> None:
    told = said(tmp_path, text, language)
    assert told[0].startswith(text.split(":")[0])
    assert all(any(line in each for each in told) for line in lines)
    assert not any(each[:1].islower() or each.startswith(("Numb", "Take", "Calor", "Sabor")) for each in told)

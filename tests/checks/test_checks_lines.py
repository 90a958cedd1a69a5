"""Faults that a listener hears in a line itself are seen, and lines like them that are right are not."""

from __future__ import annotations

from datetime import date

import pytest

from narration import checks, spoken
from narration.script import Say, Script, ScriptPhase

SEEN = [
    ("en", "fragment", "Keep them dry. While the patches are on.", ["Keep them dry.", "While the patches are on."]),
    ("en", "fragment", "Because it stings.", ["Because it stings."]),
    ("en", "fragment", "Ring us if it swells; if it opens; or if it smells.", ["If it opens; or if it smells."]),
    ("en", "fragment", "The fee is $40 (item 9).", [") with $9 back."]),
    ("en", "fragment", "The drain is a tube that, in time, falls out.", ["The drain is a tube that, in time."]),
    ("en", "fragment", "The scan starts.", ["the scan starts."]),
    ("en", "fragment", "We’ll ring you at 1 and 3 months.", ["We’ll ring you at 1.", "We also We’ll 3 months."]),
    (
        "en",
        "pronoun",
        "A nurse will weigh you.",
        ["A nurse will weigh you.", "It will also take blood."],
    ),
    ("en", "pronoun", "Ask at any stage, including halfway.", ["Ask at any stage.", "These include halfway."]),
    ("en", "furniture", "© 2025 North Clinic.", ["© 2025 North Clinic."]),
    ("en", "furniture", "Ann Lee | Ward sister", ["Ann Lee | Ward sister."]),
    ("en", "furniture", "Leaflet PIL-OPAT-03.", ["Leaflet PIL-OPAT-03."]),
    ("en", "furniture", "If you got this in error please delete it.", ["If you got this in error please delete it."]),
    ("en", "reason-lost", "Do not drive, because you are sleepy.", ["Do not drive.", "You are sleepy."]),
    ("es", "reason-lost", "No conduzca, ya que duerme.", ["No conduzca.", "Usted duerme."]),
    ("en", "clause-lost", "It is not necessary that you fast.", ["It is not necessary.", "You fast."]),
    ("en", "clause-lost", "It is essential to drink.", ["It is essential.", "Drink."]),
    ("es", "clause-lost", "No es preciso que venga en ayunas.", ["No es preciso.", "Venga en ayunas."]),
    ("es", "clause-lost", "No hace falta venir en ayunas.", ["No hace falta.", "Venga en ayunas."]),
    ("en", "points-to-page", "Ring the number above.", ["Ring the number above."]),
    ("en", "points-to-page", "More is overleaf.", ["More is overleaf."]),
    ("es", "fragment", "Fue porque pesa.", ["Porque pesa."]),
    ("es", "fragment", "Hay picor o se produce dolor.", ["Hay picor o ocurre dolor."]),
    ("es", "fragment", "Llame si: la sangre no para", ["Llame si hay la sangre no para."]),
    ("es", "fragment", "Es un tubo que, por la boca, llega.", ["Es un tubo que, por la boca."]),
    ("es", "furniture", "(*) Beba agua.", ["(*) Beba agua."]),
    ("es", "furniture", "Paracetamol c/8 h.", ["Paracetamol c/8 h."]),
    ("es", "furniture", "Toca cada apartado para abrirlo.", ["Toca cada apartado para abrirlo."]),
    ("es", "points-to-page", "Llame al teléfono que figura arriba.", ["Llame al teléfono que figura arriba."]),
    (
        "es",
        "address-mixed",
        "Usted espera.",
        ["Usted espera.", "Quítese esto.", "Ten tu agua."],
    ),
]
RIGHT = [
    ("en", "If it is a frosty morning bring gloves."),
    ("en", "While you are asleep a mouth guard is put in to protect your teeth."),
    ("en", "When you wrap your baby leave the legs loose."),
    ("en", "After that, you will be helped to sit up."),
    ("en", "2) Wash your hands."),
    ("es", "Traiga su carnet y su audífono, si tiene."),
    ("en", "eGFR is a number."),
    ("en", "COVID-19 is tested for."),
    ("en", "Lie with your head above your feet."),
    ("en", "See your doctor."),
    ("es", "Si hace falta se toman biopsias."),
    ("es", "Que le pidan esto no significa nada malo."),
    ("es", "Puede haber dolor y hielo ayuda."),
    ("es", "La incisión está arriba, en el cuello."),
    ("es", "Usted puede tomar té."),
]
WHOLE = [
    (
        "Some need to be held, others must not be, and we will tell.",
        ["Some need to be held.", "Others must not be."],
    ),
    ("Is it heavy? Please ring us if it is.", ["Is it heavy?", "Please ring us if it is."]),
]


def _rules(language: str, source: str, lines: list[str]) -> set[str]:
    says = tuple(Say(text, ("x.1",), n) for n, text in enumerate(lines, 1))
    script = Script("T", language, (ScriptPhase("X", {"x.1": source}, says),))

    def form(text: str) -> str:
        return spoken.spoken_form(text, script.language, script.say_as)

    return {found.rule for found in checks.check(checks.context_of(script, form, date(2026, 11, 23)))}


@pytest.mark.parametrize(("language", "rule", "source", "lines"), SEEN)
def test_what_a_listener_would_stumble_over_is_seen(language: str, rule: str, source: str, lines: list[str]) -> None:
    assert rule in _rules(language, source, lines)


@pytest.mark.parametrize(("language", "line"), RIGHT)
def test_a_line_that_is_right_is_not_called_wrong(language: str, line: str) -> None:
    rules = {"broken-off", "fragment", "pronoun", "furniture", "points-to-page", "address-mixed"}
    assert not _rules(language, line, [line]) & rules


@pytest.mark.parametrize(("source", "lines"), WHOLE)
def test_what_only_leaves_out_what_was_just_named_is_whole(source: str, lines: list[str]) -> None:
    lost = {"broken-off", "negation-lost", "hedge-lost", "softened", "duty-lost"}
    assert not _rules("en", source, [*lines, "We will tell."]) & lost


@pytest.mark.parametrize(
    ("language", "source", "lines", "added"),
    [
        (
            "en",
            "You may notice changes in your skin, such as a glow in the face.",
            ["You may notice changes in your skin.", "For example, there may be a glow in the face."],
            False,
        ),
        (
            "en",
            "You will notice changes in your skin, such as a glow in the face.",
            ["You will notice changes in your skin.", "For example, there may be a glow in the face."],
            True,
        ),
        (
            "es",
            "Puede notar cambios en la piel, como un brillo en la cara.",
            ["Puede notar cambios en la piel.", "Por ejemplo, puede haber un brillo en la cara."],
            False,
        ),
    ],
)
def test_an_example_may_be_as_unsure_as_what_it_is_of(
    language: str, source: str, lines: list[str], added: bool
) -> None:
    assert ("hedge-added" in _rules(language, source, lines)) is added


@pytest.mark.parametrize(
    ("language", "line", "flagged"),
    [
        ("en", "The nurse will give you a sedative.", True),
        ("en", "Next, the nurse will give you a sedative.", True),
        ("en", "Now, you may eat.", True),
        ("en", "Next, the morning drops.", False),
        ("es", "La enfermera le dará un sedante.", True),
        ("es", "Y ahora, puede comer.", True),
        ("es", "Y ahora, las gotas de la mañana.", False),
    ],
)
def test_a_line_of_the_house_style_names_parts_and_states_nothing(language: str, line: str, flagged: bool) -> None:
    name = {"en": "The morning drops", "es": "Las gotas de la mañana"}[language]
    script = Script("T", language, (ScriptPhase(name, {}, (Say(line, ("style",), 1),)),))
    found = checks.check(checks.context_of(script, lambda text: text, date(2026, 11, 23)))
    assert any(one.rule in {"fact-in-style", "not-house-style"} for one in found) is flagged

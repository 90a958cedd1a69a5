"""Planted faults are caught each time; right renderings are not called wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from narration import checks, spoken
from narration.approval import approve
from narration.checks.base import Finding
from narration.errors import UsageError
from narration.script import STYLE, Omission, Say, Script, ScriptPhase, Silence, draft_reasons
from narration.script_yaml import dump, load

TODAY = date(2026, 11, 23)


def found(source: list[str], lines: list[str], language: str = "en", origin: str = "") -> dict[str, str]:
    keys = {f"x.{n}": text for n, text in enumerate(source, 1)}
    sources = (origin,) if origin else tuple(keys)
    says = tuple(Say(text, sources, n) for n, text in enumerate(lines, 1))
    script = Script("T", language, (ScriptPhase("X", keys, says),))
    return {finding.rule: finding.level for finding in look(script)}


def look(script: Script) -> tuple[Finding, ...]:
    def form(text: str) -> str:
        return spoken.spoken_form(text, script.language, script.say_as)

    return checks.check(checks.context_of(script, form, TODAY))


FAULTS = [
    ("en", "hedge-lost", "You may feel warm.", ["You feel warm."]),
    ("en", "hedge-lost", "You may feel warm.", ["You will feel warm."]),
    ("en", "strengthened", "You may feel warm.", ["You will feel warm."]),
    ("en", "hedge-lost", "Some people feel sick.", ["You feel sick."]),
    ("en", "hedge-lost", "It typically lasts an hour.", ["It lasts an hour."]),
    ("en", "hedge-lost", "It takes about 40 minutes.", ["It takes 40 minutes."]),
    ("en", "hedge-lost", "This can hurt.", ["This hurts."]),
    ("en", "number-lost", "Do not drive for 24 hours.", ["Do not drive for 12 hours."]),
    ("en", "number-added", "Do not drive for 24 hours.", ["Do not drive for 12 hours."]),
    ("en", "number-lost", "Take 5 mg.", ["Take 5 mcg."]),
    ("en", "number-lost", "Rest for two days.", ["Rest for two weeks."]),
    ("en", "number-lost", "It lasts 30–45 min.", ["It lasts 30 minutes."]),
    ("en", "negation-lost", "You should not eat.", ["You should eat."]),
    ("en", "negation-lost", "You can’t drive home.", ["You can drive home."]),
    ("en", "negation-added", "You may drink water.", ["You may not drink water."]),
    ("en", "instruction-lost", "Call us if you have a fever.", ["You have a fever."]),
    ("en", "invented", "The scan is short.", ["The scan strengthens your immune system."]),
    ("en", "promise", "The scan is short.", ["The scan is short and completely safe."]),
    ("en", "number-lost", "Arrive at 7:30 a.m.", ["Arrive at 7:40 a.m."]),
    ("en", "swapped", "Arrive at 7:30 a.m.", ["Arrive at 7:30 p.m."]),
    ("en", "number-lost", "It may last for 45 minutes to an hour.", ["It may last for 45 minutes."]),
    ("en", "number-lost", "Have a 5-minute rest.", ["Have a 15-minute rest."]),
    ("en", "number-lost", "It happens to 1 in 10 women.", ["It happens to 10 women."]),
    ("en", "number-moved", "Your dose is 56 mg or 84 mg.", ["Your dose is 84 mg or 56 mg."]),
    ("en", "limit-lost", "We meet within 72 hours.", ["We meet after 72 hours."]),
    ("en", "limit-lost", "The effects peak within minutes.", ["The effects peak."]),
    ("en", "hedge-lost", "Seizures are very rare.", ["Seizures are rare."]),
    ("en", "swapped", "You feel confused for a short time.", ["You feel confused for a long time."]),
    ("en", "swapped", "Do not drive until the day after treatment.", ["Do not drive until the day of treatment."]),
    ("en", "swapped", "Tell the operator right away.", ["Tell the operator afterwards."]),
    ("en", "swapped", "You will give the spray yourself.", ["The nurse will give you the spray."]),
    ("en", "part-lost", "A nurse will check your drip.", ["You will check your drip."]),
    ("en", "part-lost", "It uses strong magnets and radio waves.", ["It uses strong magnets."]),
    ("en", "part-lost", "Call us right away if you bleed.", ["Call us if you bleed."]),
    ("en", "softened", "You must have a friend with you.", ["You may have a friend with you."]),
    ("en", "softened", "You must not drive.", ["You should not drive."]),
    ("en", "softened", "You should seek urgent help.", ["You could seek urgent help."]),
    ("en", "softened", "The nurse will stay with you.", ["The nurse may stay with you."]),
    ("en", "softened", "Arrange for a friend to collect you.", ["You may arrange for a friend to collect you."]),
    ("en", "negation-lost", "You are not allowed to drive.", ["You are allowed to drive."]),
    ("en", "negation-lost", "Avoid rubbing the eye.", ["Try rubbing the eye."]),
    ("en", "condition-lost", "Stay in bed until the drip is out.", ["Stay in bed. The drip is out."]),
    ("en", "invented", "This is mild.", ["This is mild, and you will feel calm."]),
    ("en", "invented", "It eases depression and anxiety.", ["It eases depression, pain and anxiety."]),
    ("es", "softened", "Debe informar al médico.", ["Puede informar al médico."]),
    ("es", "swapped", "No coma en las 4 horas anteriores.", ["No coma en las 4 horas siguientes."]),
    ("es", "swapped", "Aplique la mitad de la dosis.", ["Aplique el doble de la dosis."]),
    ("es", "swapped", "El dolor es poco frecuente.", ["El dolor es frecuente."]),
    ("es", "part-lost", "No podrá comer ni beber.", ["No podrá comer."]),
    ("es", "number-lost", "Aparecen entre una hora y 7 días después.", ["Aparecen 7 días después."]),
    ("es", "invented", "La camilla entra en el equipo.", ["La camilla entra en el equipo, y se sentirá tranquilo."]),
    ("en", "broken-off", "Call us if you have a fever.", ["Call us if.", "You have a fever."]),
    ("en", "broken-off", "Cough, and/or sniff, when told.", ["Cough when told, and/.", "Sniff when told."]),
    ("es", "broken-off", "Llame si tiene fiebre.", ["Llame si tiene.", "Fiebre."]),
    ("es", "hedge-lost", "Puede sentir calor.", ["Siente calor."]),
    ("es", "number-lost", "No conduzca durante 24 horas.", ["No conduzca durante 12 horas."]),
    ("es", "negation-lost", "No conduzca.", ["Conduzca."]),
    ("es", "hedge-lost", "Algunas personas sienten calor.", ["Las personas sienten calor."]),
    ("es", "instruction-lost", "Llame si tiene fiebre.", ["Tiene fiebre."]),
]


@pytest.mark.parametrize(("language", "rule", "source", "lines"), FAULTS)
def test_a_planted_fault_blocks(language: str, rule: str, source: str, lines: list[str]) -> None:
    assert found([source], lines, language).get(rule) == "block"


RIGHT = [
    ("es", "No.", ["No."]),
    ("en", "It takes about 24 hours.", ["It takes approximately twenty-four hours."]),
    ("en", "You may feel warm, but this is generally mild.", ["You may feel warm.", "But this is usually mild."]),
    ("en", "Ketamine is administered gradually.", ["Ketamine is given slowly."]),
    ("en", "It lasts 30–45 min.", ["It lasts 30 to 45 minutes."]),
    ("en", "You can’t eat.", ["You cannot eat."]),
    ("en", "One person may differ from another.", ["A person may differ from another."]),
    ("en", "Tell the nurse if it hurts.", ["If it hurts, tell the nurse."]),
    ("en", "Pain is uncommon.", ["Pain is not common."]),
    (
        "en",
        "Wait, normally for about an hour, because it is numb.",
        ["Wait, normally for about an hour.", "It is numb."],
    ),
    ("en", "The cut is small and over in a few seconds.", ["The cut is small.", "It is over in a few seconds."]),
    ("en", "A temperature in excess of 38.5 °C.", ["A temperature over 38.5 °C."]),
    ("en", "You will be observed for 30 minutes.", ["You will be watched over for 30 minutes."]),
    ("en", "The pain improves within days.", ["The pain gets better within days."]),
    ("en", "About 1 in 4 people react.", ["About 1 in 4 people have a reaction."]),
    ("en", "Do not drive, drink alcohol or smoke.", ["Do not drive.", "Do not drink alcohol or smoke either."]),
    ("en", "You are able to drive home.", ["You can drive home."]),
    ("en", "You should lie as still as possible.", ["Lie as still as you can."]),
    ("en", "The drip has a 5-minute rest.", ["The drip rests for 5 minutes."]),
    ("es", "El tubo se retira una vez finalizado el parto.", ["El tubo se retira al terminar el parto."]),
    ("es", "Si no se detiene, llame al 911.", ["Si no se para, llame al 911."]),
    ("es", "Dura aproximadamente 20 minutos.", ["Dura unos veinte minutos."]),
    ("es", "La enfermera le administrará 5 mg.", ["La enfermera le administrará cinco miligramos."]),
]


@pytest.mark.parametrize(("language", "source", "lines"), RIGHT)
def test_a_right_rendering_is_not_called_wrong(language: str, source: str, lines: list[str]) -> None:
    assert [rule for rule, level in found([source], lines, language).items() if level == "block"] == []


LISTED = {
    "en": (
        [
            "For 12 hours, and ideally until the next day, you must NOT:",
            "drive;",
            "drink alcohol or smoke;",
            "sign papers.",
        ],
        [
            "For 12 hours, and ideally until the next day, you must NOT drive.",
            "For 12 hours, and ideally until the next day, you must NOT drink alcohol or smoke.",
            "For 12 hours, and ideally until the next day, you must NOT sign papers.",
        ],
        ("you must NOT sign", "you can sign"),
    ),
    "es": (
        ["Durante 12 horas, y preferiblemente hasta el día siguiente, NO debe:", "conducir;", "beber alcohol;"],
        [
            "Durante 12 horas, y preferiblemente hasta el día siguiente, NO debe conducir.",
            "Durante 12 horas, y preferiblemente hasta el día siguiente, NO debe beber alcohol.",
        ],
        ("NO debe beber", "puede beber"),
    ),
}


@pytest.mark.parametrize("language", LISTED)
def test_what_the_beginning_of_a_list_denies_is_denied_with_each_point(language: str) -> None:
    source, lines, (old, new) = LISTED[language]
    assert [rule for rule, level in found(source, lines, language).items() if level == "block"] == []
    assert found(source, [line.replace(old, new) for line in lines], language)["negation-lost"] == "block"


def script_of(source: dict[str, str], *lines: Say | Silence, left_out: tuple[Omission, ...] = ()) -> Script:
    return Script("T", "en", (ScriptPhase("X", source, lines),), left_out=left_out)


def rules(script: Script) -> set[str]:
    return {finding.rule for finding in look(script)}


def test_a_dropped_sentence_blocks_unless_it_is_left_out_with_a_reason() -> None:
    source = {"x.1": "It is short.", "x.2": "It is loud."}
    line = Say("It is short.", ("x.1",))
    assert "dropped-sentence" in rules(script_of(source, line))
    assert "dropped-sentence" not in rules(script_of(source, line, left_out=(Omission("x.2", "not for patients"),)))


@pytest.mark.parametrize("said", ["Llame al {teléfono}.", "Llame al { helper }.", "Llame al {numero 2}."])
def test_braces_that_no_field_fills_block(said: str) -> None:
    assert found(["Llame al 112."], [said], "es")["unfilled-field"] == "block"


def test_an_unknown_source_an_unfilled_field_and_a_long_silence() -> None:
    script = script_of({}, Say("Ask {matron}.", (STYLE,)), Say("It is so.", ("y.9",)), Silence(11.0))
    assert {"unknown-source", "unfilled-field", "long-silence"} <= rules(script)


@pytest.mark.parametrize(
    ("language", "said", "points"),
    [
        ("en", "Call us on the number above.", True),
        ("en", "Please fill in the form overleaf.", True),
        ("en", "A temperature above 38 °C.", False),
        ("en", "Keep the arm above your heart.", False),
        ("es", "Llámenos al teléfono que figura arriba.", True),
        ("es", "Firme en el recuadro de abajo.", True),
        ("es", "La imagen muestra el corazón.", True),
        ("es", "Túmbese boca arriba, con la parte de abajo tapada.", False),
        ("es", "La imagen de su corazón se ve en una pantalla.", False),
    ],
)
def test_a_line_that_points_to_a_place_on_the_page_is_named(language: str, said: str, points: bool) -> None:
    assert ("points-to-page" in found([said], [said], language)) is points


def test_the_house_style_states_no_amounts() -> None:
    assert "fact-in-style" in rules(script_of({}, Say("Do not eat for six hours.", (STYLE,))))
    assert "fact-in-style" not in rules(script_of({}, Say("This guide takes about six minutes.", (STYLE,))))


CLAIMS = [
    ("en", "Everything will be fine."),
    ("en", "You are in good hands."),
    ("en", "Your nurse stays with you."),
    ("en", "It is easy."),
    ("en", "Your breath slows."),
    ("en", "Take your tablets as usual."),
    ("en", "If you like, skip your tablets."),
    ("en", "If you like, rest: it is gentle."),
    ("en", "Close your eyes and let it happen."),
    ("es", "Está en buenas manos."),
    ("es", "Es muy fácil."),
    ("es", "Llame a la clínica si sangra."),
    ("es", "Si quiere, tome un café."),
]
NO_CLAIMS = [
    ("en", "If you like, let your hands rest."),
    ("en", "Hello, and thank you for listening."),
    ("en", "Now, the X."),
    ("es", "Si quiere, cierre los ojos y respire despacio."),
    ("es", "Ahora, la X."),
]


@pytest.mark.parametrize(("language", "line"), CLAIMS)
def test_a_line_from_style_that_says_what_the_house_style_does_not_blocks(language: str, line: str) -> None:
    script = Script("T", language, (ScriptPhase("X", {}, (Say(line, (STYLE,)),)),))
    assert "block" in {finding.level for finding in look(script) if finding.rule in ("fact-in-style", "promise")}


@pytest.mark.parametrize(("language", "line"), NO_CLAIMS)
def test_an_invitation_a_greeting_and_a_name_do_not_block(language: str, line: str) -> None:
    script = Script("T", language, (ScriptPhase("X", {}, (Say(line, (STYLE,)),)),))
    assert [finding for finding in look(script) if finding.level == "block"] == []


TEXT = """# my own notes stay
narration: 1
title: T
language: en
phases:
  - name: X   # and this one
    source: {x.1: It is short.}
    lines:
      - {say: It is short., from: x.1}
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_approving_touches_nothing_else(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "x.yaml"
    body = TEXT.replace("\n", newline).encode()
    path.write_bytes(body)
    approve(path, "A. Osei", "RN", TODAY, date(2027, 11, 23))
    assert path.read_bytes().startswith(body)
    assert draft_reasons(load(path), TODAY) == ()
    approve(path, "B. Ruiz", "MD", TODAY)
    assert path.read_bytes().startswith(body)
    review = load(path).review
    assert review is not None
    assert review.by == "B. Ruiz"
    path.write_bytes(path.read_bytes().replace(b"say: It is short.", b"say: It is long."))
    assert "changed since" in draft_reasons(load(path), TODAY)[0]
    assert {f.level for f in look(load(path)) if f.rule == "draft"} == {"block"}


def test_approving_again_keeps_what_a_person_wrote_after_the_signature(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(TEXT)
    approve(path, "A. Osei", "RN", TODAY)
    path.write_text(path.read_text() + "# Ask B. Ruiz before the next edition.\n")
    approve(path, "B. Ruiz", "MD", TODAY)
    assert "# Ask B. Ruiz before the next edition." in path.read_text()
    assert path.read_text().count("review:") == 1
    assert draft_reasons(load(path), TODAY) == ()


def test_an_approval_needs_a_name_and_a_date_to_come(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(TEXT)
    for by, until in (("", None), ("A", date(2026, 11, 22))):
        with pytest.raises(UsageError):
            approve(path, by, "RN", TODAY, until)
    assert path.read_text() == TEXT


def test_what_the_writer_makes_of_its_own_page_has_nothing_that_blocks() -> None:
    from narration import readers, writing

    pages = sorted((Path(__file__).parent.parent / "cases" / "readers").glob("*.txt"))
    assert pages
    for page in pages:
        script = writing.write(readers.read(page))
        assert [f for f in look(script) if f.level == "block"] == [], dump(script)


def _listed(lead: str, points: list[str], lines: list[str]) -> dict[str, str]:
    """What is found where each line says the lead-in and one point."""
    keys = {f"x.{n}": text for n, text in enumerate([lead, *points], 1)}
    says = tuple(Say(text, ("x.1", f"x.{n}"), n) for n, text in enumerate(lines, 2))
    return {finding.rule: finding.level for finding in look(Script("T", "en", (ScriptPhase("X", keys, says),)))}


def test_a_not_that_leads_in_to_points_may_be_said_with_each() -> None:
    points = ["drive a car or ride a bike", "drink beer, wine or cider"]
    said = ["Do not drive a car or ride a bike.", "Also do not drink beer, wine or cider."]
    assert "negation-added" not in _listed("Do not:", points, said)
    assert "negation-added" in _listed("You may:", points, said)


def test_the_following_is_no_time() -> None:
    points = ["you are pregnant", "you have a cold"]
    said = ["Ring us before you come if you are pregnant.", "Also ring us before you come if you have a cold."]
    assert "swapped" not in _listed("Ring us before you come if any of the following apply:", points, said)
    assert "swapped" in found(["Rest on the following day."], ["Rest on the day before."])


@pytest.mark.parametrize(
    ("language", "source", "lines", "seen"),
    [
        ("en", ["For the next day:", "Rest."], [("For the next day.", "x.1"), ("Rest.", "x.2")], True),
        ("en", ["For the next day:", "Rest."], [("For the next day, rest.", "x.1 x.2")], False),
        ("en", ["There are three ways:", "By post."], [("There are three ways.", "x.1"), ("By post.", "x.2")], False),
        ("es", ["Durante un día:", "Descanse."], [("Durante un día.", "x.1"), ("Descanse.", "x.2")], True),
        ("es", ["Hay tres maneras:", "Por carta."], [("Hay tres maneras.", "x.1"), ("Por carta.", "x.2")], False),
    ],
)
def test_what_stood_over_a_list_is_looked_at_where_it_ends_as_a_line(
    language: str, source: list[str], lines: list[tuple[str, str]], seen: bool
) -> None:
    keys = {f"x.{n}": text for n, text in enumerate(source, 1)}
    says = tuple(Say(text, tuple(ids.split()), n) for n, (text, ids) in enumerate(lines, 1))
    rules = {finding.rule: finding.level for finding in look(Script("T", language, (ScriptPhase("X", keys, says),)))}
    assert rules.get("lead-in") == ("warn" if seen else None)


def test_a_but_that_looks_like_an_if_is_no_condition() -> None:
    source = "No verá la aguja, si bien notará un golpe."
    assert "condition-lost" not in found([source], ["No verá la aguja.", "Pero notará un golpe."], "es")
    assert found(["No coma si tiene fiebre."], ["No coma.", "Tiene fiebre."], "es").get("condition-lost") == "block"

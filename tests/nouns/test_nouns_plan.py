"""The plan: which pause stands where and why, and how long it will all take."""

from __future__ import annotations

from dataclasses import replace

from narration.plan import Pause, expected_seconds, make_plan
from narration.script import STYLE, Pauses, Say, Script, ScriptPhase, Silence, VoiceChoice
from narration.units import to_seconds


def say(text: str, *sources: str) -> Say:
    return Say(text, sources or (STYLE,))


def script(*phases: tuple[str, tuple[Say | Silence, ...]]) -> Script:
    return Script(
        "A test", "en", tuple(ScriptPhase(name, {}, lines) for name, lines in phases), voice=VoiceChoice(pace=120)
    )


def pauses(made: Script) -> list[tuple[str, float]]:
    items = (item for _, item in make_plan(made, str).items())
    return [(item.reason, to_seconds(item.samples)) for item in items if isinstance(item, Pause)]


def test_each_pause_has_its_reason() -> None:
    made = script(
        ("One", (say("Next, one."), say("It is slow.", "one.1"), say("So wait.", "one.1"), say("It ends.", "one.2"))),
        ("Two", (say("It may hurt.", "two.1"), Silence(2.0), say("Breathe, if you like."), Silence(5.0))),
        ("Three", (say("The end.", "three.1"),)),
    )
    pace = Pauses()
    assert pauses(made) == [
        ("announcement", pace.announcement),
        ("clause", pace.clause),
        ("sentence", pace.sentence),
        ("phase", pace.phase),
        ("explicit", 2.0),
        ("breath", 5.0),
    ]


def test_lines_of_the_house_style_are_sentences_of_their_own() -> None:
    assert pauses(script(("One", (say("Hello."), say("And welcome."))))) == [("sentence", Pauses().sentence)]


def test_a_field_may_be_named_in_any_alphabet() -> None:
    made = replace(script(("Uno", (say("Llame al {teléfono}."),))), fields={"teléfono": "112"})
    assert [utterance.text for utterance in make_plan(made, str).utterances] == ["Llame al 112."]


def test_the_length_is_words_at_their_pace_and_all_pauses() -> None:
    made = script(("One", (say("one two three four.", "one.1"), Silence(3.0), say("Ask {helper}.", "one.2"))))
    assert expected_seconds(made, str) == 6 * 60 / 120 + 3.0

"""Writing again after the source has changed: what a person did stays, and what cannot stay is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from narration import writing
from narration.document import Document, Section, Sentence, slug
from narration.script import Omission, Say, Script, ScriptPhase, Silence

Phases = dict[str, tuple[str, ...]]
BEFORE: Phases = {
    "Before": ("You may wait.", "A nurse will help you."),
    "The scan": ("It is loud.", "Some people feel anxious.", "It ends soon."),
    "After": ("You can go.",),
}
MINE = "You may sit and wait."


def document(phases: Phases, opening: str = "This is a page.", title: str = "A page") -> Document:
    def section(name: str, key: str, texts: tuple[str, ...]) -> Section:
        return Section(name, key, tuple(Sentence(f"{key}.{n}", text, 1) for n, text in enumerate(texts, 1)))

    return Document(
        title=title,
        language="en",
        opening=section("Welcome", "opening", (opening,)),
        phases=tuple(section(name, slug(name), texts) for name, texts in phases.items()),
        closing=section("Closing", "closing", ("It can vary.",)),
        sha256=str(hash(str(phases))),
    )


def edited(script: Script, name: str, change: Callable[[list[Say | Silence]], list[Say | Silence]]) -> Script:
    """The script with the lines of one phase changed by a person."""
    return replace(
        script,
        phases=tuple(
            replace(phase, lines=tuple(change(list(phase.lines)))) if phase.name == name else phase
            for phase in script.phases
        ),
    )


def reworded(script: Script, name: str, old: str, new: str) -> Script:
    def change(lines: list[Say | Silence]) -> list[Say | Silence]:
        return [replace(item, text=new) if isinstance(item, Say) and item.text == old else item for item in lines]

    return edited(script, name, change)


def texts(script: Script, name: str) -> list[str]:
    return [say.text for phase in script.phases if phase.name == name for say in phase.says]


FIRST = writing.write(document(BEFORE))


def test_the_same_source_gives_the_same_script() -> None:
    again = writing.rewrite(FIRST, document(BEFORE))
    assert again.script == writing.write(document(BEFORE))
    assert (again.changed, again.gone, again.lost) == ((), (), ())


def test_an_edited_line_stays_and_a_changed_sentence_is_written_anew() -> None:
    mine = reworded(FIRST, "Before", "You may wait.", MINE)
    mine = reworded(mine, "The scan", "It is loud.", "The machine is loud.")
    changed = {**BEFORE, "The scan": ("It is loud.", "Some people feel fine.", "It ends soon.")}
    again = writing.rewrite(mine, document(changed))
    assert MINE in texts(again.script, "Before")
    assert texts(again.script, "The scan")[1:] == ["The machine is loud.", "Some people feel fine.", "It ends soon."]
    assert again.kept == ("Welcome", "Before", "After", "Closing")
    assert again.changed == ("The scan",)
    assert again.lost == ()


def merged(lines: list[Say | Silence]) -> list[Say | Silence]:
    """Two sentences in one line, as a person may put them."""
    return [lines[0], Say("It is loud, and some feel anxious.", ("the-scan.1", "the-scan.2")), *lines[4:]]


def test_a_line_of_two_sentences_stays_only_while_both_stand() -> None:
    mine = edited(FIRST, "The scan", merged)
    both = writing.rewrite(mine, document({**BEFORE, "The scan": (*BEFORE["The scan"][:2], "It takes an hour.")}))
    assert texts(both.script, "The scan")[1:] == ["It is loud, and some feel anxious.", "It takes an hour."]
    one = writing.rewrite(mine, document({**BEFORE, "The scan": ("It is loud.", "It is cold.", "It ends soon.")}))
    assert texts(one.script, "The scan")[1:] == ["It is loud.", "It is cold.", "It ends soon."]
    assert one.lost == ("It is loud, and some feel anxious.",)


def test_an_edited_line_goes_with_its_sentence_to_another_phase() -> None:
    mine = reworded(FIRST, "Before", "You may wait.", MINE)
    moved = {"Before": ("A nurse will help you.",), "The scan": BEFORE["The scan"], "After": ("You may wait.",)}
    again = writing.rewrite(mine, document(moved))
    assert texts(again.script, "After")[1:] == [MINE]
    assert {say.sources for phase in again.script.phases[3:4] for say in phase.says[1:]} == {("after.1",)}
    assert again.lost == ()


def test_a_phase_with_another_name_is_announced_anew_and_keeps_its_lines() -> None:
    mine = reworded(FIRST, "Before", "You may wait.", MINE)
    renamed = {"Getting ready": BEFORE["Before"], "The scan": BEFORE["The scan"], "After": BEFORE["After"]}
    again = writing.rewrite(mine, document(renamed))
    assert texts(again.script, "Getting ready") == ["First, getting ready.", MINE, "A nurse will help you."]
    assert (again.gone, again.lost) == ((), ())


def test_a_deleted_sentence_takes_its_edited_line_with_it_and_the_summary_says_so() -> None:
    mine = reworded(FIRST, "Before", "You may wait.", MINE)
    again = writing.rewrite(mine, document({**BEFORE, "Before": ("A nurse will help you.",)}))
    assert MINE not in texts(again.script, "Before")
    assert again.lost == (MINE,)
    assert MINE in again.summary(Path("a.yaml"))


def test_pauses_and_style_lines_that_a_person_added_stay() -> None:
    rest, pause = Say("If you like, look out of the window.", ("style",)), Silence(4.0)
    mine = edited(FIRST, "The scan", lambda lines: [*lines[:2], rest, pause, *lines[2:]])
    changed = {**BEFORE, "The scan": ("It is loud.", "Some people feel anxious.", "It takes an hour.")}
    again = writing.rewrite(mine, document(changed))
    lines = next(phase.lines for phase in again.script.phases if phase.name == "The scan")
    assert lines[2:4] == (rest, pause)


def test_a_sentence_that_a_person_left_out_stays_out() -> None:
    mine = edited(FIRST, "The scan", lambda lines: [lines[0], *lines[2:]])
    mine = replace(mine, left_out=(Omission("the-scan.1", "said by the nurse"),))
    again = writing.rewrite(mine, document({**BEFORE, "The scan": ("Lie down.", *BEFORE["The scan"])}))
    assert "It is loud." not in texts(again.script, "The scan")
    assert again.script.left_out == (Omission("the-scan.2", "said by the nurse"),)


def test_a_label_is_listed_once_and_makes_no_line_a_persons_own() -> None:
    labelled = {**BEFORE, "The scan": ("A1.", "Lying down.", "It is loud.")}
    again = writing.rewrite(writing.write(document(labelled)), document({**labelled, "After": ("You may go.",)}))
    assert [item.id for item in again.script.left_out] == ["the-scan.1"]
    assert texts(again.script, "The scan")[1:] == ["Now, lying down.", "It is loud."]
    plain = writing.rewrite(again.script, document({**labelled, "The scan": ("Lying down.", "It is loud.")}))
    assert "Now, lying down." not in texts(plain.script, "The scan")


def test_a_phase_that_a_person_added_keeps_its_place() -> None:
    added = ScriptPhase("A rest", {}, (Say("If you like, rest a little.", ("style",)), Silence(6.0)))
    mine = replace(FIRST, phases=(*FIRST.phases[:2], added, *FIRST.phases[2:]))
    again = writing.rewrite(mine, document({**BEFORE, "After": ("You may go home.",)}))
    assert [phase.name for phase in again.script.phases] == [
        "Welcome",
        "Before",
        "A rest",
        "The scan",
        "After",
        "Closing",
    ]


def test_the_welcome_follows_a_new_title_unless_a_person_wrote_it() -> None:
    again = writing.rewrite(FIRST, document(BEFORE, title="Your scan"))
    assert "It is about your scan." in texts(again.script, "Welcome")
    mine = reworded(FIRST, "Welcome", "Hello, and welcome to this guide.", "Good morning.")
    again = writing.rewrite(mine, document(BEFORE, title="Your scan"))
    assert texts(again.script, "Welcome")[0] == "Good morning."

"""The script's file format: what is read, what is written, and every mistake with its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narration import script_yaml
from narration.errors import ScriptError, UsageError
from narration.script import (
    Omission,
    Pauses,
    Review,
    Say,
    Script,
    ScriptPhase,
    Silence,
    VoiceChoice,
    digest,
    draft_reasons,
    sign,
)

GOOD = """\
narration: 1
title: What it feels like
language: en
source: {file: phases.md, sha256: 3f}
voice: {name: auto, pace: 130}
fields: {helper: your nurse}
say_as: {PTSD: P T S D}
phases:
  - name: Onset
    source:
      onset.1: Ketamine is given slowly.
    lines:
      - say: Ketamine is given slowly.
        from: onset.1
      - pause: 2.5
      - say: If you like, let your shoulders drop.
        from: style
"""

CASES = Path(__file__).parent.parent / "cases" / "script_yaml"


def test_the_contract_s_example_is_read() -> None:
    script = script_yaml.parse(GOOD)
    assert script.title == "What it feels like"
    assert script.voice == VoiceChoice("auto", 130)
    assert script.phases[0].lines == (
        Say("Ketamine is given slowly.", ("onset.1",)),
        Silence(2.5),
        Say("If you like, let your shoulders drop.", ("style",)),
    )
    assert [item.line for item in script.phases[0].lines] == [13, 15, 16]


def mistakes() -> list[tuple[str, int, str, str]]:
    """Cases in ``mistakes.txt``: a header ``## LINE: words of the message``, then the script."""
    found = []
    for block in (CASES / "mistakes.txt").read_text(encoding="utf-8").split("\n## ")[1:]:
        header, _, text = block.partition("\n")
        line, _, message = header.partition(": ")
        found.append((message, int(line), message, text))
    return found


@pytest.mark.parametrize(("name", "line", "message", "text"), mistakes())
def test_every_mistake_is_named_with_its_line(name: str, line: int, message: str, text: str) -> None:
    with pytest.raises(ScriptError) as caught:
        script_yaml.parse(text, Path("x.yaml"))
    assert message in str(caught.value)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"x.yaml, line {line}: ")


def test_a_missing_script_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such script"):
        script_yaml.load(tmp_path / "none.yaml")


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"narration: 1\ntitle: \xff\xfe\xfa")
    with pytest.raises(ScriptError, match="not UTF-8"):
        script_yaml.load(path)


def test_a_tag_that_would_run_code_is_text_at_most() -> None:
    with pytest.raises(ScriptError):
        script_yaml.parse("!!python/object/apply:os.system ['true']")
    hostile = GOOD.replace("title: What it feels like", "title: !!python/name:os.system x")
    assert isinstance(script_yaml.parse(hostile).title, str)


def test_deep_nesting_is_one_sentence() -> None:
    with pytest.raises(ScriptError):
        script_yaml.parse("narration: 1\ntitle: " + "[" * 20_000)


words = (
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
        ),
        min_size=1,
        max_size=40,
    )
    .map(str.strip)
    .filter(bool)
)
ids = st.from_regex(r"[a-z]{1,8}\.[1-9][0-9]?", fullmatch=True)
says = st.builds(Say, words, st.lists(ids, min_size=1, max_size=3, unique=True).map(tuple) | st.just(("style",)))
silences = st.builds(Silence, st.floats(0, 60, allow_nan=False).map(lambda s: round(s, 3)))
seconds = st.floats(0, 60, allow_nan=False).map(lambda s: round(s, 3))
reviews = st.none() | st.builds(Review, words, words, st.dates(), words, st.none() | st.dates())


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    keys = draw(st.lists(ids, unique=True, max_size=6))
    count = draw(st.integers(1, 3))
    phases = tuple(
        ScriptPhase(
            draw(words),
            {key: draw(words) for key in keys[index::count]},
            tuple(draw(st.lists(says | silences, max_size=4))),
        )
        for index in range(count)
    )
    texts = st.dictionaries(words, words, max_size=3)
    return Script(
        title=draw(words),
        language=draw(st.sampled_from(["en", "es", "es-419"])),
        phases=phases,
        source_file=draw(words | st.just("")),
        source_sha256="ab12",
        voice=VoiceChoice(draw(words), draw(st.integers(60, 260))),
        pauses=draw(st.builds(Pauses, seconds, seconds, seconds)),
        fields=draw(texts),
        say_as=draw(texts),
        about=draw(texts),
        left_out=tuple(draw(st.lists(st.builds(Omission, words, words, words | st.just("")), max_size=3))),
        review=draw(reviews),
    )


@given(scripts())
@settings(deadline=None)
def test_what_is_written_reads_back_the_same(script: Script) -> None:
    again = script_yaml.parse(script_yaml.dump(script))
    assert again == script
    assert digest(again) == digest(script)


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_a_script_or_one_clear_error(text: str) -> None:
    try:
        script_yaml.parse(text)
    except ScriptError as error:
        problem = error.problem
    else:
        return
    assert "\n" not in problem


def test_a_draft_says_why() -> None:
    script = script_yaml.parse(GOOD)
    today = date(2026, 11, 23)
    assert draft_reasons(script, today) == ("nobody has approved the script",)
    signed = replace(script, review=sign(script, "A. Osei", "RN", today, date(2027, 11, 23)))
    assert draft_reasons(signed, today) == ()
    assert draft_reasons(signed, date(2027, 11, 23)) == ()
    assert "review date, 2027-11-23, has passed" in draft_reasons(signed, date(2027, 11, 24))[0]
    edited = script_yaml.parse(script_yaml.dump(signed).replace("given slowly", "given fast"))
    assert "changed since A. Osei" in draft_reasons(edited, today)[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by: A. Osei", "by: B. Ruiz"),
        ("role: RN", "role: MD"),
        ("'on': 2026-11-23", "'on': 2026-11-22"),
        ("review_by: 2027-11-23", "review_by: 2028-11-23"),
        ("  review_by: 2027-11-23\n", ""),
    ],
)
def test_an_edit_of_the_approval_itself_voids_it(old: str, new: str) -> None:
    today = date(2026, 11, 23)
    script = script_yaml.parse(GOOD)
    text = script_yaml.dump(replace(script, review=sign(script, "A. Osei", "RN", today, date(2027, 11, 23))))
    assert draft_reasons(script_yaml.parse(text), today) == ()
    assert old in text
    assert "approval, has changed" in draft_reasons(script_yaml.parse(text.replace(old, new)), today)[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: What it feels like", "title: Other"),
        ("file: phases.md", "file: other.md"),
        ("sha256: 3f", "sha256: 4e"),
        ("pace: 130", "pace: 131"),
        ("name: auto", "name: gtts:en"),
        ("your nurse", "the nurse"),
        ("P T S D", "PTSD"),
        ("pause: 2.5", "pause: 2.6"),
        ("from: style", "from: onset.1"),
        ("name: Onset", "name: Start"),
        ("onset.1: Ketamine is given slowly.", "onset.1: Ketamine is given fast."),
        ("      - pause: 2.5\n", ""),
        ("phases:", "pauses: {sentence: 1.4}\nphases:"),
        ("phases:", "left_out: [{id: filler.1, reason: filler, text: x}]\nphases:"),
    ],
)
def test_the_digest_covers_what_is_spoken_and_how(old: str, new: str) -> None:
    assert old in GOOD
    assert digest(script_yaml.parse(GOOD.replace(old, new))) != digest(script_yaml.parse(GOOD))


def test_saving_leaves_no_half_written_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "x.yaml"
    script_yaml.save(script_yaml.parse(GOOD), path)
    assert script_yaml.load(path) == script_yaml.parse(GOOD)
    assert [p.name for p in path.parent.iterdir()] == ["x.yaml"]

"""Lexicon files: what they say is spoken, what they hide is refused, and an approval covers them."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from narration import approval, lexicons, reviewing, script_yaml
from narration.errors import ScriptError, UsageError
from narration.script import draft_reasons
from narration.spoken import pls, spoken_form, with_lexicons

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<lexicon version="1.0" xmlns="{pls.NAMESPACE}" alphabet="ipa" xml:lang="en-GB">\n'
)
WORDS = """
  <lexeme><grapheme>ketamine</grapheme><grapheme>Ketalar</grapheme>
    <alias>KET-uh-meen</alias><phoneme>ˈkɛtəmiːn</phoneme></lexeme>
  <lexeme><grapheme>Q&amp;A</grapheme><alias>question time</alias>
    <alias prefer="true">questions and answers</alias></lexeme>
"""
PHONEME = "<lexeme><grapheme>onset</grapheme><phoneme>ˈɒnsɛt</phoneme></lexeme>"
SCRIPT = """\
narration: 1
title: T
language: en
lexicon: words.pls
phases:
  - name: A
    source: {a.1: Ketamine is given.}
    lines:
      - {say: Ketamine is given., from: a.1}
"""


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NARRATION_CONFIG", str(tmp_path / "config"))


def lexicon(folder: Path, body: str, name: str = "words.pls") -> Path:
    path = folder / name
    path.write_text(f"{HEAD}{body}</lexicon>\n", encoding="utf-8")
    return path


def test_an_alias_is_spoken_for_every_grapheme(tmp_path: Path) -> None:
    found = pls.read(lexicon(tmp_path, WORDS), "en")
    assert found.note == ""
    assert spoken_form("Ketamine (Ketalar): the Q&A.", "en", found.entries) == (
        "KET-uh-meen, KET-uh-meen, the questions and answers."
    )


def test_phonemes_alone_are_counted_once_and_the_word_stays(tmp_path: Path) -> None:
    found = pls.read(lexicon(tmp_path, WORDS + PHONEME), "en")
    assert "nothing else: 1." in found.note
    assert "onset" not in found.entries


def test_what_the_script_says_wins_over_its_lexicon_and_that_over_the_clinics(tmp_path: Path) -> None:
    lexicon(tmp_path, WORDS)
    shared = "<lexeme><grapheme>KETALAR</grapheme><alias>no</alias></lexeme><lexeme><grapheme>drip</grapheme><alias>IV drip</alias></lexeme>"  # noqa: E501  # one line of XML
    lexicon(tmp_path, shared, "clinic.pls")
    (tmp_path / "narration.toml").write_text(
        '[lexicons]\nen = ["clinic.pls"]\nes = ["no-such.pls"]\n', encoding="utf-8"
    )
    path = tmp_path / "a.yaml"
    path.write_text(SCRIPT + "say_as: {Ketamine: K}\n", encoding="utf-8")
    script = lexicons.load_script(path)
    say_as = with_lexicons(script.say_as, script.lexicons, "en")
    assert spoken_form("ketamine, Ketalar, a drip", "en", say_as) == "K, KET-uh-meen, a IV drip"
    assert script_yaml.parse(script_yaml.dump(script), path).lexicons == script.lexicons[:1]


BOMB = '<!DOCTYPE lexicon [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n'
MISTAKES = [
    (HEAD + "<lexeme><grapheme>x</grapheme></lexeme></lexicon>", "neither <alias>", 3),
    (HEAD + "\n<lexeme><alias>x</alias></lexeme></lexicon>", "no <grapheme>", 4),
    (HEAD + "<lexeme><grapheme> </grapheme><alias>x</alias></lexeme></lexicon>", "<grapheme> has 0", 3),
    (HEAD + f"<lexeme><grapheme>x</grapheme><alias>{'a' * 1001}</alias></lexeme></lexicon>", "has 1001", 3),
    (HEAD + "<lexeme>", "not well-formed", 3),
    ("<html/>", "not a PLS lexicon", 1),
    (f'<lexicon xmlns="{pls.NAMESPACE}" xml:lang="es"/>', "for “es”", 1),
    ('<?xml version="1.0"?>\n' + BOMB + "<lexicon>&b;</lexicon>", "document type", 2),
]


@pytest.mark.parametrize(("text", "problem", "line"), MISTAKES)
def test_a_mistake_is_named_with_its_file_and_line(tmp_path: Path, text: str, problem: str, line: int) -> None:
    path = tmp_path / "bad.pls"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=problem) as caught:
        pls.read(path, "en")
    assert (caught.value.path, caught.value.line) == (path, line)


def test_entities_are_refused_in_any_encoding(tmp_path: Path) -> None:
    path = tmp_path / "bad.pls"
    path.write_bytes((BOMB + "<lexicon>&b;</lexicon>").encode("utf-16"))
    with pytest.raises(UsageError, match="document type"):
        pls.read(path, "en")


def test_a_huge_or_deep_file_is_refused(tmp_path: Path) -> None:
    path = lexicon(tmp_path, "")
    os.truncate(path, pls.MAX_BYTES + 1)
    with pytest.raises(UsageError, match="larger than 2 MB"):
        pls.read(path, "en")
    lexicon(tmp_path, "<a>" * 5000 + "</a>" * 5000)
    with pytest.raises(UsageError, match="not well-formed"):
        pls.read(path, "en")


def test_a_lexicon_that_is_not_there_is_named_with_the_scripts_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SCRIPT, encoding="utf-8")
    with pytest.raises(ScriptError, match=r"words\.pls cannot be read") as caught:
        script_yaml.load(path)
    assert caught.value.line == 4


@pytest.mark.parametrize("shared", [False, True])
def test_changing_a_lexicon_voids_the_approval_and_the_speech(tmp_path: Path, shared: bool) -> None:
    words = lexicon(tmp_path, WORDS)
    if shared:
        (tmp_path / "narration.toml").write_text('[lexicons]\nen = ["words.pls"]\n', encoding="utf-8")
    path = tmp_path / "a.yaml"
    path.write_text(SCRIPT.replace("lexicon: words.pls\n", "") if shared else SCRIPT, encoding="utf-8")
    approval.approve(path, "A. Nurse", "RN", date(2026, 1, 1))
    script = lexicons.load_script(path)
    assert draft_reasons(script, date(2026, 1, 2)) == ()
    assert reviewing.plan_script(script).utterances[0].spoken == "KET-uh-meen is given."
    words.write_text(words.read_text(encoding="utf-8").replace("KET-uh", "KEE-tuh"), encoding="utf-8")
    script = lexicons.load_script(path)
    assert "changed since A. Nurse" in draft_reasons(script, date(2026, 1, 2))[0]
    assert reviewing.plan_script(script).utterances[0].spoken == "KEE-tuh-meen is given."

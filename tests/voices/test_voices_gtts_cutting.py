"""Clauses: short enough, nothing lost, punctuation kept with its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narration.voices.gtts_cutting import LONGEST, clauses, gap_seconds

LONG = (
    "You may feel warm, a little heavy, or far away from the room; that is a usual part of it. "
    "Your nurse stays beside you the whole time, watches your heart, and speaks with you whenever you like."
)


def test_a_short_line_stays_whole() -> None:
    assert clauses("You may feel warm, or far away.") == ["You may feel warm, or far away."]


def test_a_long_line_is_cut_after_punctuation_and_keeps_it() -> None:
    pieces = clauses(LONG)
    assert " ".join(pieces) == LONG
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece[-1] in ".,;" for piece in pieces)


def test_a_clause_without_punctuation_is_halved_at_a_space() -> None:
    text = " ".join(["feather"] * 14)
    pieces = clauses(text)
    assert " ".join(pieces) == text
    assert len(pieces) == 2
    assert abs(len(pieces[0]) - len(pieces[1])) < 10


def test_text_without_spaces_is_cut_too() -> None:
    assert "".join(clauses("あ" * 250)) == "あ" * 250
    assert [len(piece) for piece in clauses("一二三四五，" * 30)] == [96, 84]


@given(st.text(alphabet=st.sampled_from("abcdéñ .,;:!?—…\"'()\n\t0中。́"), max_size=500), st.integers(20, 100))
def test_no_letter_is_lost_and_no_piece_is_too_long(text: str, longest: int) -> None:
    pieces = clauses(text, longest)
    assert all(0 < len(piece) <= longest for piece in pieces)

    def heard(words: str) -> str:
        return "".join(character for character in words if character.isalnum())

    assert heard("".join(pieces)) == heard(text)


@pytest.mark.parametrize(
    ("longer", "shorter"), [("It ends.", "It goes on;"), ("It goes on;", "and on,"), ("and on,", "without an end")]
)
def test_the_gap_follows_the_punctuation(longer: str, shorter: str) -> None:
    assert gap_seconds(longer) > gap_seconds(shorter) > 0


def test_a_closing_quote_does_not_hide_the_full_stop() -> None:
    assert gap_seconds("He said “rest.”") == gap_seconds("He said rest.")

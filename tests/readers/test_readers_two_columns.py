"""Two columns of prose side by side are read one after the other; a table is no such text."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from narration.readers import read
from narration.readers.text import two_columns

LEFT = """Before you come

Have a light meal two hours before and take your tablets as you always do, with a little
water. Please leave your rings and your watch at home, since nobody can look after them here.

How long does it take?

You will be with us for about an hour, but the photograph of the eye itself is taken in less
than two minutes."""
RIGHT = """In the room

You rest your chin on a small shelf and look at a green light while the nurse moves the camera
closer to you from the side.

Afterwards

The drops blur your sight for four hours, so you cannot drive or ride home. Bring dark glasses,
because daylight will seem very bright."""


def _wrapped(text: str, width: int) -> list[str]:
    return [line for part in text.split("\n\n") for line in [*textwrap.wrap(part, width), ""]][:-1]


def _beside(left: list[str], right: list[str], edge: int) -> str:
    return "\n".join(f"{a:{edge}}{b}".rstrip() for a, b in zip_longest(left, right, fillvalue=""))


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    sides = _beside(_wrapped(LEFT, 38), _wrapped(RIGHT, 38), 44)
    page.write_text(f"           A PICTURE OF YOUR EYE\n\n{sides}\n", encoding="utf-8")
    document = read(page)
    assert document.title == "A PICTURE OF YOUR EYE"
    names = ["Before you come", "How long does it take?", "In the room", "Afterwards"]
    assert [part.name for part in document.phases] == names
    told = " ".join(sentence.text for part in document.phases for sentence in part.sentences)
    for side in (LEFT, RIGHT):
        for paragraph in side.split("\n\n")[1::2]:
            assert " ".join(paragraph.split()) in told
    assert any("two columns" in note for note in document.notes)


def test_a_table_is_read_by_its_rows() -> None:
    rows = [
        ("Aspirin", "Stop seven days before"),
        ("Warfarin", "Ring us for advice, five"),
        ("", "days before at the latest"),
        ("Metformin", "Leave out the evening dose"),
        ("Insulin", "Take half of what you"),
        ("", "usually take at night"),
        ("Iron tablets", "Stop a week before"),
        ("All others", "Take them as usual"),
    ]
    text = "\n".join(f"{a:24}{b}" for a, b in rows)
    assert two_columns.read_down(text) == (text, False)


def test_one_column_stays_as_it_is() -> None:
    text = "\n".join(_wrapped(LEFT, 60))
    assert two_columns.read_down(text) == (text, False)


@given(st.text(alphabet="ab  \n\t.", max_size=400))
def test_no_word_is_lost(text: str) -> None:
    assert sorted(two_columns.read_down(text)[0].split()) == sorted(text.split())

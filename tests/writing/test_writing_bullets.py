"""Lists on the page as sentences: each point said, with a beginning it can be heard with."""

from __future__ import annotations

import pytest

from narration.writing import bullets, writer

LISTS = [
    (
        ["Tell us as soon as it begins: pain, sweating, yawning."],
        ["Tell us as soon as it begins: pain, sweating, yawning."],
        [(0,)],
    ),
    (
        ["You should:", "have a shower", "remove any false nails.", "You may drink."],
        ["You should have a shower and remove any false nails.", "You may drink."],
        [(0, 1, 2), (3,)],
    ),
    (
        ["Please bring the following items with you:", "all your medicines;", "a book; and", "your letter."],
        ["Please bring all your medicines and a book.", "Also bring your letter."],
        [(0, 1, 2), (0, 3)],
    ),
    (
        ["Call us if you have:", "a fever", "pain, or swelling, in one leg"],
        ["Call us if you have a fever.", "Also call us if you have pain, or swelling, in one leg."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Do not:", "drive", "drink alcohol", "sign papers"],
        ["Do not drive, drink alcohol, or sign papers."],
        [(0, 1, 2, 3)],
    ),
    (
        ["For the first 6 weeks you should not:", "cross your legs", "use low chairs"],
        ["For the first 6 weeks you should not cross your legs or use low chairs."],
        [(0, 1, 2)],
    ),
    (
        ["There are some risks:", "bleeding", "infection", "a scar"],
        ["There are some risks.", "These are bleeding and infection.", "Another is a scar."],
        [(0,), (0, 1, 2), (0, 3)],
    ),
    (
        ["Seek advice if you have: a fever that lasts; a rash; or pain in one leg."],
        ["Seek advice if you have a fever that lasts or a rash.", "Also seek advice if you have pain in one leg."],
        [(0,), (0,)],
    ),
    (
        ["They may include: nausea and a dry mouth."],
        ["They may include nausea and a dry mouth."],
        [(0,)],
    ),
    (
        ["It goes like this:", "you lie down", "we start the scan"],
        ["It goes like this.", "You lie down.", "We start the scan."],
        [(0,), (1,), (2,)],
    ),
    (
        ["Here is what it is like:", "You lie down.", "We start."],
        ["Here is what it is like:", "You lie down.", "We start."],
        [(0,), (1,), (2,)],
    ),
]


@pytest.mark.parametrize(("texts", "said", "places"), LISTS)
def test_a_list_is_said(texts: list[str], said: list[str], places: list[tuple[int, ...]]) -> None:
    made = bullets.joined(texts, writer.vocabulary("en"))
    assert [item.text for item in made] == said
    assert [item.places for item in made] == places

"""The product's own words: whichever way a language is tagged, and all of them in every language."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Any

import pytest

from narration import wording


@pytest.mark.parametrize(
    ("tag", "language"),
    [("es", "es"), ("es-MX", "es"), ("es_MX", "es"), ("ES", "es"), ("en-GB", "en"), ("de", "en"), ("", "en")],
)
def test_any_tag_finds_its_language(tag: str, language: str) -> None:
    assert wording.language_of(tag) == language


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("ar", "rtl"), ("ar_EG", "rtl"), ("he-IL", "rtl"), ("ckb", "rtl"), ("ku", "ltr"), ("es", "ltr")],
)
def test_the_direction_is_that_of_the_likely_script(tag: str, direction: str) -> None:
    assert wording.direction(tag) == direction


@pytest.mark.parametrize(
    ("tag", "name"), [("es", "Español"), ("ar", "العربية"), ("zh-Hant", "中文"), ("no", "Norsk"), ("tlh", "tlh")]
)
def test_a_language_is_called_what_its_readers_call_it(tag: str, name: str) -> None:
    assert wording.name_of(tag) == name


def test_every_language_with_words_has_a_name() -> None:
    assert all(wording.name_of(language) != language for language in wording.available())


@pytest.mark.parametrize("language", sorted(wording.available()))
def test_every_language_says_the_same_things_with_the_same_values(language: str) -> None:
    assert _shape(wording.words(language)) == _shape(wording.words("en"))
    assert len(wording.words(language)["months"]) == 12


def _shape(words: Any) -> Any:
    """Every key, and the places for values in every text."""
    if isinstance(words, Mapping):
        return {key: _shape(value) for key, value in words.items()}
    return sorted(field for _, field, _, _ in Formatter().parse(words) if field) if isinstance(words, str) else None

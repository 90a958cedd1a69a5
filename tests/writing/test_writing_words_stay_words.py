"""Vocabulary files hold words: none may turn into a truth value or a number on its way in."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from narration import language, yaml_data

FLAGS = {
    "also_after",
    "of_a_series",
    "of_clauses",
    "counted",
    "joined",
    "plain",
    "verb_first",
    "own_verb",
    "second_verb",
    "own_subject",
    "shows_subject",
    "subject",
    "and_that",
    "reason",
    "one_clause",
    "complete",
    "same_mood",
    "plural",
    "inside",
    "sure",
    "phrase",
    "statement",
    "of_the_whole",
    "under_condition",
    "own",
    "known",
}


def names() -> Iterator[tuple[str, str]]:
    for tag in language.languages():
        for item in (files(language) / tag).iterdir():
            if item.name.endswith(".yaml"):
                yield tag, item.name.removesuffix(".yaml")


def strays(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if not isinstance(name, str):
                yield f"{key}/{name!r}"
            yield from strays(inner, f"{key}/{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from strays(inner, key)
    elif isinstance(value, bool) and key.rpartition("/")[2] not in FLAGS:
        yield f"{key}: {value}"


def test_words_that_other_yaml_takes_for_truth_values_are_words() -> None:
    assert yaml_data.parse("[on, off, no, yes, y, n, true, false]") == ["on", "off", "no", "yes", "y", "n", True, False]


@pytest.mark.parametrize(("tag", "name"), sorted(names()))
def test_no_list_holds_a_stray_truth_value(tag: str, name: str) -> None:
    assert list(strays(language.load(tag, name))) == []

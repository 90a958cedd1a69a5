"""The word lists and patterns of ``data/``, read once and compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from narration import yaml_data

_OUTER = " \t\"'“”‘’«»*_|·•–—-→←↑»›‹>#×✕☰▾▼▲△▴"


@cache
def data(name: str) -> dict[str, Any]:
    """``data/NAME.yaml``."""
    text = (files("narration.readers") / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml_data.parse(text)
    return loaded


@cache
def words(name: str) -> frozenset[str]:
    """The words of ``data/NAME.txt``; none where there is no such list."""
    resource = files("narration.readers") / "data" / f"{name}.txt"
    return frozenset(resource.read_text(encoding="utf-8").split()) if resource.is_file() else frozenset()


def either(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for any of several, without case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def listed(name: str, key: str) -> re.Pattern[str]:
    """One pattern for the list ``key`` of ``data/NAME.yaml``."""
    return either(data(name)[key])


BARS = re.compile(r"\s+[|·•]\s+")
"""What holds names apart in one line."""
LOOSE_BARS = re.compile(r"\s*[|·•]\s*")
"""The same, also where no white space is beside it."""


def bare(text: str) -> str:
    """A line without the marks around it: ``“Menu” ›`` → ``Menu``, ``Contact:`` → ``Contact``."""
    return text.strip(_OUTER).rstrip(" .:!;,").strip(_OUTER)

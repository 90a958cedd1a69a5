"""What the product itself says to listeners, one YAML file for each language; a language without one gets English.

The editions, the audio files' tags and the server's index all speak from it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from narration.language_tags import primary

_FOLDER = Path(__file__).parent / "strings"
_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
"""By the script that CLDR takes for likely: Kurdish as ``ku`` is written in Latin letters, as ``ckb`` in Arabic."""


def language_of(tag: str) -> str:
    """The language whose words are used for a BCP 47 ``tag``: ``es-MX`` and ``es_MX`` → ``es``, ``de`` → ``en``."""
    return primary(tag) if primary(tag) in available() else "en"


@cache
def available() -> frozenset[str]:
    return frozenset(path.stem for path in _FOLDER.glob("*.yaml"))


@cache
def words(language: str) -> dict[str, Any]:
    """``page`` holds what the template shows, ``script`` what the page's scripts say."""
    loaded: dict[str, Any] = yaml.safe_load((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return loaded


def spelled_date(day: date, language: str) -> str:
    """``23 November 2026``: digits alone mean different days in different countries."""
    spelled: str = words(language)["date"].format(
        day=day.day, month=words(language)["months"][day.month - 1], year=day.year
    )
    return spelled


def direction(tag: str) -> str:
    return "rtl" if primary(tag) in _RIGHT_TO_LEFT else "ltr"

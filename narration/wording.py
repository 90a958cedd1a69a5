"""What the product itself says to listeners, one YAML file for each language; a language without one gets English.

The editions, the audio files' tags and the server's index all speak from it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from narration import yaml_data
from narration.language_tags import primary

_FOLDER = Path(__file__).parent / "strings"


def language_of(tag: str) -> str:
    """The language whose words are used for a BCP 47 ``tag``: ``es-MX`` and ``es_MX`` → ``es``, ``de`` → ``en``."""
    return primary(tag) if primary(tag) in available() else "en"


@cache
def available() -> frozenset[str]:
    return frozenset(path.stem for path in _FOLDER.glob("*.yaml"))


@cache
def words(language: str) -> dict[str, Any]:
    """``page`` holds what the template shows, ``script`` what the page's scripts say."""
    loaded: dict[str, Any] = yaml_data.parse((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return loaded


def spelled_date(day: date, language: str) -> str:
    """``23 November 2026``: digits alone mean different days in different countries."""
    spelled: str = words(language)["date"].format(
        day=day.day, month=words(language)["months"][day.month - 1], year=day.year
    )
    return spelled


def name_of(tag: str) -> str:
    """The language in its own words (``العربية``), whether it has words here or not; the tag itself for a rare one."""
    return str(_known()["names"].get(primary(tag), tag))


def direction(tag: str) -> str:
    return "rtl" if primary(tag) in _known()["right_to_left"] else "ltr"


@cache
def _known() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml_data.parse(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return loaded

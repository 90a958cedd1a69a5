"""Language tags, as BCP 47 (RFC 5646) has them: ``en``, ``es-MX``, ``zh-Hant-TW``.

Pages, scripts and people write them in many ways (``es_MX``, ``EN``), and a
page may hold anything in their place; file names are made of them.
"""

from __future__ import annotations

import re

from narration.errors import UsageError

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")


def canonical(text: str) -> str:
    """The tag as the standard would have it written; ``""`` for what is none."""
    tag = text.strip().replace("_", "-")
    if not _TAG.fullmatch(tag):
        return ""
    first, *others = tag.split("-")
    return "-".join([first.lower(), *map(_subtag, others)])


def understood(text: str) -> str:
    """The tag that a person wrote.  Raises ``UsageError`` for what is none."""
    if tag := canonical(text):
        return tag
    raise UsageError(f"“{text}” is no language tag.", remedy="Write `en`, `es` or `es-MX`, say.")


def primary(tag: str) -> str:
    """The language alone, without script or region: ``es-MX`` → ``es``."""
    return tag.replace("_", "-").split("-", 1)[0].lower()


def _subtag(text: str) -> str:
    """A script has one capital (``Hant``), a region two (``MX``), all else none."""
    if len(text) == len("Hant") and text.isalpha():
        return text.title()
    return text.upper() if len(text) == len("MX") and text.isalpha() else text.lower()

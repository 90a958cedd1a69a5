"""What stands in brackets, which is no part of the sentence or the name around it."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\s*\([^()]*\)")
_LAST = re.compile(rf"{_BRACKET.pattern}$")


def without_brackets(text: str) -> str:
    """A text without its brackets and what they say: “the scan (CT), at noon” → “the scan, at noon”."""
    return _BRACKET.sub("", text)


def without_last_bracket(text: str) -> str:
    """A text without the bracket that it ends with: “the scan (CT) at noon (a Monday)” → “the scan (CT) at noon”."""
    return _LAST.sub("", text)

"""Whom the frame speaks to: a source that says *tú* throughout gets a frame that says *tú*, so that nothing is mixed.

The style's ``familiar`` has the phrases for it; a house style without them
(``familiar: {}``) keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

FEWEST_SIGNS = 2
_DETECTING = ("signs", "sign_endings", "not_signs", "formal_signs")


def style_for(texts: Iterable[str], style: Mapping[str, Any]) -> Mapping[str, Any]:
    """The style with its familiar phrases, if the source is familiar with its reader."""
    familiar = style.get("familiar")
    if not familiar:
        return style
    found = re.findall(r"[^\W\d_]+", " ".join(texts).lower())
    verbs = re.compile(familiar["sign_endings"])
    signs = sum(word in familiar["signs"] or _verb(word, verbs, familiar["not_signs"]) for word in found)
    formal = sum(word in familiar["formal_signs"] for word in found)
    if signs < FEWEST_SIGNS or signs <= formal:
        return style
    return {**style, **{key: value for key, value in familiar.items() if key not in _DETECTING}}


def _verb(word: str, endings: re.Pattern[str], excepted: Iterable[str]) -> bool:
    """Whether a word is a verb for *tú* or *vos* (*podrás*, *querés*)."""
    return endings.search(word) is not None and word not in excepted

"""Whom the frame speaks to: a source that says *tú* throughout gets a frame that says *tú*, so that nothing is mixed.

The style's ``familiar`` has the phrases for it; a house style without them
(``familiar: {}``) keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

FEWEST_SIGNS = 2


def style_for(texts: Iterable[str], style: Mapping[str, Any]) -> Mapping[str, Any]:
    """The style with its familiar phrases, if the source is familiar with its reader."""
    familiar = style.get("familiar")
    if not familiar:
        return style
    found = re.findall(r"[^\W\d_]+", " ".join(texts).lower())
    signs = sum(word in familiar["signs"] for word in found)
    formal = sum(word in familiar["formal_signs"] for word in found)
    if signs < FEWEST_SIGNS or signs <= formal:
        return style
    return {**style, **{key: value for key, value in familiar.items() if key not in ("signs", "formal_signs")}}

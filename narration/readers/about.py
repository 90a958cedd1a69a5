"""What a page says of itself: ``Last reviewed: May 2024`` is a fact about the leaflet, never a phase."""

from __future__ import annotations

import re

REFERENCE = "reference"

_KEYS = {
    "last_reviewed": r"(?:page )?last (?:reviewed|updated)|reviewed(?: on)?|última (?:revisión|actualización)",
    "review_by": r"(?:next )?review (?:due|date|by)|next review|próxima revisión",
    "reference": r"(?:leaflet )?ref(?:erence)?(?: (?:no|number))?\.?|leaflet (?:no|number|code)\.?|"
    r"ref(?:erencia)?\.?|(?:código|n\.?º) del? folleto",
    "version": r"version(?: (?:no|number))?\.?|versión",
}
_FACT = re.compile("|".join(rf"(?P<{key}>{words})" for key, words in _KEYS.items()), re.IGNORECASE)
_VALUE = re.compile(r"\s*[:#]\s*(\S.{0,60})")


def facts(text: str) -> dict[str, str]:
    """The facts in ``text`` when it holds nothing else, under the keys of ``Document.about``; else none."""
    found: dict[str, str] = {}
    for piece in re.split(r"\s*[|·•;]\s*", text):
        name = _FACT.match(piece)
        value = _VALUE.fullmatch(piece, name.end()) if name else None
        if name is None or value is None or name.lastgroup is None:
            return {}
        found[name.lastgroup] = value[1].strip().rstrip(".")
    return found

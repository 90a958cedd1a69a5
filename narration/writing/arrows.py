"""An arrow between what happens and what to do, which cannot be heard: “Chest pain → 911” → “Chest pain: 911”.

A way through menus (“Home → Tests → Scans”) has several arrows, and stays as it
is; so does what has no words before its arrow.
"""

from __future__ import annotations

import re

_ARROW = re.compile(r"\s+(?:→|➔|➜|➝|⇒|=>)\s+(?=[^\s→➔➜➝⇒])")


def spelled(text: str) -> str:
    """A sentence with a colon for its arrow, or a dash where it has a colon already."""
    found = list(_ARROW.finditer(text))
    if len(found) != 1 or not re.search(r"[^\W\d_]{2}", text[: found[0].start()]):
        return text
    sign = " – " if ":" in text[: found[0].start()] else ": "
    return f"{text[: found[0].start()]}{sign}{text[found[0].end() :]}"

"""An arrow between what happens and what to do, which cannot be heard: “Chest pain → 911” → “Chest pain: 911”.

Several tell what comes after what: “Check-in → blood test → scan” → “Check-in,
then blood test, then scan”.  What has no words before its arrow stays.
"""

from __future__ import annotations

import re

from narration.writing.rules.base import Vocabulary

_ARROW = re.compile(r"\s+(?:→|➔|➜|➝|⇒|=>)\s+(?=[^\s→➔➜➝⇒])")


def spelled(text: str, words: Vocabulary) -> str:
    """A sentence with a colon for its arrow, or a dash where it has a colon already; with “then” for several."""
    found = list(_ARROW.finditer(text))
    if not found or not re.search(r"[^\W\d_]{2}", text[: found[0].start()]):
        return text
    if len(found) > 1:
        return _ARROW.sub(f", {words.grammar['then']} ", text)
    sign = " – " if ":" in text[: found[0].start()] else ": "
    return f"{text[: found[0].start()]}{sign}{text[found[0].end() :]}"

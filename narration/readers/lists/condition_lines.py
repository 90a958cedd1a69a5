"""Conditions that a copied page has on lines of their own, under a line that they go on from without a colon.

Each looked like a line that stands alone over the next, and named a part of the page::

    We cannot treat you
    If you are pregnant
    If you have a cold sore
"""

from __future__ import annotations

import re
from collections.abc import Sequence

FEWEST = 2
FEWEST_LEAD_WORDS = 3
_CONDITION = re.compile(r"\s*(?P<if>If|When|Si|Cuando|IF|SI)\s+[^\W\d_]")
_ENDED = re.compile(r"[.:;!?…,][\"”»)]*$")
_OWN_CLAUSE = re.compile(r",\s|;\s|:\s|\s[–—-]\s")
"""“If it bleeds, press on it” is a sentence of its own, and no point."""
_BULLET = "• "


def bulleted(text: str) -> str:
    """A plain text with such lines as points: “We cannot treat you if:”, “• you are pregnant”."""
    lines = text.split("\n")
    at = 1
    while at < len(lines):
        end = _end(lines, at)
        if end - at >= FEWEST and _leads(lines[at - 1]):
            word = lines[at].split()[0].lower()
            lines[at - 1] = f"{lines[at - 1].rstrip()} {word}:"
            lines[at:end] = [f"{_BULLET}{line.strip()[len(word) :].lstrip()}" for line in lines[at:end]]
        at = max(end, at + 1)
    return "\n".join(lines)


def _end(lines: Sequence[str], at: int) -> int:
    """Where the lines end that begin with the same word of a condition and hold no more than it."""
    end, word = at, ""
    while end < len(lines) and (match := _CONDITION.match(lines[end])) and match["if"] == (word or match["if"]):
        word = match["if"]
        bare = re.sub(r"\([^()]*\)", "", lines[end]).strip()
        if _OWN_CLAUSE.search(bare) or bare.endswith((":", "?", ",")):
            break
        end += 1
    return end


def _leads(line: str) -> bool:
    """Whether a line may go on in a condition: several words, with no sign at its end, and no condition itself."""
    text = line.strip()
    plain = bool(text) and not (_ENDED.search(text) or _CONDITION.match(text) or text.isupper())
    return plain and len(text.split()) >= FEWEST_LEAD_WORDS and text[0].isupper()

"""Arrows and dashes that cannot be heard: “Chest pain → 911” → “Chest pain: 911”, “1 – 3 – 10 ml” → “1, 3, 10 ml”.

Several tell what comes after what: “Check-in → blood test → scan” → “Check-in,
then blood test, then scan”.  What has no words before its arrow stays.  A dash
between two figures is a range; between three and more it only parts them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from narration.writing.vocabulary import Vocabulary

_ARROW = re.compile(r"\s+(?:→|➔|➜|➝|⇒|=>|-{1,2}>)\s+(?=[^\s→➔➜➝⇒])")
_DASH = re.compile(r"\s+[–—-]\s+")
_FIGURE = r"\d+(?:[.,]\d+)?"
_FIGURES = re.compile(
    rf"(?<![\w.,/-]){_FIGURE}(?:{_DASH.pattern}{_FIGURE}){{2,}}(?=\s+[^\W\d_]{{1,3}}\s+(?P<last>{_FIGURE}))"
)


def spelled(text: str, words: Vocabulary) -> str:
    """A sentence with a colon for its arrow, or a dash where it has a colon already; with “then” for several.

    Figures in a row have commas.
    """
    text = _FIGURES.sub(_in_a_row, text)
    found = list(_ARROW.finditer(text))
    if not found or not re.search(r"[^\W\d_]{2}", text[: found[0].start()]):
        return text
    if len(found) > 1:
        return _ARROW.sub(f", {words.grammar['then']} ", text)
    sign = " – " if ":" in text[: found[0].start()] else ": "
    return f"{text[: found[0].start()]}{sign}{text[found[0].end() :]}"


def _in_a_row(match: re.Match[str]) -> str:
    """“1 – 3 – 10 and 30” as “1, 3, 10 and 30”; as it is where they do not rise, as those of a telephone number."""
    figures = [float(one.replace(",", ".")) for one in (*_DASH.split(match[0]), match["last"])]
    rise = all(one < other for one, other in pairwise(figures))
    return _DASH.sub(", ", match[0]) if rise else match[0]

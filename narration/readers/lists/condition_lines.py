"""Conditions that a copied page has on lines of their own, under a line that they go on from without a colon.

Each looked like a line that stands alone over the next, and named a part of the page::

    We cannot treat you
    If you are pregnant
    If you have a cold sore

So did a line that breaks off (“It is also used for”) over short ones with small letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from narration.readers.vocabulary import data

FEWEST = 2
FEWEST_LEAD_WORDS = 3
_CONDITION = re.compile(r"\s*(?P<if>If|When|Si|Cuando|IF|SI)\s+[^\W\d_]")
_ENDED = re.compile(r"[.:;!?…,][\"”»)]*$")
_OWN_CLAUSE = re.compile(r",\s|;\s|:\s|\s[–—-]\s")
"""“If it bleeds, press on it” is a sentence of its own, and no point."""
_BULLET = "• "
FEWEST_THINGS = 3
MOST_WORDS = 12
_THING = re.compile(r"\s*[a-záéíóúñ][^.:;!?…]*[^\s.:;,!?…-]\s*$")


def bulleted(text: str) -> str:
    """A plain text with such lines as points: “We cannot treat you if:”, “• you are pregnant”."""
    lines = _with_things(text.split("\n"))
    at = 1
    while at < len(lines):
        end = _end(lines, at)
        if end - at >= FEWEST and _leads(lines[at - 1]):
            word = lines[at].split()[0].lower()
            lines[at - 1] = f"{lines[at - 1].rstrip()} {word}:"
            lines[at:end] = [f"{_BULLET}{line.strip()[len(word) :].lstrip()}" for line in lines[at:end]]
        at = max(end, at + 1)
    return "\n".join(lines)


def _with_things(lines: list[str]) -> list[str]:
    """The lines; things under a line that breaks off as its points.  A page that is full there has only wrapped."""
    width = max(map(len, lines), default=0)
    at = 1
    while at < len(lines):
        end = at
        while end < len(lines) and _THING.match(lines[end]) and len(lines[end].split()) <= MOST_WORDS:
            end += 1
        early = all(
            len(line.rstrip()) + 1 + len(below.split()[0]) < width for line, below in pairwise(lines[at - 1 : end])
        )
        if end - at >= FEWEST_THINGS and early and _breaks_off().match(lines[at - 1]) and _ends(lines, end):
            lines[at - 1] = f"{lines[at - 1].rstrip()}:"
            lines[at:end] = [f"{_BULLET}{line.strip()}" for line in lines[at:end]]
        at = max(end, at + 1)
    return lines


@cache
def _breaks_off() -> re.Pattern[str]:
    """A line that no sentence and no name can end so, and that says something: “También se utiliza para”."""
    last = "|".join(data("labels")["leads_on_to_things"])
    return re.compile(rf"[A-ZÁÉÍÓÚÑ](?:[^\W_]+,? ){{2,9}}?[^.:;!?…()]*\b(?:{last})\s*$")


def _ends(lines: Sequence[str], end: int) -> bool:
    """Whether the next line is none of a sentence that goes on: blank, or with a capital."""
    return end >= len(lines) or not lines[end].strip()[:1].islower()


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

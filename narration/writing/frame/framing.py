"""The frame around the source's own words: welcome and closing.

Its phrases are the house style's (``style.yaml``); every line is marked
``from: style``, so a reviewer sees at a glance what the source did not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from narration.script import STYLE, Say
from narration.writing.frame import headings
from narration.writing.frame.invitations import Line
from narration.writing.vocabulary import Vocabulary

_NUMBER = re.compile(r"\d(?:[ ().‑–-]{0,2}\d){6,}")
"""A phone number."""


def styled(text: str) -> Say:
    return Say(text, (STYLE,))


def welcome(title: str, seconds: float, words: Vocabulary, known: Mapping[str, str]) -> list[Line]:
    """What this is and how long it takes, in ``seconds``; without a ``title``, no line names it."""
    texts = [text for text in words.style["welcome"] if title or "{title}" not in text]
    about = headings.about(title, words.style, known) if title else ""
    values = {"title": about, "minutes": _minutes(seconds, words)}
    return [styled(fill(text, values)) for text in texts]


def closing(
    names: Sequence[str], body: Iterable[Line], style: Mapping[str, Any], known: Mapping[str, str]
) -> list[Line]:
    """What was heard, the source's own closing, and the way back to the room.

    Where the source's closing has a number to ring, it comes first: after the end is announced few listen for it.
    """
    said: list[Line] = [*map(styled, headings.summed_up(names, style, known))]
    own = list(body)
    rings = any(isinstance(line, Say) and _NUMBER.search(line.text) for line in own)
    return [*(own + said if rings else said + own), *map(styled, style["closing_end"])]


def fill(text: str, values: Mapping[str, str]) -> str:
    """Only the writer's own names: ``{helper}`` stays for the clinic to fill."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


def _minutes(seconds: float, words: Vocabulary) -> str:
    count = max(1, round(seconds / 60))
    names = words.style["minutes"]
    return str(names["one"]) if count == 1 else str(names["many"]).format(count=count)

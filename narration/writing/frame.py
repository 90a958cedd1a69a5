"""The frame around the source's own words: welcome, announcements, invitations, closing.

Its phrases are the house style's (``style.yaml``); every line is marked
``from: style``, so a reviewer sees at a glance what the source did not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from narration.script import STYLE, Say, Silence
from narration.writing import headings
from narration.writing.rules import Vocabulary

Line = Say | Silence


def styled(text: str) -> Say:
    return Say(text, (STYLE,))


def welcome(title: str, seconds: float, words: Vocabulary, known: Mapping[str, str]) -> list[Line]:
    """What this is and how long it takes, in ``seconds``; without a ``title``, no line names it."""
    texts = [text for text in words.style["welcome"] if title or "{title}" not in text]
    about = headings.about(title, words.style, known) if title else ""
    values = {"title": about, "minutes": _minutes(seconds, words)}
    return [styled(fill(text, values)) for text in texts]


def announcement(name: str, index: int, count: int, style: Mapping[str, Any], known: Mapping[str, str]) -> Say:
    """Phase ``index`` of ``count``, counted from 1."""
    return styled(headings.announced(name, index, count, style, known))


def invitations(phases: Sequence[Sequence[Line]], style: Mapping[str, Any]) -> list[list[Line]]:
    """For each phase's lines an invitation and the time to take it, or nothing.

    One comes after every so many phases, but never after the last, and not
    where the words before it are heavy or tell what to do: there it waits for the next phase.
    """
    every, since, turn = int(style["invitation_every"]), 0, 0
    made: list[list[Line]] = [[] for _ in phases]
    for index, lines in enumerate(phases[:-1]):
        since += 1
        if every and since >= every and _calm(lines, style):
            said = style["invitations"][turn % len(style["invitations"])]
            made[index] = [styled(said), Silence(float(style["invitation_pause"]))]
            since, turn = 0, turn + 1
    return made


def _calm(lines: Sequence[Line], style: Mapping[str, Any]) -> bool:
    """Whether the last sentence of the source, in as many lines as it takes, leaves room to breathe."""
    said = [item for item in lines if isinstance(item, Say) and item.sources != (STYLE,)]
    last = [item for item in said if item.sources == said[-1].sources]
    found = {word for item in last for word in re.findall(r"[^\W\d_]+(?:[’'][^\W_]+)*", item.text.lower())}
    return not found & {*style["heavy"], *style.get("not_before_invitation", ())}


def closing(
    names: Sequence[str], body: Iterable[Line], style: Mapping[str, Any], known: Mapping[str, str]
) -> list[Line]:
    """What was heard, the source's own closing, and the way back to the room."""
    said = headings.summed_up(names, style, known)
    return [*map(styled, said), *body, *map(styled, style["closing_end"])]


def fill(text: str, values: Mapping[str, str]) -> str:
    """Only the writer's own names: ``{helper}`` stays for the clinic to fill."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


def _minutes(seconds: float, words: Vocabulary) -> str:
    count = max(1, round(seconds / 60))
    names = words.style["minutes"]
    return str(names["one"]) if count == 1 else str(names["many"]).format(count=count)

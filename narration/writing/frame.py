"""The frame around the source's own words: welcome, announcements, invitations, closing.

Its phrases are the house style's (``style.yaml``); every line is marked
``from: style``, so a reviewer sees at a glance what the source did not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from narration.script import STYLE, Pauses, Say, ScriptPhase, Silence, VoiceChoice
from narration.writing import headings
from narration.writing.rules import Vocabulary

Line = Say | Silence

SLOWER_THAN_PACE = 1.15
"""A script of short sentences takes longer than its words at the nominal pace: each one slows down at its end."""


def styled(text: str) -> Say:
    return Say(text, (STYLE,))


def welcome(title: str, seconds: float, words: Vocabulary) -> list[Line]:
    """What this is and how long it takes; ``seconds`` is the length of all the rest."""
    texts = words.style["welcome"]
    extra = sum(len(text.split()) for text in texts) * 60 / VoiceChoice().pace + len(texts) * Pauses().sentence
    values = {"title": title, "minutes": _minutes(seconds + extra, words)}
    return [styled(fill(text, values)) for text in texts]


def announcement(name: str, index: int, count: int, style: Mapping[str, Any]) -> Say:
    """Phase ``index`` of ``count``, counted from 1."""
    if "headings" in style:
        return styled(headings.announced(name, index, count, style, style["headings"]["language"]))
    if name.rstrip().endswith("?"):
        return styled(str(style["question"]).replace("{phase}", name.strip()))
    which = "first" if index == 1 else "last" if index == count else "next"
    return styled(str(style[which]).replace("{phase}", with_article(name, style)))


def invitation(index: int, count: int, style: Mapping[str, Any]) -> list[Line]:
    """An invitation and the time to take it, after every so many phases but the last; the style may leave them out."""
    every = int(style["invitation_every"])
    if not every or index % every or index >= count:
        return []
    turn = index // every - 1
    said = style["invitations"][turn % len(style["invitations"])]
    return [styled(said), Silence(float(style["invitation_pause"]))]


def closing(names: Sequence[str], body: Iterable[Line], style: Mapping[str, Any]) -> list[Line]:
    """What was heard, the source's own closing, and the way back to the room."""
    if "headings" in style:
        said = headings.summed_up(names, style, style["headings"]["language"])
        return [*map(styled, said), *body, *map(styled, style["closing_end"])]
    named = len(names) > 1 and not any(name.rstrip().endswith("?") for name in (names[0], names[-1]))
    begin = style["closing_begin" if named else "closing_begin_short"]
    values = {"first": with_article(names[0], style), "last": with_article(names[-1], style)} if named else {}
    return [*(styled(fill(text, values)) for text in begin), *body, *map(styled, style["closing_end"])]


def with_article(name: str, style: Mapping[str, Any]) -> str:
    """A heading inside a sentence: ``Onset`` → ``the onset``, ``Before You Arrive`` → ``before you arrive``."""
    spoken = spoken_name(name).rstrip(".")
    found = re.findall(r"[\w’'-]+", spoken.lower())
    if found and found[-1] in style["with_article"] and found[0] not in style["bare"]:
        return f"{style['article']} {spoken}"
    return spoken


def spoken_name(name: str) -> str:
    """A heading in lower case but for acronyms: ``Gradual Return`` → ``gradual return``, ``IV Line`` → ``IV line``."""
    return " ".join(
        word.lower() if re.fullmatch(r"[A-ZÁÉÍÓÚÑ][a-záéíóúñü’'-]*(?:-[A-Z][a-z]+)*", word) else word
        for word in name.split()
    )


def expected_seconds(phases: Iterable[ScriptPhase], pauses: Pauses, pace: int) -> float:
    """How long the track will be, from its words, its pace and its pauses."""
    words = silences = 0.0
    for phase in phases:
        words += sum(len(say.text.split()) for say in phase.says)
        silences += sum(i.seconds if isinstance(i, Silence) else pauses.sentence for i in phase.lines) + pauses.phase
    return words * 60 / pace * SLOWER_THAN_PACE + silences


def fill(text: str, values: Mapping[str, str]) -> str:
    """Only the writer's own names: ``{helper}`` stays for the clinic to fill."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


def _minutes(seconds: float, words: Vocabulary) -> str:
    count = max(1, round(seconds / 60))
    names = words.style["minutes"]
    return str(names["one"]) if count == 1 else str(names["many"]).format(count=count)

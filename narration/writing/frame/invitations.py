"""Between the parts: an invitation to breathe or to rest, and the time to take it.

The policy, for a listener who may be nervous (``docs/writing.md`` has it in plain words):

- One comes after most parts, up to so many in a guide, spread evenly; a short part waits for the next.
- After words that weigh or tell what to do comes no breath, but a moment.
- After words that warn of danger comes only a pause: nothing may soften them.
- None speaks of what the parts around it speak of: no breath where breathing is the topic.
- None is said twice in a row; the one that has waited longest is next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from narration.script import STYLE, Say, Silence

Line = Say | Silence


class Part(NamedTuple):
    """A phase: its heading, and the lines that say it."""

    name: str
    lines: Sequence[Line]

    @property
    def words(self) -> list[str]:
        return _words(" ".join((self.name, *(item.text for item in self.lines if isinstance(item, Say)))))


def between(parts: Sequence[Part], style: Mapping[str, Any]) -> list[list[Line]]:
    """What comes after each part: an invitation and its pause, only a pause, or nothing; never one after the last."""
    made: list[list[Line]] = [[] for _ in parts]
    every, gaps = int(style["invitation_every"]), len(parts) - 1
    if not every:
        return made
    share = min(gaps // every, int(style["invitations_at_most"]))
    due, heard, used = 0, 0, [""]
    for index, (part, after) in enumerate(pairwise(parts)):
        due += share  # of ``gaps``, which are one invitation
        heard += len(part.words)
        last = _last_words(part.lines)
        if last & {*style["alarming"]}:
            made[index] = [Silence(float(style["heavy_pause"]))]
        elif due >= gaps and heard >= int(style["invitation_after_words"]):
            weighs = bool(last & {*style["heavy"], *style["not_before_breath"]})
            said = _next(style, {*part.words, *after.words}, used, weighs=weighs)
            if said:
                made[index] = [Say(said, (STYLE,)), Silence(float(style["invitation_pause"]))]
                used.append(said)
                due, heard = min(due - gaps, gaps), 0
    return made


def _next(style: Mapping[str, Any], around: set[str], used: Sequence[str], *, weighs: bool) -> str:
    """The one that has waited longest of those that fit here; nothing where none does."""
    topics = [{*topic} for topic in style["invitation_topics"] if around & {*topic}]
    kinds = ("moments",) if weighs else ("invitations", "moments")
    for kind in kinds:
        fitting = [text for text in style[kind] if text != used[-1] and not any(t & {*_words(text)} for t in topics)]
        if fitting:
            return str(min(fitting, key=lambda text: _last_place(text, used)))
    return ""


def _last_place(text: str, used: Sequence[str]) -> int:
    return max((place for place, said in enumerate(used) if said == text), default=-1)


def _last_words(lines: Sequence[Line]) -> set[str]:
    """The words of the last sentence of the source, in as many lines as it takes, and of the line that leads in to it.

    “Go to the emergency department if A.” … “Also go there if F.”: where one goes stands in the first of a list.
    """
    said = [item for item in lines if isinstance(item, Say) and item.sources != (STYLE,)]
    last = [item for item in said if item.sources == said[-1].sources]
    first = [item for item in said if {*item.sources} & {*said[-1].sources}][:1]
    return {word for item in (*first, *last) for word in _words(item.text)}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", text.lower())

"""A language's words for writing, from ``narration/language/<language>/``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from narration.language.plain import PlainWord


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the rules, the lists and the frame know of a language.

    ``plain`` maps formal words to plain ones; ``terms`` are tables of medical
    words with what explains them; ``style`` holds the house style's phrases; ``grammar`` what
    the rules know of the language's clauses.  ``around`` is the source sentence that a line is cut from, and on a
    second line the one after it: what stands there may speak of a noun of the line.
    """

    language: str
    plain: Mapping[str, PlainWord] = field(default_factory=dict)
    terms: Sequence[Mapping[str, Any]] = ()
    style: Mapping[str, Any] = field(default_factory=dict)
    grammar: Mapping[str, Any] = field(default_factory=dict)
    around: str = ""

    @property
    def following(self) -> str:
        """The source sentence after the one that a line is cut from; ``""`` for none."""
        return self.around.partition("\n")[2]

"""The seam for writing rules, and how to add one.

A rule turns one sentence into one or more sentences that say the same, more
plainly.  It is **one file and one table row**: write
``narration/writing/rules/NAME.py`` with a function
``apply(sentence: str, words: Vocabulary) -> list[str]`` and add it to ``RULES``
in ``narration/writing/rules/__init__.py`` at its place in the order.  Add cases
to ``tests/cases/writing/NAME.en.txt``: the sentence, then what becomes of it.

A section rule sees the sentences of a whole section, because a later sentence
may hang on an earlier one (“They will then …”); it gives back as many.

A rule that is not sure leaves the sentence as it is.  It never drops or adds a
number, a negation, or a word that says how likely something is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from narration.language.plain import PlainWord


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A language's words for the rules, from ``narration/language/<language>/``.

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


Rule = Callable[[str, Vocabulary], list[str]]
SectionRule = Callable[[Sequence[str], Vocabulary], list[str]]

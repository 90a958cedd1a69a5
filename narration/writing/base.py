"""The seam for writing rules, and how to add one.

A rule turns one sentence into one or more sentences that say the same, more
plainly.  It is **one file and one table row**: write
``narration/writing/NAME.py`` with a function
``apply(sentence: str, words: Vocabulary) -> list[str]`` and add it to
``RULES`` in ``narration/writing/writer.py`` at its place in the order.  Add
cases to ``tests/cases/writing/NAME.txt``: the sentence, then what becomes of it.

A rule that is not sure leaves the sentence as it is.  It never drops or adds a
number, a negation, or a word that says how likely something is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from narration.language.plain import PlainWord


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A language's words for the rules, from ``narration/language/<language>/``.

    ``plain`` maps formal words to plain ones; ``style`` holds the house style's
    phrases; ``splitting`` what the splitter knows of grammar.
    """

    language: str
    plain: Mapping[str, PlainWord] = field(default_factory=dict)
    style: Mapping[str, Any] = field(default_factory=dict)
    splitting: Mapping[str, Any] = field(default_factory=dict)


Rule = Callable[[str, Vocabulary], list[str]]

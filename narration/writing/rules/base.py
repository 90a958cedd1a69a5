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

from collections.abc import Callable, Sequence

from narration.writing.vocabulary import Vocabulary

Rule = Callable[[str, Vocabulary], list[str]]
SectionRule = Callable[[Sequence[str], Vocabulary], list[str]]

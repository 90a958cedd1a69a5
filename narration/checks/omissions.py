"""Nothing dropped inside a sentence: each clause of the source, and each item of a list, is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from narration.checks.base import Context, Finding, words
from narration.checks.wording import aliens, lost_words

MANY_WORDS = 3
"""So many more lost words than new ones cannot be the same thing in fewer words."""


def check(context: Context) -> Iterator[Finding]:
    for rendering in context.renderings:
        texts = [context.for_the_ear(rendering.phase.source[key]) for key in rendering.ids]
        # The part's name is announced, and need not be said again over its list.
        named = words(rendering.phase.name)
        own = [re.sub(context.meaning["list_pointers"], " ", text) for text in texts if words(text) != named]
        # What denies (“avoid”, “fast”) is for ``marks`` to compare.
        lost = lost_words(context, own, rendering.spoken_lines) - set(context.lexicon.groups["denial"])
        if not lost:
            continue
        new = {word for text in rendering.spoken_lines for word in aliens(context, texts, text)[1]}
        parts = [part for text in rendering.spoken_source for part in _parts(context, text) if part <= lost]
        parts += [{item} for text in rendering.spoken_source for item in _items(context, text) if item in lost]
        listed = ", ".join(sorted(lost))
        if not new or len(lost) - len(new) >= MANY_WORDS:
            yield rendering.finding(
                "block", "part-lost", f"the lines do not say: {listed}.", "Say all of the sentence."
            )
        else:
            level = "warn" if parts or len(lost) > len(new) else "note"
            message = f"said in other words, or not at all: {listed}."
            yield rendering.finding(
                "warn" if level == "warn" else "note", "words-lost", message, "Check that nothing is lost."
            )


def _items(context: Context, spoken: str) -> Iterator[str]:
    """The last content word before each comma or “and” of a list, as the first item has a verb before it."""
    joins = "|".join(map(re.escape, context.meaning["list_joins"]))
    for found in re.finditer(rf"\b([\w’'-]+)(?=,\s(?:[\w’'-]+\s){{1,5}}?(?:{joins})\s|,?\s(?:{joins})\s)", spoken):
        word = found[1].lower()
        if context.lexicon.content([word]) and word not in context.meaning["passing_words"]:
            yield word


def _parts(context: Context, spoken: str) -> Iterator[set[str]]:
    """The content words of each clause and of each item of a list; an adverb alone is no item."""
    joins = "|".join(map(re.escape, context.meaning["list_joins"]))
    found = [
        {word for word in context.lexicon.content(words(clause)) if not _adverb(context, word)}
        for clause in re.split(rf"[.,;:!?…]+(?=\s|$)|\s(?:{joins})\s", spoken)
    ]
    count = Counter(word for part in found for word in part)
    for part in found:
        own = {word for word in part if count[word] == 1} - set(context.meaning["passing_words"])
        if own:
            yield own


def _adverb(context: Context, word: str) -> bool:
    return word.endswith(tuple(context.meaning["passive"]["adverb"]))

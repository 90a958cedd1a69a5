"""Words that look like verbs and are nouns: “in the treatment position”, “into one of two places”."""

from __future__ import annotations

from collections.abc import Sequence

from narration.writing.sentences.clauses import has_verb
from narration.writing.vocabulary import Vocabulary

_SIZES = (3, 4)
"""A preposition, an article or a count, and a noun, or one more word before the noun."""


def ends_with_noun(found: Sequence[str], words: Vocabulary) -> bool:
    """Whether a clause that has its verb ends with a preposition and its noun: “It is put in the same place”.

    Not with “that” or “if” before, which has a verb of its own: “Be sure that the driver of your car knows”.
    """
    grammar = words.grammar
    counts = {*grammar["determiners"], *grammar["singular_pointers"], *grammar["plural_quantities"]}
    opens = {*grammar["relatives"], *grammar["subordinators"]}
    for size in _SIZES:
        before, phrase = found[:-size], found[-size:]
        if not before or phrase[0] not in grammar["prepositions"] or phrase[1] not in counts:
            continue
        own = {*phrase[2:-1]} & {*opens, *grammar["subjects"], *grammar["auxiliary"]}  # “in the ward you need”
        return not own and not opens & {*before} and has_verb(" ".join(before), words)
    return False

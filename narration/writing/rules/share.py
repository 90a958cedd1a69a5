"""Two verbs that share a subject: “The effects peak early and may last an hour” → “… They may last an hour.”

Only where the second verb is an auxiliary, so that it is surely finite, or in
a very long sentence an infinitive under the same modal (“You may rest and go
home” → “… You may also go home”); and where no inner clause could own it (“Tell
us if you feel sick and are worried”).
"""

from __future__ import annotations

import re

from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import (
    FEWEST_WORDS,
    again,
    balanced,
    capitalised,
    long,
    main_clause,
    says_subjects,
    stands,
    subject,
    subordinate,
    tokens,
)

VERY_LONG_WORDS = 16


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or its two halves with the subject said again."""
    if not long(sentence):
        return [sentence]
    for match in re.finditer(words.grammar["shared_subject"], sentence):
        left, right = sentence[: match.start()].rstrip(" ,"), sentence[match.end() :]
        main = main_clause(left, words)
        if subordinate(main, words) or not stands(left, words, opening=True) or not balanced(left):
            continue
        if len(right.split()) < FEWEST_WORDS:
            continue
        name = again(left, words)
        if name or not says_subjects(words):
            return [f"{left}.", *apply(f"{name} {right}" if name else capitalised(right), words)]
    return _under_one_modal(sentence, words)


def _under_one_modal(sentence: str, words: Vocabulary) -> list[str]:
    grammar = words.grammar
    main = main_clause(sentence, words)
    name, _ = subject(main, words)
    modal = re.match(grammar["shared_modal"], main[len(name) :].lstrip())
    if not grammar["shared_modal"] or len(sentence.split()) <= VERY_LONG_WORDS or not name or modal is None:
        return [sentence]
    if set(tokens(sentence)) & set(grammar["negative"]):
        return [sentence]
    for match in re.finditer(grammar["second_verb"], sentence):
        left, right = sentence[: match.start()].rstrip(" ,"), sentence[match.end() :]
        said = again(left, words)
        if said and balanced(left) and not subordinate(main_clause(left, words), words):
            chain = modal["chain"].replace(" also", "")
            return [f"{left}.", f"{said} {modal['modal']} also{chain} {right}"]
    return [sentence]

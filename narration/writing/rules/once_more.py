"""What is still long once its brackets and words are plain: the cuts are tried again.

A bracket that has become a part of its sentence, or a plain verb in place of a rare one, may show a joint that could
not be seen before: “Take it easy for a day (no lifting), although you need not stay in bed.”  Only in a
language that says its subjects: elsewhere a rare word may be what shows whose the second verb is (“que permanezca …
y lo acompañe”).
"""

from __future__ import annotations

import re

from narration.writing.rules import next_acts, recast, share, split
from narration.writing.sentences.clauses import long, says_subjects
from narration.writing.vocabulary import Vocabulary

_OVER_WORDS = 20
_CUTS = (split.apply, recast.apply, share.apply, next_acts.apply)


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or those it falls into."""
    if not says_subjects(words) or not long(sentence, words, _OVER_WORDS):
        return [sentence]
    if re.search(words.grammar["relative_clauses"]["at"], sentence):
        return [sentence]  # “a sitter, who is an adult, 18 or older, and stays with you”
    lines = [sentence]
    for cut in _CUTS:
        lines = [made for line in lines for made in cut(line, words)]
    return lines

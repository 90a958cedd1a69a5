"""When to ask for help, one case at a time: “Call us if …, if …, or if …” → “Call us if …” “Also call us if …”

Only in a long sentence that is an instruction, where each case has a verb of
its own, and where what is said again holds no amount and denies nothing.
"""

from __future__ import annotations

import re

from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import balanced, capitalised, command, decapitalised, has_verb, long, tokens

_OVER_WORDS = 20
_MOST_WORDS_AGAIN = 10


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or one for each case."""
    pattern = words.grammar["cases"]
    if not pattern or not long(sentence, words, _OVER_WORDS) or not sentence.endswith(".") or not balanced(sentence):
        return [sentence]
    cases = re.split(pattern["between"], sentence[:-1])
    begin = re.match(pattern["begin"], cases[0])
    if len(cases) == 1 or begin is None or not command(begin[0], words):
        return [sentence]
    said = begin[0].strip()
    denies = set(tokens(said)) & set(words.grammar["negative"])
    if denies or re.search(r"\d", said) or len(said.split()) > _MOST_WORDS_AGAIN:
        return [sentence]
    first = cases[0][begin.end() :]
    if not all(has_verb(case, words, 1) for case in (first, *cases[1:])):
        return [sentence]
    again = f"{capitalised(words.grammar['lists']['also'])} {decapitalised(said)}"
    return [f"{said} {first}.", *(f"{again} {case}." for case in cases[1:])]

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
_FEWEST_VERBS = 3
_MOST_WORDS_IN_ITEM = 4


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or one for each case."""
    pattern = words.grammar["cases"]
    if not pattern or not long(sentence, words, _OVER_WORDS) or not sentence.endswith(".") or not balanced(sentence):
        return [sentence]
    begin = re.match(pattern["begin"], sentence)
    told = re.match(pattern["told"], sentence)
    if begin is None or not command(sentence[told.end() if told else 0 : begin.end()], words):
        return [sentence]
    said = begin[0].strip()
    denies = set(tokens(said)) & set(words.grammar["negative"])
    if denies or re.search(r"\d", said) or len(said.split()) > _MOST_WORDS_AGAIN:
        return [sentence]
    cases = _cases(sentence[begin.end() : -1], words)
    also = str(words.grammar["lists"]["also"])
    again = f"{told['who']} {also} {said[told.end() :]}" if told else f"{capitalised(also)} {decapitalised(said)}"
    cases = [_with_or(case, words) for case in cases]
    return [f"{said} {cases[0]}.", *(f"{again} {case}." for case in cases[1:])]


def _cases(text: str, words: Vocabulary) -> list[str]:
    """Each with its own “if”: as the source has them, or of a list of verbs under one (“if you gain weight, or …”)."""
    pattern = words.grammar["cases"]
    cases = re.split(pattern["between"], text)
    if len(cases) > 1:
        return cases if all(has_verb(case, words, 1) for case in cases) else [text]
    person = re.match(pattern["person"], text)
    items = re.split(r",\s+", text[person.end() :]) if person else []
    word = f"{words.grammar['or']} "
    if len(items) < _FEWEST_VERBS or not items[-1].startswith(word):
        return [text]
    items[-1] = items[-1].removeprefix(word)
    known = {*words.grammar["verbs"], *words.grammar["auxiliary"]}
    if not person or not all(tokens(item) and tokens(item)[0] in known for item in items[1:]):
        return [text]
    return [f"{person['person']} {item}" for item in items]


def _with_or(case: str, words: Vocabulary) -> str:
    """A list whose `or` stood before the next case has it before its own last item: “a cold, a fever, or a cough”."""
    *before, last = case.split(", ")
    found = tokens(last)
    joined = set(found) & {words.grammar["or"], *words.grammar["series"].split(), *words.grammar["conditions"]}
    if not before or not found or joined or found[0] in words.grammar["no_subject"]:
        return case
    if len(found) > _MOST_WORDS_IN_ITEM or has_verb(last, words):
        return case
    return f"{', '.join(before)}, {words.grammar['or']} {last}"

"""A condition whose `if` is hidden in its word order: “Should it be high, we wait.” → “If it is high, we wait.”

Only before a comma, or what else is done then (“Should it leak you must ring us”),
never in a question, and only where the subject is plain to see and a known verb
follows it, which then agrees with it.  “In the event that A, or that B, …” has its
second `if` put in, as its beginning will be one: “If A, or if B, …”.
"""

from __future__ import annotations

import re
from functools import lru_cache

from narration.language.inflection import verb_forms
from narration.writing.sentences.plurals import plural
from narration.writing.vocabulary import Vocabulary


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence with its conditions in the usual order."""
    grammar = words.grammar.get("inversions")
    if not grammar:
        return [sentence]
    if again := grammar.get("case_again"):
        sentence = re.sub(again["at"], again["say"], sentence)
    if (were := grammar.get("were")) and (match := re.search(were["at"], sentence)):
        if_ = str(grammar["if"])
        said = match.expand(were["say"].replace("{if}", if_.capitalize() if match["were"][0] == "W" else if_))
        sentence = f"{sentence[: match.start()]}{said}"
    if "hould " not in sentence:
        return [sentence]

    def usual(match: re.Match[str]) -> str:
        subject, verb = match["subject"], match["verb"]
        many = subject in grammar["many"] or (subject not in grammar["one"] and plural(subject, "", words))
        one = verb_forms(verb, words.grammar["irregular_verbs"]).third
        said = grammar["be"]["many" if many else "one"] if verb == "be" else verb if many else one
        if_ = str(grammar["if"])
        return f"{match['before']}{if_.capitalize() if match['should'][0] == 'S' else if_} {subject} {said}"

    return [_pattern(grammar["at"], frozenset(words.grammar["verbs"])).sub(usual, sentence)]


@lru_cache(maxsize=4)
def _pattern(at: str, verbs: frozenset[str]) -> re.Pattern[str]:
    return re.compile(at.replace("{verbs}", "|".join(sorted(verbs, key=lambda verb: (-len(verb), verb)))))

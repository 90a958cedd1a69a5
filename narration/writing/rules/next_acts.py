"""What is done next by or to the same one, in a long sentence: “will press on it for a minute, then put on a dressing”.

→ “The nurse will then put on a dressing.”  A second participle has the “will be” of the first: “You will be laid on a
couch, with …, and asked to lie still” → “You will also be asked to lie still.”  Not where an inner clause, or who is
asked or helped, could own the second verb, and not under an *if*.
"""

from __future__ import annotations

import re

from narration.writing.sentences import last_acts
from narration.writing.sentences.clauses import conditional, long, main_clause, says_subjects, subject, subordinate
from narration.writing.sentences.subjects import again
from narration.writing.sentences.text import balanced, tokens
from narration.writing.vocabulary import Vocabulary

_OVER_WORDS = 20
_FEWEST_WORDS = 4


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or its two halves."""
    if not says_subjects(words) or not long(sentence, words, _OVER_WORDS):
        return [sentence]
    return _then(sentence, words) or _participle(sentence, words) or [sentence]


def _then(sentence: str, words: Vocabulary) -> list[str]:
    grammar = words.grammar
    for match in re.finditer(grammar["then_verb"], sentence):
        left, right = sentence[: match.start()], sentence[match.end() :]
        said = _doer(left, right, words)
        if not said or re.search(grammar["others_do"], left):
            continue
        main = main_clause(left, words)
        name, verb = subject(main, words)
        modal = re.match(grammar["shared_modal"], main[len(name) :].lstrip())
        inner = subordinate(main, words)
        if modal and not modal["chain"] and not inner and match["verb"] in grammar["verb_bases"]:
            return [f"{left}.", f"{said} {modal['modal']} {grammar['then']} {right}"]
        # “A nurse puts in a tube, which stings a little, then takes …”: what a person does to something.
        acts = not inner or (set(tokens(said)) & set(grammar["persons"]) and re.match(grammar["acts_on"], right))
        third = match["verb"] in grammar["verbs"] and match["verb"].endswith("s") and verb.endswith("s")
        first = last_acts.closed(left, words)
        if third and acts and first and modal is None:
            return [f"{first}.", f"{said} {grammar['then']} {right}"]
    return []


def _participle(sentence: str, words: Vocabulary) -> list[str]:
    grammar = words.grammar
    for match in re.finditer(grammar["second_participle"], sentence):
        left, right = sentence[: match.start()], sentence[match.end() :]
        main = main_clause(left, words)
        name, _ = subject(main, words)
        chain = re.match(grammar["passive_chain"], main[len(name) :].lstrip())
        said = _doer(left, right, words)
        if said and chain and not subordinate(main, words):
            also = str(grammar["lists"]["also"])
            first, _, rest = re.sub(rf"\s(?:{grammar['then']}|{also})\b", "", chain[0]).partition(" ")
            besides = (match["then"] or also).strip()
            return [f"{left}.", f"{said} {first} {besides} {rest} {right}".replace("  ", " ")]
    return []


def _doer(left: str, right: str, words: Vocabulary) -> str:
    """Who does it, or whom it is done to, said again; nothing where a condition or a short half leaves doubt."""
    if conditional(left, words) or not balanced(left) or min(len(left.split()), len(right.split())) < _FEWEST_WORDS:
        return ""
    return again(left, words)

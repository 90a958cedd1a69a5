"""A whole sentence inside a long one, between dashes or brackets, as a sentence of its own after it.

“El médico —usted puede preguntarle— le explicará …” → “El médico le explicará …” “Usted puede preguntarle.”  Only
where it says itself of whom it speaks, or orders something by its name, and where nothing before it is a condition.
For a language whose grammar has ``set_out`` (Spanish).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.sentences import first_halves
from narration.writing.sentences.clauses import command, conditional, finite, has_verb, instructs, long, own_verb
from narration.writing.sentences.continued import shows_subject
from narration.writing.sentences.text import balanced, capitalised, tokens
from narration.writing.vocabulary import Vocabulary

_OVER_WORDS = 20
_FEWEST_WORDS = 4


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or it without what interrupts it, and that."""
    grammar = words.grammar.get("set_out")
    if not grammar or not long(sentence, words, _OVER_WORDS):
        return [sentence]
    found = re.fullmatch(grammar["at"], sentence)
    if found is None or conditional(found["before"], words) or not balanced(found["before"]):
        return [sentence]
    content = next(part for part in (found["dashed"], found["short"], found["bracketed"]) if part).strip()
    if content.endswith(("?", "!")) or len(content.split()) < _FEWEST_WORDS:
        return [sentence]
    outer = f"{found['before']}{found['comma']} {found['after']}"
    if said := _relative(content, found["before"], grammar, words):
        return [outer, said]
    case = re.match(grammar["case"], content)
    if case and own_verb(case["told"], words):
        return _in_three(content, found, grammar, words) or [sentence]
    if re.search(grammar["points"], content):
        return [sentence]
    if _says_itself(content, grammar, words):
        return [outer, f"{capitalised(content).rstrip('.')}."]
    return _in_three(content, found, grammar, words) or [sentence]


def _says_itself(content: str, grammar: Mapping[str, Any], words: Vocabulary) -> bool:
    """Whether it names who does something, or orders what it names: “no coma nada desde las doce”."""
    if command(content, words):
        return not re.match(grammar["own_order"], content)
    found = tokens(content)
    # “la verá el médico”, “el organismo lo repone”: what stands before names it
    pairs = zip(["", *found], found, strict=False)
    pronoun = any(
        one in grammar["them"] and before != "se" and finite(found, at, words)
        for at, (before, one) in enumerate(pairs, 1)
    )
    named = re.match(grammar["named"], content) is not None and not pronoun
    return named and own_verb(content, words) and shows_subject(content, words)


def _relative(content: str, before: str, grammar: Mapping[str, Any], words: Vocabulary) -> str:
    """“la infusión —que dura una hora—” → “La infusión dura una hora.”; ``""`` where it may be of another noun."""
    told, noun = re.match(grammar["relative"], content), re.search(grammar["noun"], before)
    if told is None or noun is None or not has_verb(told["told"], words):
        return ""
    name = capitalised(noun["noun"])
    for apart, together in grammar["contracted"].items():
        name = re.sub(apart, together, name)
    return f"{name} {told['told'].rstrip('.')}."


def _in_three(content: str, found: re.Match[str], grammar: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """“Puede doler —es normal y se pasa solo— pero, si va a más, llame” → three sentences, in their order.

    What is done before and after (“Se pone A, se conecta B —…— y se mide C”) loses the last of its series.
    """
    joint = re.match(grammar["joint"], found["after"])
    whole = own_verb(found["before"], words) or instructs(found["before"], words)
    if joint is None or not whole or not own_verb(content, words):
        return []
    if not (own_verb(joint["rest"], words) or instructs(joint["rest"], words)):
        return []
    after = found["after"]
    for begin, instead in grammar["begins"].items():
        after = re.sub(begin, instead, after)
    before = first_halves.closed({"of_a_series": True}, found["before"], " y ", joint["rest"], words)
    return [f"{before or found['before']}.", f"{capitalised(content).rstrip('.')}.", capitalised(after)]

"""What may be felt, or is usual, two things in a sentence: “Puede notar que A, que B o que C” → “… que A o que B.”

For a language whose clauses of what is felt each begin with one word (Spanish
*que*): the last is told from the first by it, so each can have the beginning again.
Of what somebody is asked or told to do, two are enough: “Se le pedirá que A y que B”, “Le preguntará si A y si B”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.sentences.clauses import long, own_verb
from narration.writing.sentences.text import balanced, capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

_OVER_WORDS = 20
_MOST_WORDS_TOGETHER = 14
_FEWEST_CONTENTS = 3


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or one for each two of its clauses."""
    signs = words.grammar.get("signs")
    if not signs or re.search(r"[;:]|[^.]$", sentence) or not balanced(sentence):
        return [sentence]
    text = sentence[:-1]
    if asked := _asked(text, signs, words):
        return asked
    begin = re.match(signs["contents"], text, re.IGNORECASE)
    if not begin or not long(text, words, _OVER_WORDS) or set(tokens(begin["stem"])) & set(words.grammar["negative"]):
        return [sentence]
    found = re.split(signs["content"], text[begin.end() :])
    items, joint = found[::2], found[-2] if len(found) > 1 else None
    if joint is None or len(items) < _FEWEST_CONTENTS or any(not own_verb(item[4:], words) for item in items):
        return [sentence]
    if re.search(signs["wishes"], begin["stem"]) and not all(_wished(item, signs, words) for item in items):
        return [sentence]
    pairs = _paired(items, joint)
    stem = begin["stem"][0].lower() + begin["stem"][1:]
    again = capitalised(f"{words.grammar['lists']['also']} {stem}")
    return [f"{begin[0]}{pairs[0]}.", *(f"{again} {pair}." for pair in pairs[1:])]


def _asked(text: str, signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """“Se le pedirá que A y que B” → “Se le pedirá que A.” “También se le pedirá que B.”

    Of many short ones two are told together.  Nothing where the last may tell more of something in the first:
    “objetos que lleven metal y que puedan caer”.
    """
    begin = re.match(signs["asked"], text, re.IGNORECASE)
    if not begin or not long(text, words, _OVER_WORDS) or set(tokens(begin["stem"])) & set(words.grammar["negative"]):
        return []
    items = re.split(rf"(?:,\s+(?:[ye]\s+)?|\s+[ye]\s+)(?={begin['word']}\s)", text[begin.end() :])
    inner = {*words.grammar["relatives"], *words.grammar["clause_words"]}
    own = all(own_verb(item.partition(" ")[2], words) for item in items)
    if len(items) < 2 or not own or any(inner & set(tokens(item)[1:]) for item in items[:-1]):
        return []
    if begin["word"] != words.grammar["signs"]["if"] and not all(_wished(item, signs, words) for item in items):
        return []
    also, stem = str(words.grammar["lists"]["also"]), begin["stem"]
    # “También la enfermera le pedirá” would be she as well as others.
    first, second, *_ = tokens(stem)
    alone = first in words.grammar["clitics"] and {first, second} & set(words.grammar["person_clitics"])
    again = f"{capitalised(also)} {decapitalised(stem)}" if alone else f"{capitalised(stem)} {also}"
    if len(items) > _FEWEST_CONTENTS:
        apart = len(f"{begin[0]}{items[0]} {items[1]}".split()) > _OVER_WORDS
        items = [*items[:apart], *_paired(items[apart:], words.grammar["bullets"]["and"])]
    return [f"{begin[0]}{items[0]}.", *(f"{again} {item}." for item in items[1:])]


def _paired(items: list[str], joint: str) -> list[str]:
    """Two short clauses beside each other in one."""
    pairs: list[str] = []
    alone = False
    for item in items:
        short = alone and len(f"{pairs[-1]} {item}".split()) <= _MOST_WORDS_TOGETHER
        if short:
            pairs[-1] += f"{',' if ',' in pairs[-1] else ''} {joint} {item}"
        else:
            pairs.append(item)
        alone = not short
    return pairs


def _wished(item: str, signs: Mapping[str, Any], words: Vocabulary) -> bool:
    """Whether “que …” has a subjunctive, as “es posible” asks for: not “(una cámara) que graba”."""
    subjunctives = {*signs["subjunctives"], *words.grammar["forbidden"]}
    return any(token in subjunctives or token.removesuffix("n") in subjunctives for token in tokens(item))

"""What is to be done, said to the one who does it: “Jewellery must be removed.” → “You must remove jewellery.”

Only where nobody but the listener can be meant: the grammar has the acts, each
with the things that patients do it to (“The stitches should be removed” is for
a nurse).  How firm it is stays: *must*, *should*, *may*; “is to be” is an order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.sentences.text import capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

_SHORT_NAME = re.compile(r"[A-Z]{2}|[A-Z]\w*\s[A-Z]")


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or the same to the listener."""
    grammar = words.grammar.get("passives")
    found = re.fullmatch(grammar["at"], sentence) if grammar else None
    if grammar is None or found is None or words.style.get("of_another") or re.search(grammar["leave"], sentence):
        return [sentence]
    act = _act(found, grammar, words)
    return [_to_listener(found, act, grammar, words)] if act else [sentence]


def _act(found: re.Match[str], grammar: Mapping[str, Any], words: Vocabulary) -> Mapping[str, Any]:
    """What the listener does to the thing; nothing where somebody else might, or one of several things is not known."""
    thing = found["thing"]
    if re.match(grammar["not_things"], thing) or re.search(grammar["except"], thing):
        return {}
    if (found["not"] or re.search(grammar["denied"], found["modal"])) and re.search(grammar["of_all"], thing):
        return {}  # “all jewellery should not be worn”: you should not wear all of it would be another rule
    if set(tokens(thing)) & set(words.grammar["auxiliary"]):
        return {}  # “most tablets can be taken but aspirin”
    every = re.split(grammar["joints"], re.sub(grammar["before_name"], "", thing))
    names = [re.sub(grammar["after_name"], "", name) for name in every]
    loose = re.fullmatch(grammar["loose"], found["modal"]) is not None
    for act in grammar["acts"]:
        if act.get("firm") and loose:
            continue  # “your tablets may be stopped”: by a doctor
        known = all(re.search(rf"(?:^|\s){act['things']}$", name, re.IGNORECASE) for name in names)
        if re.fullmatch(act["done"], found["done"]) and known and re.match(act.get("rest", ""), found["rest"]):
            return dict(act)
    return {}


def _to_listener(found: re.Match[str], act: Mapping[str, Any], grammar: Mapping[str, Any], words: Vocabulary) -> str:
    """“Before the scan, you must not usually wear make-up”; “no make-up” is “not … any make-up”."""
    small = {*words.grammar["articles"], *words.grammar.get("determiners", ())} & set(tokens(found["thing"])[:1])
    named = _SHORT_NAME.match(found["thing"]) and not small
    thing = found["thing"] if named else decapitalised(found["thing"])
    nothing = re.match(grammar["no_thing"], thing)
    thing = re.sub(grammar["no_thing"], grammar["any_thing"], thing)
    thing = re.sub(grammar.get("own", r"(?!)"), lambda own: f"{grammar['your']} {own[0]}", thing)
    modal = found["modal"].replace("'", "’")
    if order := re.fullmatch(grammar["order"], modal):
        told = grammar["forbid"] if order["not"] or found["not"] or nothing else ""
    else:
        told = _by_person(grammar["modals"][modal], words)
        if found["not"] or nothing:
            told = f"{grammar.get('not_before', '')}{told}{grammar.get('not', '')}"
    parts = (told, found["when"], found["how"], _by_person(act["do"], words), thing)
    said = " ".join(part.strip() for part in parts if part.strip())
    return f"{found['lead']}{said if found['lead'] else capitalised(said)}{found['rest']}."


def _by_person(said: str | Mapping[str, str], words: Vocabulary) -> str:
    """How the page addresses its listener: *debe*, *debes*."""
    return said if isinstance(said, str) else str(said[words.style["address"]])

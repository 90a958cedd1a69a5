"""A thing to bring as it stands after “bring”: “health card” → “your health card”, “towel” → “a towel”.

A page that lists things leaves such a word out.  Where it is not sure which one fits, and for a list that has no
“and”, a colon does without: “Bring: favourite toys, tablet, comforter.”
"""

from __future__ import annotations

import re
from typing import Any

from narration.writing.sentences import counted
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


def after(stem: str, thing: str, words: Vocabulary, *, of_another: bool = False) -> str:
    """The beginning (“Bring”, “Also pack”) and the thing; ``""`` where the thing is said as it stands.

    ``of_another``: the page speaks of somebody else’s things, which are not “your” own.
    """
    pattern = words.grammar.get("brought")
    if pattern and re.search(pattern.get("apart", r"(?!)"), stem):
        return f"{stem}: {thing}"
    if not pattern or not re.search(pattern["stem"], stem) or set(tokens(stem)) & set(words.grammar["negative"]):
        named = counted.after(stem, thing, words)  # “Call us for” + “fever”; after “have” a “cough” is no verb
        return f"{stem} {named}" if named != thing else ""
    if ":" in thing or re.match(r"\W|\d", thing):
        return ""
    if _is_bare_list(thing, pattern, words):
        return f"{stem}: {thing}"
    word = _word_before(thing, pattern, words)
    if word is None:
        return f"{stem}: {thing}"
    if not word:
        thing = _second(thing, pattern, words)  # “warm socks and hat”: the first cannot lend it one
    own = pattern["the"] if of_another and word == pattern["your"] else word
    return f"{stem} {own} {thing}" if own else f"{stem} {thing}"


def _second(thing: str, pattern: dict[str, Any], words: Vocabulary) -> str:
    """The second of two things with the word that it needs."""
    first, joint, later = thing.partition(f" {words.grammar['bullets']['and']} ")
    needs = tokens(first)[0] not in {*words.grammar["articles"], *words.grammar["determiners"]} if joint else False
    word = _word_before(later, pattern, words) if needs and "," not in thing else ""
    return f"{first}{joint}{word} {later}" if word else thing


def _is_bare_list(thing: str, pattern: dict[str, Any], words: Vocabulary) -> bool:
    """Whether commas part things, with no word before the last: “toys, tablet, the teddy”, not “loose, soft socks”."""
    *before, last = re.split(r",\s+", re.sub(r"\([^()]*\)", "", thing))
    described = words.grammar["bullets"].get("describes", r"(?!)")
    if not before or re.search(pattern["goes_on"], thing) or re.search(r"\s[–—]\s", thing):
        return False
    own = {*words.grammar["articles"], *pattern["one_more"]}
    named = len(before) > 1 or bool(set(tokens(last)[:1]) & own) or bool(_word_before(last, pattern, words))
    return named and not any(re.fullmatch(described, one) for one in before)


def _word_before(thing: str, pattern: dict[str, Any], words: Vocabulary) -> str | None:
    """What the thing needs before it: “your”, “a”, or nothing; ``None`` where that is not sure."""
    describes, comma, named = thing.partition(", ")
    if comma and re.fullmatch(words.grammar["bullets"].get("describes", r"(?!)"), describes):
        own = _word_before(named, pattern, words)  # “big, soft socks”
        return counted.article(thing, words) if own == counted.article(named, words) else own
    head = tokens(re.split(words.grammar["counted"]["ends_head"], thing)[0])
    opens = {*words.grammar["articles"], *words.grammar["determiners"], *words.grammar["plural_quantities"]}
    if not head or set(head) & opens or head[0] in pattern["without"]:
        return ""
    noun = head[-1]
    if noun in pattern["own"]:
        return str(pattern["your"])
    if noun in pattern["one"]:
        return counted.article(thing, words)
    several = noun in words.grammar["plural_nouns"] or re.search(r"[^isu]s$", noun)
    return "" if several or noun in pattern["mass"] else None

"""Things that call for one order: “Acuda en caso de A, B o C” → “Acuda en caso de A o B.” “Acuda también en caso de C.”

For a language with such a beginning (Spanish *en caso de*, *ante*); only a long
sentence, only an order that can be said again, and only things without a verb.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.rules.cases import FEWEST_CASES, MOST_WORDS_IN_ITEM, MOST_WORDS_IN_MAIN, OVER_WORDS
from narration.writing.sentences import instructions
from narration.writing.sentences.case_groups import grouped
from narration.writing.sentences.case_items import is_clause, is_thing, items_of
from narration.writing.sentences.clauses import command, long
from narration.writing.sentences.text import balanced, capitalised, tokens
from narration.writing.vocabulary import Vocabulary


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or one for each thing or two."""
    signs = words.grammar.get("signs")
    if not signs or not long(sentence, words, OVER_WORDS) or re.search(r"[;:()]|[^.]$", sentence):
        return [sentence]
    text = sentence[:-1]
    case = rf"(?P<case>{signs['in_case']})\s+"
    if last := re.fullmatch(rf"(?P<main>[^,]+?(?:{signs['extension']})?),?\s+{case}(?P<things>.+)", text):
        return _said(last["main"], last["case"], last["things"], True, words) or [sentence]
    if first := re.fullmatch(rf"{case}(?P<things>.+), (?P<main>[^,]+)", text, re.IGNORECASE):
        return _said(first["main"], first["case"], first["things"], False, words) or [sentence]
    return [sentence]


def _said(main: str, case: str, things: str, order_first: bool, words: Vocabulary) -> list[str]:
    """The order with the first things, then again with the others; nothing where it stays one sentence."""
    signs = words.grammar["signs"]
    ordered = command(main, words) or re.match(signs["duty"], main, re.IGNORECASE)
    if not ordered or len(main.split()) > MOST_WORDS_IN_MAIN or not balanced(things):
        return []
    again = instructions.again(main, signs, words)
    items = items_of(things, signs, words)
    if instructions.says_the_same(again, signs) or len(items) < FEWEST_CASES or not _plain(items, signs, words):
        return []
    begin = case[:1].lower() + case[1:]
    first, *rest = grouped([f"{begin} {item}" for item in items], begin, "", words)
    main = f"{main}," if order_first and re.search(rf"{signs['extension']}$", main) else main
    told = f"{main} {first}" if order_first else f"{first}, {main}"
    return [f"{capitalised(told)}.", *(f"{again} {group}." for group in rest)]


def _plain(items: list[str], signs: Mapping[str, Any], words: Vocabulary) -> bool:
    """Whether each is a thing, without an article that melts into “de”, and none says what holds for all."""
    articles, inner = set(words.grammar["articles"]), set(words.grammar["strict_conditions"])
    if re.search(signs["scope"], items[-1]) or any(re.match(signs["no_case"], item) for item in items):
        return False
    return all(
        is_thing(item, words)
        and not is_clause(item, words)
        and len(item.split()) <= MOST_WORDS_IN_ITEM
        and tokens(item)[0] not in articles - set(words.grammar["said_definite"])
        and not inner & set(tokens(item))
        for item in items
    )

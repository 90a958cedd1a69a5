"""Passive voice, noted for the reviewer: who does it is often what a listener wants to know.

A form of “to be” (or “get”), at most an adverb, and a participle: regular by
its ending, irregular by a list.  Adjectives that look like participles
(“tired”, “cansado”) are listed too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from narration.checks.base import Context, Finding, words


def check(context: Context) -> Iterator[Finding]:
    for phase in context.script.phases:
        for say in phase.says:
            found = passive(words(context.spoken(context.filled(say.text))), context.meaning["passive"])
            if found:
                message = f"“{found}” does not say who does it."
                yield Finding("note", "passive", message, "Name the person, if the source does.", phase.name, say.line)


def passive(tokens: tuple[str, ...], grammar: Mapping[str, Any]) -> str:
    """The first passive verb group, or ``""``."""
    forms, adverbs = set(grammar["be"]), set(grammar["between"])
    participles, adjectives = set(grammar["participles"]), set(grammar["adjectives"])
    endings = tuple(grammar["endings"])
    for index, token in enumerate(tokens):
        if token not in forms:
            continue
        after = index + 1
        while after < len(tokens) and (tokens[after] in adverbs or tokens[after].endswith(tuple(grammar["adverb"]))):
            after += 1
        if after < len(tokens):
            word = tokens[after]
            if word not in adjectives and (word in participles or (len(word) > 4 and word.endswith(endings))):
                return " ".join(tokens[index : after + 1])
    return ""

"""A point that is a name with its value, put into the beginning that asks for the value: “It takes”."""

from __future__ import annotations

import re

from narration.writing.sentences.clauses import conditional, has_verb
from narration.writing.sentences.text import last_word, tokens
from narration.writing.vocabulary import Vocabulary


def said(stem: str, point: str, words: Vocabulary) -> str:
    """“It takes” + “Ferinject: 15 minutes” → “It takes 15 minutes for Ferinject”; “thin: Less pain” has no value."""
    match = re.fullmatch(r"(?P<name>[^:]+): (?P<value>(?!(?-i:[A-ZÁÉÍÓÚÑ])\D*$)[^:]+)", point)
    if match is None or conditional(stem, words) or has_verb(match["name"], words) or has_verb(match["value"], words):
        return ""
    if not re.search(words.grammar["bullets"]["valued"], stem):
        return ""
    if re.search(words.grammar["bullets"]["may_be_named"], stem):
        return f"{stem} {match['name']}: {match['value']}"  # “Your session may be” + “high frequency: 19 minutes”
    own = tokens(match["name"])[0] in words.grammar["prepositions"]  # “It lasts” + “with dye: 40 minutes”
    return f"{stem} {match['value']} {'' if own else words.grammar['bullets']['for'] + ' '}{match['name']}"


def tabled(stem: str, point: str) -> str:
    """“Stop” + “aspirin: stop this long before: 5 days” → “Stop aspirin this long before: 5 days”."""
    verb = last_word(stem)
    match = re.fullmatch(rf"(?P<name>[^:]+): {re.escape(verb)} (?P<head>[^:]+: [^:]+)", point)
    return f"{stem} {match['name']} {match['head']}" if match else ""

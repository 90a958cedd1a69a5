"""A line with a phone number as a sentence: “Tel: 01632 960 250” → “The phone number is 01632 960 250.”

Numbers side by side (“Ward: … · Clinic: …”) are a sentence each, and so, in Spanish, are the hours after a number;
days inside a sentence have their “de”: “al 600 000 000, de lunes a viernes, si …”.
"""

from __future__ import annotations

import re

from narration.writing.sentences.text import capitalised
from narration.writing.vocabulary import Vocabulary

_BARS = re.compile(r"\s+[·|•]\s+")
_NUMBER = re.compile(r"\+?\(?\d(?:[ ().-]{0,2}\d){6,}")


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or one for each number; a label before a number gives way to words."""
    parts = _BARS.split(sentence)
    if len(parts) == 1 or not all(map(_NUMBER.search, parts)):
        parts = [sentence]
    parts = [parts[0], *map(capitalised, parts[1:])]
    grammar = words.grammar.get("telephone")
    hours = re.match(grammar.get("hours", r"(?!)"), sentence) if grammar else None
    if grammar and hours and len(parts) == 1:
        return [hours.expand(line) for line in grammar["say_hours"]]
    if days := grammar and grammar.get("open_days"):
        parts = [re.sub(days["at"], days["say"], part) for part in parts]
    said = [re.sub(grammar["label"], grammar["say"], part, count=1) if grammar else part for part in parts]
    return [part if part.endswith((".", "!", "?")) or len(said) == 1 else f"{part}." for part in said]

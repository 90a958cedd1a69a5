"""A line with a phone number as a sentence: “Tel: 01632 960 250” → “The phone number is 01632 960 250.”"""

from __future__ import annotations

import re

from narration.writing.rules.base import Vocabulary


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence; a label before a number gives way to words."""
    grammar = words.grammar.get("telephone")
    return [re.sub(grammar["label"], grammar["say"], sentence, count=1) if grammar else sentence]

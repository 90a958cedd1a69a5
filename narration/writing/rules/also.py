"""A case whose instruction stands in the sentence before: “…, llámanos. También si vomitas.” → “Llámanos también si …”.

For a language with one word for every case (Spanish *si*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.sentences import instructions
from narration.writing.sentences.clauses import command, main_clause
from narration.writing.vocabulary import Vocabulary


def apply(sentences: Sequence[str], words: Vocabulary) -> list[str]:
    """The sentences, each such case with its instruction; where that cannot be said short, it stays."""
    signs = words.grammar.get("signs")
    if not signs:
        return list(sentences)
    said: list[str] = []
    for sentence in sentences:
        case = re.match(rf"{words.grammar['lists']['also']}\s+(?={signs['if']}\s)", sentence, re.IGNORECASE)
        again = _instruction(said[-1], words) if case and said else ""
        said.append(f"{again} {sentence[case.end() :]}" if case and again else sentence)
    return said


def _instruction(before: str, words: Vocabulary) -> str:
    """The order that a sentence ends in again, with “también”: its condition may stand before it or after it."""
    signs = words.grammar["signs"]
    last = re.split(rf"[.;:?!]\s+|{signs['turns']}", before.rstrip("."))[-1]
    main = re.split(rf",?\s+(?={signs['if']}\s)", main_clause(last, words))[0]
    if not command(main, words):
        return ""
    again = instructions.again(main, signs, words)
    return "" if instructions.says_the_same(again, signs) else again

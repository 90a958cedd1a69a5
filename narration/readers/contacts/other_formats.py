"""Whom to ring for the text in large print, in Braille, as audio or in another language.

It is said at the end of the text, wherever the page has it: whoever listens to
a guide may need it more than others.  Without a number to ring it is small print
(``colophon``).  The words are in ``data/colophon.yaml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from narration.document import LeftOut
from narration.readers.base import Block, Kind
from narration.readers.lines import helpline, sentences
from narration.readers.vocabulary import BARS, listed

MOST_WORDS = 40


def is_offer(sentence: str) -> bool:
    """``To request this leaflet in Braille, ring 01632 960 310.``, or the same with no number."""
    return len(sentence.split()) <= MOST_WORDS and listed("colophon", "other_formats").search(sentence) is not None


def told(spoken: Sequence[Block], left: Sequence[LeftOut], language: str) -> list[Block]:
    """The sentences with such a number that are ``left`` out and not ``spoken``; a question comes with its answer."""
    found: dict[str, Block] = {}
    for item in left:
        for text in _offers(item.text, language):
            said = text if text.endswith((".", "!", "?")) else f"{text}."
            found.setdefault(said, Block(Kind.PARAGRAPH, said, item.line))
    return [block for said, block in found.items() if not any(said.rstrip(".") in other.text for other in spoken)]


def _offers(text: str, language: str) -> list[str]:
    made: list[str] = []
    for piece in BARS.split(text):
        every = sentences.split(piece, language)
        for sentence, answer in zip_longest(every, every[1:], fillvalue=""):
            asks = sentence.endswith("?") and not helpline.has_number(sentence)
            whole = f"{sentence} {answer}" if asks else sentence
            if is_offer(sentence) and helpline.is_line(whole):
                made.append(whole)
    return made

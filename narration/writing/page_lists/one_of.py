"""Beginnings of a list that offer one of its points: “You will be given one of”, “…, which will be any of”.

Said with each point they would be broken (“one of codeine”), and “also” would make all of them of the one: “You will
also be given one of morphine”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.page_lists import stems
from narration.writing.page_lists.points import Point, Told, ended, together
from narration.writing.sentences.text import capitalised
from narration.writing.vocabulary import Vocabulary

MOST_WORDS = 20


def said(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """Short points as one choice, “one of codeine or tramadol”; others after “one of these”, each by itself.

    Nothing for any other beginning, and for one that denies: “Do not take any of”.
    """
    grammar = words.grammar["bullets"]
    these = next((row["these"] for row in grammar.get("offers", ()) if re.search(row["at"], text)), "")
    if not these or stems.denies(text, words):
        return []
    plain = all(point.end == point.place + 1 and not re.search(r"[():–—,]", point.text) for point in points)
    whole = ended(f"{text} {together([point.text for point in points], grammar['or'], words)}")
    if plain and len(whole.split()) <= MOST_WORDS:
        return [(whole, points, True)]
    each = [f"{grammar['or_else'] if index else ''}{point.text}" for index, point in enumerate(points)]
    alone: list[Told] = [(ended(capitalised(one)), [point], False) for one, point in zip(each, points, strict=True)]
    return [(ended(f"{text} {these}"), [], True), *alone]

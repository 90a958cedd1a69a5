"""The sentence over a table, which its rows never go on: “You will stop:” → “You will stop these.”

A row is a name and what stands beside it (“Iron: 7 days before”), and no end of
a sentence.  The words are under ``bullets`` in the language’s grammar; a beginning that
none of them knows stays, and so does one of an amount (“It takes:”).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.document import Section
from narration.writing import stems
from narration.writing.rules.base import Vocabulary


def led_in(section: Section, texts: Sequence[str], words: Vocabulary) -> list[str]:
    """The sentences of a section, each right over a table’s rows closed."""
    said = list(texts)
    for place, sentence in enumerate(section.sentences[:-1]):
        if sentence.row or not section.sentences[place + 1].row or not said[place].rstrip().endswith(":"):
            continue
        rows = _rows(section, texts, place + 1)
        if all(":" in row for row, _ in rows):
            said[place] = _closed(said[place], words, several=all(count > 1 for _, count in rows))
    return said


def _rows(section: Section, texts: Sequence[str], place: int) -> list[tuple[str, int]]:
    """The first sentence of each row of those that begin at a place, and how many it has."""
    found: list[tuple[str, int]] = []
    while place < len(texts) and section.sentences[place].row:
        if not found or section.sentences[place].item != section.sentences[place - 1].item:
            found.append((texts[place], 0))
        found[-1] = (found[-1][0], found[-1][1] + 1)
        place += 1
    return found


def _closed(text: str, words: Vocabulary, several: bool) -> str:
    """A beginning as a sentence; one that is none without what follows as it is.

    So is one over rows of ``several`` sentences each, which ``leads`` closes.
    """
    lead = text.strip().rstrip(":….").strip()
    known = words.grammar["bullets"].get("rows")
    if not known or not stems.opened(lead, words) or re.search(known.get("amounts", r"(?!)"), lead):
        return text
    if re.search(known.get("alone", r"(?!)"), lead):
        return f"{lead}."
    wants = not several and re.search(known.get("these_at", r"(?!)"), lead)
    return f"{lead} {known['these']}." if wants else text

"""The sentence over a table, which its rows never go on: “You will stop:” → “You will stop these.”

A row is a name and what stands beside it (“Iron: 7 days before”), and no end of
a sentence.  The words are under ``bullets`` in ``grammar.yaml``; a beginning that
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
        if all(":" in row for row in _rows(section, texts, place + 1)):
            said[place] = _closed(said[place], words)
    return said


def _rows(section: Section, texts: Sequence[str], place: int) -> list[str]:
    """The first sentences of the rows that begin at a place."""
    found: list[str] = []
    while place < len(texts) and section.sentences[place].row:
        if section.sentences[place].item != section.sentences[place - 1].item:
            found.append(texts[place])
        place += 1
    return found


def _closed(text: str, words: Vocabulary) -> str:
    """A beginning as a sentence; one that is none without what follows as it is."""
    lead = text.strip().rstrip(":….").strip()
    known = words.grammar["bullets"].get("rows")
    if not known or not stems.opened(lead, words) or re.search(known.get("amounts", r"(?!)"), lead):
        return text
    if re.search(known.get("alone", r"(?!)"), lead):
        return f"{lead}."
    return f"{lead} {known['these']}." if "these" in known and re.search(known["at"], lead) else text

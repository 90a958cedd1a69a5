"""A verb without its subject after a list, with what the part’s heading names: “Dura una hora.” → “La prueba dura …”.

On the page the end of the list shows that the sentence is about the whole; heard after the last step, it would be
about that.  For a language that leaves subjects out (Spanish): the grammar's ``silent``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.document import Section
from narration.writing.sentences.text import capitalised, decapitalised
from narration.writing.vocabulary import Vocabulary


def named(texts: Sequence[str], section: Section, words: Vocabulary) -> list[str]:
    """The sentences of a section, each such one with its subject; as they are where the heading names none or two."""
    silent = words.grammar.get("silent")
    things = re.findall(silent["thing"], section.name, re.IGNORECASE) if silent else []
    if not silent or len(things) != 1:
        return list(texts)
    said = list(texts)
    for place in range(1, len(texts)):
        after_list = section.sentences[place - 1].item and not section.sentences[place].item
        if after_list and re.match(silent["verb"], texts[place]) and not _is_felt(section, place, silent["felt"]):
            said[place] = f"{capitalised(things[0].lower())} {decapitalised(texts[place])}"
    return said


def _is_felt(section: Section, place: int, felt: str) -> bool:
    """Whether a list before a place is of what is felt: “Es normal notar:” + “calor”, which “dura un minuto”."""
    before = [sentence for sentence in section.sentences[:place] if not sentence.item]
    return bool(before) and re.search(felt, before[-1].text, re.IGNORECASE) is not None

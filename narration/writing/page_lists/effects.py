"""A side effect or a risk that is only named, after one of which more is told: “Another risk is an infection.”

“A headache. Paracetamol may help. Twitching of the face.”: on the page a new bullet shows that the last is
one more effect; by ear it would be what paracetamol helps.  The heading gives the noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.document import Section
from narration.writing.page_lists import stems
from narration.writing.page_lists.bringing import is_thing
from narration.writing.page_lists.points import Said, several, with_joint
from narration.writing.sentences.clauses import command, stands
from narration.writing.vocabulary import Vocabulary


def told(said: Sequence[Said], section: Section, words: Vocabulary) -> list[Said]:
    """The section's sentences, with such an item announced as one more of what the heading names."""
    pattern = words.grammar.get("effects")
    if not pattern:
        return list(said)
    made: list[Said] = []
    heading = section.name
    for each in said:
        place = min(each.places)
        if section.sentences[place].heading:
            heading = section.sentences[place].text
        match = re.fullmatch(pattern["at"], heading.rpartition(": ")[2].strip(" .?:"))
        if match and _after_told(section, place, words) and is_thing(each.text, words):
            named = with_joint(stems.bare(each.text, words), words.grammar["bullets"]["and"], words)
            way = "several" if several(named, words) else "one"
            begin = pattern[way].replace("{one}", match["one"].lower())
            each = each._replace(text=f"{begin} {named}.")
        made.append(each)
    return made


def _after_told(section: Section, place: int, words: Vocabulary) -> bool:
    """Whether a sentence begins an item, and the item before it ends in a whole sentence."""
    if not place:
        return False
    sentence, before = section.sentences[place], section.sentences[place - 1]
    begins = sentence.item > 0 and before.item > 0 and sentence.item != before.item and sentence.depth == before.depth
    return begins and (stands(before.text, words, opening=True) or command(before.text, words))

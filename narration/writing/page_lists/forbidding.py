"""Points under a heading that forbids: “What can’t I do?”, “Use a heat pad.” → “You can’t use a heat pad.”

Without its heading a point would be heard as an order.  What is only named is said as one more of what the
heading tells (“Another thing that you can’t do: hot baths.”), unless the whole list only names things,
which stands under its heading by itself.  A list of which a point has a “not” of its own stays: the others may
be orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from narration.document import Section, Sentence
from narration.language import forbidding
from narration.language.forbidding import Ban
from narration.writing.page_lists import stems
from narration.writing.page_lists.bringing import is_thing
from narration.writing.vocabulary import Vocabulary

_JOINT = re.compile(r"(?:[;,]|[;,]?\s+(?:y|e|o|u|and|or))+\s*$")


def told(section: Section, texts: Sequence[str], words: Vocabulary) -> list[str]:
    """The sentences of a section, each point under such a heading with what the heading says of it."""
    said = list(texts)
    for ban, places in _banned(section, words):
        acts = [place for place in places if forbidding.is_act(texts[place], words.language)]
        inner = range(places[0] + 1, places[-1])
        more = any(section.sentences[place].item == section.sentences[place - 1].item for place in inner)
        if not acts and not more:
            continue
        first = True
        for place in places:
            text = _JOINT.sub("", texts[place].rstrip(".")).strip()
            way = ban.act if place in acts else ban.thing if _is_named(text, words) else ""
            if way:
                said[place] = f"{_filled(way, text, first, words)}."
                first = False
    return said


def leaves(section: Section, place: int, text: str, words: Vocabulary) -> bool:
    """Whether a sentence stands under a heading that may forbid it, so that its infinitive is no order.

    What has a “not” of its own is one all the same: «No mojarse.»
    """
    inside = (each.text for each in reversed(section.sentences[: place + 1]) if each.heading)
    heading = next(inside, section.name)
    return forbidding.may_forbid(heading, words.language) and not forbidding.denies_itself(text, words.language)


def _banned(section: Section, words: Vocabulary) -> Iterator[tuple[Ban, list[int]]]:
    """Under each such heading, the places of what it forbids: its points, or the acts right after it."""
    heads = [-1, *(place for place, each in enumerate(section.sentences) if each.heading)]
    for head, end in zip(heads, [*heads[1:], len(section.sentences)], strict=True):
        name = section.name if head < 0 else section.sentences[head].text
        ban = forbidding.ban_of(name, words.language)
        places = _points(section.sentences, head + 1, end, words) if ban else []
        if ban and places:
            yield ban, places


def _points(sentences: Sequence[Sentence], start: int, end: int, words: Vocabulary) -> list[int]:
    under = sentences[start:end]
    items = [
        place
        for place, each in enumerate(under, start)
        if each.item and each.depth == 1 and not each.row and (place == 0 or each.item != sentences[place - 1].item)
    ]
    if any(forbidding.denies_itself(sentences[place].text, words.language) for place in items):
        return []
    lead = sentences[items[0] - 1].text.rstrip() if items and items[0] > start else ""
    bare = lead.rstrip(": …")
    if lead.endswith((":", "…")) and (stems.denies(bare, words) or not stems.adverbial(bare, words)):
        return []  # the list hangs on a beginning of its own: “Instead, you can:”, “For a week, do not:”
    if items or words.language != "es":
        return items
    acts: list[int] = []  # «Bañarte en el mar. Rascarte la herida.»: only an infinitive tells that it is no order
    for place in range(start, end):
        if not forbidding.is_act(sentences[place].text, words.language):
            break
        acts.append(place)
    return acts


def _is_named(text: str, words: Vocabulary) -> bool:
    """Whether a point is a thing, or an act that is not known for one; not “no baths” or “nothing but water”."""
    rows = words.grammar["forbidding"]
    named = is_thing(text, words) or re.match(rows.get("things", r"(?!)"), text)
    return bool(named or forbidding.names_act(text, words.language)) and not re.search(rows["no_thing"], text)


def _filled(way: str, text: str, first: bool, words: Vocabulary) -> str:
    rows = words.grammar["forbidding"]
    person = str(words.style.get("address", ""))
    point = stems.bare(text, words)
    itself = rows.get("itself", {}).get(person)
    point = re.sub(r"(?<=[aeií]r)se\b", itself, point) if itself else point
    return forbidding.filled(way, point, rows["one" if first else "other"], person, words.language)

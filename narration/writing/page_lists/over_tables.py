"""The sentence over a table, which its rows never go on: “You will stop:” → “You will stop these.”

A row is a name and what stands beside it (“Iron: 7 days before”), and no end of
a sentence.  Rows under one point of a list of cases are that point’s, and the cases go on
after them.  The words are under ``bullets`` in the language’s grammar; a beginning that
none of them knows stays, and so does one of an amount (“It takes:”).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.document import Section
from narration.writing.page_lists import stems
from narration.writing.page_lists.points import Mark
from narration.writing.sentences import objects
from narration.writing.sentences.clauses import conditional, has_verb
from narration.writing.sentences.text import decapitalised
from narration.writing.vocabulary import Vocabulary


def led_in(section: Section, texts: Sequence[str], words: Vocabulary) -> list[str]:
    """The sentences of a section, each right over a table’s rows closed; a row with its pronoun for its own name."""
    rows = zip(texts, section.sentences, strict=True)
    said = [objects.agreed(text, words) if sentence.row else text for text, sentence in rows]
    last = max((place for place, sentence in enumerate(section.sentences) if sentence.row), default=0)
    said[:last] = [_without_table(text, words) for text in said[:last]]
    for place, sentence in enumerate(section.sentences[:-1]):
        if sentence.row or not section.sentences[place + 1].item or not said[place].rstrip().endswith(":"):
            continue
        if hedged := _hedged(said[place], words):
            said[place] = hedged
        if not section.sentences[place + 1].row:
            continue
        below = _rows(section, texts, place + 1)
        if all(":" in row for row, _ in below):
            said[place] = _closed(said[place], words, several=all(count > 1 for _, count in below))
    return said


def _hedged(text: str, words: Vocabulary) -> str:
    """“As a guide (your doctor knows best):” → “As a guide, it is like this; your doctor knows best.”; else ``""``.

    Without the first sentence, only what the bracket tells would be “a guide”.
    """
    grammar = words.grammar["bullets"]
    hedge = grammar.get("rows", {}).get("hedge") or grammar.get("hedge")
    match = re.fullmatch(r"(?P<lead>[^()]+?)\s*\((?P<told>[^()]+?)\.?\):\s*", text) if hedge else None
    surely = re.fullmatch(hedge["at"], match["lead"]) if hedge and match else None
    if match is None or surely is None or not has_verb(match["told"], words):
        return ""
    if conditional(match["told"], words):  # “unless you are told otherwise”
        return f"{surely.expand(hedge['say']).rstrip('.')}, {match['told']}."
    return f"{surely.expand(hedge['say']).rstrip('.')}; {decapitalised(match['told'])}."


def _without_table(text: str, words: Vocabulary) -> str:
    """What stands in a table that follows, which a listener has not before the eyes: “what is listed here”."""
    pointing = words.grammar["bullets"].get("rows", {}).get("in_table")
    return re.sub(pointing["at"], pointing["say"], text) if pointing else text


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
    hedge = known.get("hedge") if known else None
    if hedge and (surely := re.fullmatch(hedge["at"], lead)):
        return surely.expand(hedge["say"])  # “In general:” over what each range means
    if not known or not stems.opened(lead, words) or re.search(known.get("amounts", r"(?!)"), lead):
        return text
    if re.search(known.get("alone", r"(?!)"), lead):
        return f"{lead}."
    wants = not several and re.search(known.get("these_at", r"(?!)"), lead)
    return f"{lead} {known['these']}." if wants else text


_TO_ROWS_AND_BACK = 2
"""How far the number of a point is from that of the row before it: one more than within a list."""


def marked(section: Section, words: Vocabulary) -> list[Mark]:
    """The numbers and depths of a section’s points; rows amid a list of cases are points of the one above them.

    “Tell us if: – you take these: (rows) – you are allergic”: cut off from its “if”, what comes after the rows would
    be told as a fact.
    """
    sentences = section.sentences
    marks = [(sentence.item, sentence.depth) for sentence in sentences]
    for place in range(1, len(sentences)):
        point, end = sentences[place - 1], place
        while end < len(sentences) and sentences[end].row and sentences[end].depth == point.depth:
            end += 1
        if point.row or end in (place, len(sentences)) or not point.text.rstrip().endswith(":"):
            continue
        follows = sentences[end].depth == point.depth > 0
        follows = follows and sentences[end].item == sentences[end - 1].item + _TO_ROWS_AND_BACK
        if follows and _of_cases(section, place - 1, words):
            marks[place:end] = [(number, depth + 1) for number, depth in marks[place:end]]
            marks[end:] = [(number - 1 if number else 0, depth) for number, depth in marks[end:]]
    return marks


def _of_cases(section: Section, place: int, words: Vocabulary) -> bool:
    """Whether the list of a point is led in to by an open condition: “Tell us if:”."""
    depth = section.sentences[place].depth
    while place >= 0 and section.sentences[place].depth >= depth:
        place -= 1
    lead = section.sentences[place].text if place >= 0 else ""
    return conditional(lead, words) and bool(stems.opened(lead, words))

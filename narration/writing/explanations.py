"""Where a medical word is explained: after the sentence that has it and what hangs on that, or not at this place.

A definition never comes between two pieces of one sentence, between a thing and the “it” that stands for it, or
into a list; what could not come right after its sentence, only at the end of the paragraph; at one place there
is one at most. Only where a part begins with the word is it explained before its sentence: elsewhere nobody
would know why. A word that cannot be explained where it comes up may be so where its part soon has it again.
What the listener has himself, brings, or does not need, is not explained (the grammar's ``definitions``).
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from narration.document import Section
from narration.writing.frame import pauses
from narration.writing.sentences.clauses import FEWEST_WORDS, command, conditional, has_verb
from narration.writing.sentences.text import tokens
from narration.writing.terms import Definition, Glossary
from narration.writing.vocabulary import Vocabulary

SOON = 3
"""A word that could not be explained where it came up may be so that many sentences later, and not after."""
AT_ONCE = 1
"""So many lines, which hang on the one with the word, may come before its definition."""
MOST_WORDS_AFTER = 20
"""A definition comes no later than so many words after its word."""
MOST_WORDS_BEFORE = 16
"""A word after more of its sentence than this, or after a label, is not what a part opens with."""
_QUOTED_WORD = re.compile(r"[“«‘\"]([^\W\d_]+)[”»’\"]")
MOST_WORDS_IN_NAME = 4
"""So few words without a verb are a name (“Cannula.”), and what it names is told next."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What explains a word of a group of sentences, before its lines and after them; ``""`` for nothing.

    ``pieces`` is after how many of its lines what comes ``after`` them does; 0 for all.
    """

    before: str = ""
    after: str = ""
    pieces: int = 0


def explained(
    section: Section,
    whole: Sequence[tuple[int, ...]],
    said: Sequence[Sequence[str]],
    words: Vocabulary,
    glossary: Glossary,
    title: str = "",
) -> list[Explained]:
    """For each group of a section's sentences, by their places, what explains a word of it.

    A part without a name may begin with what the page's ``title`` names: of any other word nobody would know why.
    """
    under = _under_beginnings(section, whole)
    found: list[Explained] = []
    missed: list[tuple[int, Definition]] = []
    waiting: tuple[int, Definition] | None = None
    for number, (places, lines) in enumerate(zip(whole, said, strict=True)):
        for came_up, definition in missed:
            if number - came_up > SOON:
                glossary.close(definition)
        texts = [section.sentences[place].text for place in places]
        named = [definition for text in texts for definition in glossary.named(text)]
        first = glossary.first(named)
        named = _worth_it(named, first, texts, lines, words)
        follows = said[number + 1][0] if number + 1 < len(said) else ""
        goes_on = any(set(places) & set(after) for after in whole[number + 1 : number + 2])
        listed = goes_on or any(under[number : number + 2]) or _takes_none(section, places, lines, words)
        opens: Container[int] = () if number or section.name.endswith("?") else first
        if section.name.endswith("…"):
            opens = [one.place for one in named if one.place in opens and one.term.lower() in title.lower()]
        chosen = None if listed else _chosen(named, lines, follows, opens, words, title.lower())
        if chosen is None and not listed:
            soon = " ".join(line for later in said[number + 1 : number + 1 + SOON] for line in later).lower()
            late = [one for one in named if one.place in first and one.term.lower() not in soon]
            waits = _waits(late, lines, words)
            waiting = waits or (waiting and (waiting[0] + len(lines), waiting[1]))
            chosen = None if waits else _after_its_piece(late, lines, words)
            points = re.search(words.grammar["definitions"].get("points", r"(?!)"), follows) is not None
            points = points or not section.ends_paragraph(max(places))
            if waiting and not (chosen or points or waiting[0] > AT_ONCE or _parted(waiting[1], follows, words)):
                chosen = waiting[1], Explained(after=waiting[1].say)
        if chosen or listed:
            waiting = None
        if chosen:
            glossary.close(chosen[0])
        missed += [(number, one) for one in named]
        found.append(chosen[1] if chosen else Explained())
    for _, definition in missed:
        glossary.close(definition)
    return found


def _worth_it(
    named: Sequence[Definition],
    first: Container[int],
    texts: Sequence[str],
    lines: Sequence[str],
    words: Vocabulary,
) -> list[Definition]:
    """The definitions of words that are said here, and that the listener needs here."""
    named = [one for one in named if not _needless(one, " ".join((*texts, *lines)), words)]
    named = [one for one in named if one.place in first or not _says_a_case(lines[-1], words)]
    named = [one for one in named if not any(_only_in_a_case(one, some, words) for some in (texts, lines))]
    return [one for one in named if any(one.term.lower() in line.lower() for line in lines)]


def _takes_none(section: Section, places: Sequence[int], lines: Sequence[str], words: Vocabulary) -> bool:
    """Whether no definition may stand after these lines: they lead on, name what is told next, or are urgent."""
    leads = _leads_on(section, max(places), words) or _is_told_on(section, max(places))
    return leads or _is_name(section, places, lines, words) or _is_urgent(section, words)


def _chosen(
    named: Sequence[Definition],
    lines: Sequence[str],
    follows: str,
    opens: Container[int],
    words: Vocabulary,
    title: str,
) -> tuple[Definition, Explained] | None:
    """The first word that can be explained here: after the lines, or before those that open a part.

    Before them only a word that comes up there for the first time, and soon, if it is not what the page is about:
    what was said before without a word would sound as something new.  Nothing comes between a question and its answer.
    """
    for one in () if lines[-1].endswith("?") else named:
        if one.term.lower() in lines[-1].lower() and _is_near(one, lines[-1]) and not _parted(one, follows, words):
            return one, Explained(after=one.say)
    for one in named:
        lead, found, _ = lines[0].lower().partition(one.term.lower())
        near = ":" not in lead and len(tokens(lead)) <= MOST_WORDS_BEFORE
        near = near and not re.search(words.grammar["definitions"].get("tells_other", r"(?!)"), lead)
        begins = bool(found) and (near or one.term.lower() in title)
        begins = begins and not conditional(lines[0], words, strictly=True)
        if one.place in opens and begins and not _hangs_on(lines[0], words):
            return one, Explained(before=one.say)
    return None


def _is_near(definition: Definition, line: str) -> bool:
    """Whether a line soon ends after a word; after “…: an infection of the teeth must be treated first” it is far."""
    _, _, after = line.lower().rpartition(definition.term.lower())
    return len(after.split()) <= MOST_WORDS_AFTER and not re.search(r"[:;]\s", after)


def _parted(definition: Definition, follows: str, words: Vocabulary) -> bool:
    """Whether what follows would be heard of the definition: “It takes …”, “The tube …” after “a thin tube”."""
    first, noun, *_ = [*tokens(follows), "", ""]
    named = first in words.grammar["articles"] and noun in tokens(definition.say)
    word = _QUOTED_WORD.search(follows)
    speaks_of_it = word is not None and word[1].lower() in tokens(
        definition.term
    )  # “The word ‘general’ may worry you.”
    return _hangs_on(follows, words) or speaks_of_it or (named and noun not in tokens(definition.term))


def _waits(named: Sequence[Definition], lines: Sequence[str], words: Vocabulary) -> tuple[int, Definition] | None:
    """The first word that may be explained once all is said that hangs on its line, and how many lines ago it came.

    None where the line itself speaks of what came before it, or of a case, or where a later piece of its sentence
    speaks of something else.
    """
    away = _hangs_on(lines[0], words) or conditional(lines[0], words, strictly=True)
    for one in () if away else named:
        if one.term.lower() in lines[-1].lower():
            if lines[-1].endswith("?"):
                return None  # “What does an infusion feel like?” “We are often asked.” The answer comes only now.
            return (0, one) if _is_near(one, lines[-1]) else None
        if one.term.lower() in lines[0].lower() and all(_goes_on(line, words) for line in lines[1:]):
            return len(lines) - 1, one  # “… and an ECG.” “Some need a chest X-ray.”: it would be of the X-ray
    return None


def _after_its_piece(
    named: Sequence[Definition], lines: Sequence[str], words: Vocabulary
) -> tuple[Definition, Explained] | None:
    """Right after its own piece of a sentence, where the next piece stands by itself.

    “… and an ECG.” “Some need a chest X-ray.”: after both it would be heard of the X-ray.
    """
    if len(lines) == 1 or _hangs_on(lines[0], words) or conditional(lines[0], words, strictly=True):
        return None
    for one in named:
        apart = not (_parted(one, lines[1], words) or _goes_on(lines[1], words) or conditional(lines[1], words))
        apart = apart and _is_near(one, lines[0])
        if one.term.lower() in lines[0].lower() and apart and not command(lines[1], words):
            return one, Explained(after=one.say, pieces=1)
    return None


def _goes_on(piece: str, words: Vocabulary) -> bool:
    """Whether a later piece of a sentence goes on about the piece before it: “During this, you lie still.”"""
    first = tokens(piece)[:FEWEST_WORDS]
    inner = bool(set(first[:1]) & set(words.grammar["subordinators"]))
    return inner or bool(set(first) & set(words.grammar["hangs_on"])) or _hangs_on(piece, words)


def _hangs_on(text: str, words: Vocabulary) -> bool:
    """Whether a line speaks of what the one before it named: also within it (“You may not feel it.”)."""
    patterns = words.grammar["definitions"]
    goes_on = re.search(patterns.get("goes_on", r"(?!)"), text)
    return pauses.hangs_on(text, words) or bool(goes_on or re.search(patterns["hangs"], text))


def _needless(definition: Definition, text: str, words: Vocabulary) -> bool:
    """Whether whoever hears this knows the thing, or needs to do nothing with it: “Bring your inhaler.”"""
    patterns = words.grammar["definitions"]
    return bool(re.search(patterns["needless"], text) or (definition.own and re.search(patterns["own"], text)))


def _in_a_case(definition: Definition, text: str, words: Vocabulary) -> bool:
    """Whether a word comes up only in a case (“unless you have chosen sedation”), or to tell a time (“a day after …”).

    Whoever is in that case knows it; it may be explained where a later sentence tells of it.
    """
    before, found, _ = text.lower().partition(definition.term.lower())
    return not found or re.search(words.grammar["definitions"].get("in_a_case", r"(?!)"), before) is not None


def _says_a_case(line: str, words: Vocabulary) -> bool:
    """Whether a line tells what is so or done in a case: “If it hurts, we give you more sedation, but keep still.”

    Whoever heard of the thing before knows of it; what is to be done then would be parted from what comes next.
    """
    return conditional(line, words, strictly=True)


def _is_urgent(section: Section, words: Vocabulary) -> bool:
    """Whether a part tells when to call for help: nothing may come between what is wrong and what is to be done."""
    return re.search(words.grammar["definitions"].get("not_under", r"(?!)"), section.name) is not None


def _only_in_a_case(definition: Definition, texts: Sequence[str], words: Vocabulary) -> bool:
    """Whether all the sentences of the page, or all the lines, that have a word have it only in a case.

    A point has its case in the beginning before it: “Tell us if you:” “have had a scan”.
    """
    return all(_in_a_case(definition, text, words) for text in texts)


def _is_name(section: Section, places: Sequence[int], lines: Sequence[str], words: Vocabulary) -> bool:
    """Whether this only names what comes next: a heading (“Now, fasting.”), or a few words without a verb."""
    if any(section.sentences[place].heading for place in places):
        return True
    return len(tokens(lines[-1])) <= MOST_WORDS_IN_NAME and not has_verb(lines[-1], words)


def _under_beginnings(section: Section, whole: Sequence[tuple[int, ...]]) -> list[bool]:
    """Which groups are points of the beginning before them; what is explained of it comes after them."""
    under: list[bool] = []
    lead: tuple[int, ...] = ()
    for places in whole:
        led = bool(lead) and (set(lead) < set(places) or _is_under(lead[0], places, section))
        lead = lead if led else places
        under.append(led)
    return under


def _is_under(lead: int, places: tuple[int, ...], section: Section) -> bool:
    """Whether sentences begin points under a beginning (“Do not stop these:”) that they do not say again."""
    found = section.sentences
    begins = all(found[place].item and found[place].item != found[place - 1].item for place in places)
    return found[lead].text.endswith(":") and lead < min(places) and begins


def _leads_on(section: Section, place: int, words: Vocabulary) -> bool:
    """Whether a list comes next that hangs on this sentence, or a point of the list that this one is in.

    A point that is a sentence stands by itself, and a definition may come before it.
    """
    if place + 1 >= len(section.sentences):
        return False
    sentence, following = section.sentences[place], section.sentences[place + 1]
    if sentence.text.rstrip().endswith(":"):
        return True
    points = sentence.item > 0 and following.item > 0
    who = words.grammar["definitions"].get("who", r"(?!)")
    if re.match(who, following.text) and (points or re.match(who, sentence.text)):
        return True  # “Pacientes con asma, que …” “Pacientes que se atragantan”: one more of a list
    return points and not (_alone(sentence.text, words) or _alone(following.text, words))


def _is_told_on(section: Section, place: int) -> bool:
    """Whether the same point of a list goes on after this sentence: what it tells would be heard of the definition."""
    found = section.sentences
    return found[place].item > 0 and place + 1 < len(found) and found[place + 1].item == found[place].item


def _alone(point: str, words: Vocabulary) -> bool:
    """Whether a point of a list, without its label, is a sentence."""
    _, label, rest = point.rpartition(": ")
    begins = bool(set(tokens(rest)[:1]) & set(words.grammar["subjects"]))
    return command(rest, words) or (begins if label else has_verb(rest, words))

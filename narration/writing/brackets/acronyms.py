"""Brackets that hold a short name, or the long one of it: “a computed tomography (CT) scan”, “a PICC (…)”.

Kinds as in ``insertions``: each gives what stands there instead of the bracket.
"""

from __future__ import annotations

import re

from narration.writing.brackets.places import Place
from narration.writing.brackets.short_names import MOST_WORDS_BACK, clipped, drawn_from, stands_for, with_article
from narration.writing.sentences.clauses import FEWEST_WORDS, has_verb
from narration.writing.sentences.text import last_word, tokens

ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?")
_SHORT_NAME = re.compile(r"(?:[a-z]+ ){0,2}[A-Z][A-Za-z]*[A-Z][A-Za-z]*s?")
_MOST_LETTERS = 4
"""A short name of more letters is that of a way (“LLETZ”), more often than of a thing."""


def acronym(place: Place) -> str | None:
    """A short name; “for short” only where its letters show it, and where an `or` would add an item to a list."""
    content = place.content
    if not (ACRONYM.fullmatch(content) or (place.data("for_short") and _SHORT_NAME.fullmatch(content))):
        return None
    if floor := (place.data("floors") or {}).get(content):
        return f", {floor}"  # “Admisión (P.B.)”
    if place.data("way") and re.search(place.data("way"), place.before):
        return f" ({content})"  # “into a vein (IV)”: how it is given, and no thing that has two names
    if not place.data("for_short"):
        before = tokens(place.before)[-MOST_WORDS_BACK:]
        # “Desplazamiento de la lámina (LASIK)”: of the slice nothing but the first letter is the same.
        inner = before[-3:-2] == ["de"] and before[-2] in place.words.grammar["articles"]
        before = before[:-3] if inner and not drawn_from(content, before[-1]) else before
        same = content[0].lower() in {word[0] for word in before}
        return f", {place.words.grammar['or']} {content}" if same else None
    if _splits_a_name(place) or last_word(place.before).endswith(tuple(place.words.grammar["adverb_endings"])):
        return f" ({content})"  # “given intravenously (IV)” is no choice of two
    matches = stands_for(content, place.before)
    # “… or have had a deep vein thrombosis (DVT)”: one more “or” would be one more case.
    offered = place.words.grammar["or"] in tokens(place.before.rpartition(",")[2])
    if matches and among_bare_things(place):
        return f" ({content})"  # “atrial fibrillation (AFib), atrial flutter and …”: said between commas it is an item
    if matches and not place.among_others and not offered:
        return f", {place.words.grammar['or']} {content}"
    if matches:
        return f", {str(place.data('for_short')).replace('{name}', content)}"
    named = rf"\b(?:{place.words.grammar['called']}|{place.data('known_as')})\s[^,;:]*$"
    if place.data("known_as") and re.search(named, place.before) and ACRONYM.fullmatch(content):
        return f", {place.words.grammar['or']} {content}"  # “… known as a polysomnogram, or PSG”
    if place.article in place.data("new") and ACRONYM.fullmatch(content):
        counted = len(content) <= _MOST_LETTERS and not re.search(place.data("uncounted") or r"(?!)", place.before)
        name = with_article(content) + f" {content}" if counted else content
        return f", {place.data('known_as')} {name}"
    # “Hair dye (PPD)”: a name that begins with none of its letters may be the name of something else.
    begins = content[0].lower() in {word[0] for word in tokens(place.before)[-FEWEST_WORDS:]}
    if place.among_others or not begins or not ACRONYM.fullmatch(content):
        return None
    return f", {place.words.grammar['or']} {content}"


def test_of_it(place: Place) -> str | None:
    """“Your heart rhythm (ECG)”: the test that shows it, and no name of it."""
    shown = place.data("shown_by_tests")
    if not shown or not ACRONYM.fullmatch(place.content) or not re.search(shown, place.before):
        return None
    return f" ({place.content})"


def long_name(place: Place) -> str | None:
    """“A PICC (peripherally inserted central catheter)”."""
    last = place.before.split()[-1:]
    if not place.data("short_for") or not last or not ACRONYM.fullmatch(last[0]) or "," in place.content:
        return None
    known = stands_for(last[0], place.content) or drawn_from(last[0], place.content)
    return f", {place.data('short_for')} {place.content}" if known else None


def clipped_name(place: Place) -> str | None:
    """“The gynaecology (gynae) ward”."""
    return f", {place.words.grammar['or']} {place.content}" if clipped(place.content, place.before) else None


def among_bare_things(place: Place) -> bool:
    """Whether bare things follow in a list, among which a comma would make the bracket one."""
    if not place.data("things"):
        return False
    item = place.next_item(r"[a-z-]+(?:\s[a-z-]+)?")
    return bool(item) and not has_verb(item, place.words)


def _splits_a_name(place: Place) -> bool:
    """Whether a bracket stands inside a name: “an arteriovenous (AV) fistula”, “a blood pressure (BP) reading”."""
    if place.data("kind_follows") and re.match(place.data("kind_follows"), place.after):
        return True
    adjective = re.search(place.data("describing") or r"(?!)", place.before)
    following = re.match(r"\s([a-z]+)\b", place.after)
    closed = {
        *place.words.grammar["prepositions"],
        *place.words.grammar["auxiliary"],
        *place.words.grammar["no_subject"],
    }
    return bool(adjective and following and following[1] not in closed)

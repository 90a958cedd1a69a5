"""What a bracket holds: a clause, what is said of a case that it names, or a few words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from narration.writing.sentences import subjects
from narration.writing.sentences.clauses import (
    FEWEST_WORDS,
    command,
    finite,
    has_verb,
    is_adverb,
    own_verb,
    says_subjects,
    stands,
)
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


def is_clause(content: str, words: Vocabulary) -> bool:
    """Whether it is a sentence of its own, or an order: “we will use the other arm”."""
    found = tokens(content)
    if told := of_that_case(content, words):
        return command(told, words) or own_verb(told, words)
    if re.match(words.grammar["insertions"].get("describing", r"(?!)"), content):
        return False
    if not says_subjects(words) and found[:1]:
        if found[0][0].isdigit() and not (own_verb(content, words) and _outer_verb(found, words)):
            return False  # “7 días si está ingresado”
        if command(content, words):
            return True
        if _begins_a_list(content, words):
            return False
    if re.fullmatch(words.grammar["insertions"].get("short_clause", r"(?!)"), content.rstrip("!")):
        return True
    begins = not says_subjects(words) or (found[:1] and found[0].partition("’")[0] in words.grammar["subjects"])
    begins = begins or command(content, words) or bool(set(found[:1]) & set(words.grammar["amounts"]))
    if says_subjects(words) and subjects.only_looks_so(content, words):
        return False
    # “no se permite dormir”: after its pronoun no noun comes.
    denied = not says_subjects(words) and found[:1] == ["no"] and found[1:2] and found[1] in words.grammar["clitics"]
    whole = stands(content, words, opening=False) or (denied and own_verb(content, words))
    return bool(begins) and len(found) > FEWEST_WORDS and bool(whole)


def says(content: str, words: Vocabulary) -> bool:
    """A clause, or a number with its verb (“48 is better”)."""
    found = tokens(content)
    number = len(found) >= FEWEST_WORDS and found[0].isdigit() and finite(found, 1, words)
    return number or is_clause(content, words)


def of_that_case(content: str, words: Vocabulary) -> str:
    """What is said of a case that the bracket names: “en ese caso marque el 911” → “marque el 911”; else ``""``."""
    case = words.grammar["insertions"].get("in_that_case")
    begin = case["say"].rstrip(",") if case else ""
    return content[len(begin) :].lstrip(", ") if begin and content.lower().startswith(begin.lower()) else ""


def _begins_a_list(content: str, words: Vocabulary) -> bool:
    """Whether two bare nouns or more stand before any verb: “ardor, lagrimeo, la luz le molestará”."""
    *items, _ = content.split(", ")
    found, grammar = tokens(content), words.grammar
    named = {*grammar["articles"], *grammar["prepositions"], *grammar["subordinators"], *grammar["conditions"]}
    opens = found[0] in named or is_adverb(found[0], words) or found[0] in grammar["clitics"]
    return len(items) > 1 and not opens and not any(has_verb(item, words) for item in items[:2])


def _outer_verb(found: Sequence[str], words: Vocabulary) -> bool:
    """Whether a verb stands before all inner clauses: none in “90 minutos antes si se indicó contraste”."""
    inner = {*words.grammar["relatives"], *words.grammar["clause_words"], *words.grammar["conditions"]}
    outer = list(itertools.takewhile(lambda token: token not in inner, found))
    return any(finite(outer, index, words) for index in range(1, len(outer)))


def is_short(content: str, words: Vocabulary, most: int) -> bool:
    """Whether it has so few words, and points to nothing: such a bracket may be said inside its sentence."""
    found = tokens(content)
    refers = set(found[:1]) & set(words.grammar["refers"]) and not re.match(r"(?:above|below)\s+\d", content)
    number = re.fullmatch(r"[\d\s:+-]+", content)
    return 0 < len(found) <= most and not refers and not number and not re.search(r"[:;](?!\d\d\b)|https?", content)

"""Brackets that become a sentence of their own: what a thing is, what else it is called, what its letters stand for."""

from __future__ import annotations

import re

from narration.writing.brackets.short_names import stands_for
from narration.writing.sentences.clauses import FEWEST_WORDS, conditional, long, verb_first
from narration.writing.sentences.plurals import plural
from narration.writing.sentences.subjects import again
from narration.writing.sentences.text import balanced, tokens
from narration.writing.vocabulary import Vocabulary

_OVER_WORDS = 18
_ENOUGH_WORDS = 12
_MOST_WORDS_HELD = 8
"""A bracket of so many words can stay inside its sentence, between commas."""
_MOST_WORDS_IN_NAME = 4


def told_apart(sentence: str, words: Vocabulary) -> tuple[str, ...]:
    """The sentence without such a bracket, and the bracket as a sentence before or after it; empty if it has none."""
    return _other_name(sentence, words) or _what_it_is(sentence, words) or _letters(sentence, words)


def _other_name(sentence: str, words: Vocabulary) -> tuple[str, ...]:
    """“A puncture (also called a tap) is …” in a long sentence: the other name becomes a sentence."""
    match = re.match(words.grammar["other_name"], sentence) if words.grammar["other_name"] else None
    if match is None or not long(sentence, words, _OVER_WORDS) or not long(match["rest"], words, FEWEST_WORDS):
        return ()
    said = again(f"{match['subject']} {match['rest']}", words)
    verb = tokens(match["rest"])[0]
    return (f"{match['subject']} {match['rest']}", f"{said} {verb} {match['name']}.") if said else ()


def _what_it_is(sentence: str, words: Vocabulary) -> tuple[str, ...]:
    """“The endoscope (a long, thin tube with a camera) is passed …” in a long sentence.

    A thing that every ward has more than one of (“a machine”) is not said to be what only this one is.
    """
    pattern = words.grammar.get("insertions", {}).get("what_it_is")
    match = re.match(pattern["at"], sentence) if pattern else None
    if match is None or not long(sentence, words, _OVER_WORDS if _held(match["what"]) else _ENOUGH_WORDS):
        return ()
    if not balanced(match["rest"]):
        return ()
    name, what, rest = tokens(match["subject"]), match["what"], match["rest"]
    if len(name) > _MOST_WORDS_IN_NAME or conditional(what, words) or re.search(pattern["not"], what):
        return ()
    if (not match["known"] and name[-1].removesuffix("s") in pattern["everyday"]) or name[0] in words.grammar[
        "commands"
    ]:
        return ()
    many = plural(match["subject"], "", words)
    if verb_first(tokens(rest), words) is None or "and" in name or many != (match["many"] is not None):
        return ()
    said = again(f"{match['subject']} {rest}", words)
    verb = pattern["are" if many else "is"]
    return (f"{match['subject']} {verb} {what}.", f"{said} {rest}") if said else ()


def _held(what: str) -> bool:
    return len(what.split()) <= _MOST_WORDS_HELD


def _letters(sentence: str, words: Vocabulary) -> tuple[str, ...]:
    """“A CPAP (continuous positive airway pressure) machine”: the letters and their noun stay together."""
    pattern = words.grammar.get("insertions", {}).get("letters")
    match = re.search(pattern["at"], sentence) if pattern else None
    if match is None or not stands_for(match["short"], match["long"]):
        return ()
    whole = f"{sentence[: match.end('short')]}{sentence[match.end('bracket') :]}"
    return (whole, f"{match['short']} {pattern['say']} {match['long']}.")

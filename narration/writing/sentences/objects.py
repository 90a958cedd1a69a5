"""What an order in a row is about, said in the order (Spanish): “Hierro: no tomar.” → “Hierro: no tomarlo.”

An order needs what its infinitive did without: “No suspenda por su cuenta” asks
what.  Only where the row's name is a thing, or several, and nothing after the
verb may be its object.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.language.brackets import without_brackets
from narration.language.gender import is_feminine, is_plural
from narration.writing.sentences.clauses import has_verb
from narration.writing.vocabulary import Vocabulary

_SHORT = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,}s?")
"""“AAS” shows neither number nor gender …"""
_BRAND = re.compile(r"[A-Z]\w*[iu]s")
"""… and “Eliquis” no number."""


def said(sentence: str, words: Vocabulary) -> str:
    """The sentence, its infinitive with the pronoun for the row's name; as it is where none is sure."""
    rows = words.grammar.get("orders", {}).get("of_row")
    match = re.match(rows["at"], sentence) if rows else None
    if not rows or match is None or re.search(rows["no_thing"], match["name"]) or has_verb(match["name"], words):
        return sentence
    denied = match[0][len(match["name"]) :].lower().startswith(": no ")
    pronoun = _pronoun(without_brackets(match["name"]), denied, rows, words)
    return f"{sentence[: match.end('verb')]}{pronoun}{sentence[match.end('verb') :]}" if pronoun else sentence


def agreed(sentence: str, words: Vocabulary) -> str:
    """A row's amount of time with the pronoun for its name: “Bilastina, ebastina: 7 días sin tomarlo” → “… tomarlas”.

    The words over the column have one “lo” for all rows.  What goes on the skin or in the nose is used, not taken.
    """
    rows = words.grammar.get("orders", {}).get("of_row")
    match = re.match(rows["without"], sentence) if rows else None
    if not rows or match is None:
        return sentence
    name = re.sub(r"\s*\([^()]*\)|\s(?:que|si|cuando)\s.*", "", match["name"])
    used = next((verb for at, verb in rows["used"].items() if re.search(at, name)), match["verb"])
    pronoun = _pronoun(name, True, rows, words) or match["pronoun"]
    return f"{sentence[: match.start('verb')]}{used}{pronoun}{sentence[match.end('pronoun') :]}"


def _pronoun(name: str, denied: bool, rows: Mapping[str, Any], words: Vocabulary) -> str:
    """“la” for “warfarina”, “los” for “warfarina, apixabán”, “lo” for “omeprazol u otro protector”.

    Of things of which one or the other is meant none is allowed where it is ``denied``.
    """
    either, joint = rows["either"], rows["and"]
    things = [thing for thing in re.split(rf",\s+|\s+(?:{joint}|{either})\s+", name) if thing.strip()]
    nouns = [_noun(thing, words) for thing in things]
    if not nouns or not all(nouns) or any(map(_SHORT.fullmatch, nouns)):
        return ""
    many = [is_plural(noun, words.language) and not _BRAND.fullmatch(noun) for noun in nouns]
    feminine = all(is_feminine(noun, words.language) for noun in nouns)
    one_of = not denied and re.search(rf"\s(?:{either})\s", name) is not None
    if one_of and (len(set(many)) > 1 or feminine is not any(is_feminine(noun, words.language) for noun in nouns)):
        return ""
    several = many[0] if one_of or len(nouns) == 1 else True
    return f"{'la' if feminine else 'lo'}{'s' if several else ''}"


def _noun(thing: str, words: Vocabulary) -> str:
    """The noun of a name: “anticoagulantes” of “otros anticoagulantes orales”."""
    before = {*words.grammar["articles"], *words.grammar["orders"]["of_row"]["before_noun"]}
    return next((word for word in re.findall(r"[^\W\d_]{2,}", thing) if word.lower() not in before), "")

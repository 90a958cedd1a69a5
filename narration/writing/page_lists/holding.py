"""The verb that a thing needs after a bare “if”: “Llame si” + “fiebre” → “Llame si hay fiebre”.

“Hay” takes no thing with its article: “si hay el corte huele mal”.  Such a point has a verb of its own, which no list
may know, or only says how the thing is: “los dedos fríos” → “si tiene los dedos fríos”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narration.writing.sentences import euphony
from narration.writing.sentences.clauses import has_verb, own_verb, says_subjects, verb_first
from narration.writing.sentences.text import last_word, tokens
from narration.writing.vocabulary import Vocabulary


def verb_for(point: str, words: Vocabulary) -> str:
    """What stands between “if” and a point that is not surely a clause; ``""`` where its own verb may follow.

    “If you have had a previous reaction”, “if there is pregnancy”.
    """
    grammar = words.grammar["bullets"]
    definite = grammar.get("definite_thing")
    named = re.match(definite["at"], point, re.IGNORECASE) if definite else None
    if not definite or named is None:
        held = (verb for at, verb in grammar.get("held", {}).items() if re.match(at, point))
        return str(next(held, grammar["holds"]))
    how_it_is = re.match(words.grammar["signs"]["described"], point[named.end() :])
    return str(definite["had"][words.style.get("address", "usted")]) if how_it_is else ""


def is_past(point: str, words: Vocabulary) -> bool:
    """Whether a thing is of a time that is over: “a heart attack in the last 6 months”."""
    lately = words.grammar["bullets"].get("lately")
    return lately is not None and re.search(lately["point"], point) is not None


def had(stem: str, point: str, words: Vocabulary) -> str:
    """“If you have” before what is past: “If you have had” + “a heart attack in the last 6 months”."""
    if not is_past(point, words):
        return stem
    for pattern, instead in words.grammar["bullets"]["lately"]["has"].items():
        if match := re.search(pattern, stem):
            return f"{stem[: match.start()]}{instead}"
    return stem


def with_own_case(stem: str, points: Sequence[str], words: Vocabulary) -> list[str]:
    """What a listener does after what a thing does, with its own “si”: “si la herida supura o” + “si tiene fiebre”.

    Without it, “tiene fiebre” would be said of the wound.
    """
    condition = last_word(stem)
    if says_subjects(words) or condition not in words.grammar["strict_conditions"]:
        return list(points)
    made = list(points[:1])
    for before, point in pairwise(points):
        named = set(tokens(before)[:1]) & set(words.grammar["articles"]) and own_verb(before, words)
        own = named and verb_first(tokens(point), words) is not None
        own = own and not re.match(words.grammar["signs"]["of_a_thing"], point)  # “se pone roja”
        made.append(f"{condition} {point}" if own else point)
    return made


def with_case(stem: str, point: str, words: Vocabulary) -> str:
    """A clause after a verb that takes none: “si tiene” + “un mareo, o que no ve” → “…, o si no ve”."""
    takes = words.grammar["bullets"].get("no_clause_after")
    return re.sub(takes["that"], takes["say"], point) if takes and re.search(takes["at"], stem) else point


def said(stem: str, point: str, words: Vocabulary) -> str:
    """A beginning and a thing that need more than to stand side by side; ``""`` for any others."""
    return own_time(stem, point, words) or as_subject(stem, point, words)


def own_time(stem: str, point: str, words: Vocabulary) -> str:
    """“It is not given if” + “during pregnancy” → “It is not given during pregnancy”; ``""`` for any other point."""
    grammar = words.grammar["bullets"]
    condition = re.search(grammar["bare_condition"], stem)
    if condition is None or not re.match(grammar.get("own_time", r"(?!)"), point):
        return ""
    clause = re.match(grammar["own_time_clause"], point) is not None
    return f"{stem[: condition.start()].rstrip()} {point}" if clause == has_verb(point, words) else ""


def not_had(stem: str, point: str, words: Vocabulary) -> str:
    """“Llame si hay” + “sed y orinar sin parar” → “Llame si pasa esto: …”; ``""`` for what somebody may have."""
    known = words.grammar["bullets"].get("not_had")
    condition = re.search(known["at"], stem) if known and re.match(known["point"], point) else None
    return f"{stem[: condition.start()]}{known['say']}: {point}" if condition else ""


def with_its_article(stem: str, point: str, words: Vocabulary) -> str:
    """“Si tiene” + “herida roja” → “la herida roja”: what everybody has is known, and how it is is told of it."""
    known = words.grammar["bullets"].get("body_part")
    if not known or not re.search(known["has"], stem):
        return point
    for article, parts in known["parts"].items():
        for match in reversed(list(re.finditer(rf"(?:^|(?<=\s)(?P<joint>\w)\s)(?={parts} {known['how']})", point))):
            if match["joint"] and " " not in point[: match.start()].strip():
                continue  # “ojos o piel amarillos”: both are so
            joint = f"{euphony.joint(match['joint'], article, words)} " if match["joint"] else ""
            point = f"{point[: match.start()]}{joint}{article} {point[match.end() :]}"
    return point


def as_subject(stem: str, point: str, words: Vocabulary) -> str:
    """“Es normal” + “eructos o gases” → “Es normal que haya eructos o gases”; ``""`` for what may follow as it is.

    Spanish asks for an article there; “los mareos” then have a verb for several: “Son normales los mareos”.
    """
    known = words.grammar["bullets"].get("happens")
    said = re.fullmatch(known["at"], stem) if known else None
    if not known or said is None or re.match(known["as_it_is"], point):
        return ""
    if re.match(known["several"], point):
        verb, how = known["verbs"][said["verb"].lower()], known["plurals"][said["how"].lower()]
        verb = verb.capitalize() if said["verb"][0].isupper() else verb
        return f"{said['before']}{verb}{said['between']}{how} {point}"
    return f"{stem} {known['had' if re.match(known['of_body'], point) else 'there']} {point}"

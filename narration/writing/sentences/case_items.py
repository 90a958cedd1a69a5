"""The things or clauses of a list in a case, and which of them each is: “si tiene A, B o C” (Spanish *si*).

A comma parts two of them but where what follows still says where or how the one before is: “dolor en el pecho, el
cuello o la espalda”, “los dedos fríos o morados”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.sentences import euphony
from narration.writing.sentences.clauses import finite, own_verb
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary

_QUOTED = re.compile(r"[“«\"][^”»\"]*[”»\"]")
_ONE_JOINT = 3  # the pieces of two things, and the joint


def items_of(text: str, signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """The things or clauses of a list; a list of places inside one stays there: “dolor en el pecho, el cuello o …”."""
    pieces = re.split(f"({signs['items']})", text)
    items = pieces[:1]
    first = re.sub(signs["has"], "", pieces[0], count=1, flags=re.IGNORECASE).strip()
    last_begun = False
    for joint, item in zip(pieces[1::2], pieces[2::2], strict=True):
        place = bool(not re.match(signs["of_the_item"], first) and re.match(signs["of_the_item"], item))
        # “dolor en el pecho, el cuello”, but “falta de aire, la boca torcida”: only a place has places after it.
        place = place and not (re.match(signs["names_a_place"], item) and not re.search(signs["has_place"], items[-1]))
        # In “dolor en el pecho, o dolor o pérdida de visión en un ojo” the second “o” is inside the last thing.
        in_last = last_begun and "," not in joint
        last_begun = in_last or re.match(r",\s+[ou]\b", joint) is not None
        posture = re.match(signs["posture"], item) is not None
        goes_on = "," not in joint and re.search(r"\bque\b", items[-1]) and finite(tokens(item), 0, words)
        goes_on = goes_on or _describes(re.split(r"\s[ye]\s", item)[0], first, signs)  # “… o morados y no mejoran”
        # Of two things only: “fiebre con dolor de espalda o rigidez de cuello”.
        with_it = len(pieces) == _ONE_JOINT and "," not in joint and re.search(signs["with"], items[-1])
        in_one = "," not in joint and re.search(signs["placed"], items[-1]) and re.match(signs["placing"], item)
        in_one = in_one or ("," not in joint and re.search(signs["acted_on"], items[-1]))
        in_one = in_one or ("," not in joint and re.match(signs["of_the_kind"], item))
        place = place or re.fullmatch(signs["bare_places"], item) is not None  # “dolor en el pecho, brazo o mandíbula”
        in_one = in_one or re.match(signs["compared"], item)  # “un dolor brusco, distinto de los suyos”
        held = place or with_it or in_last or in_one or _describes(item, first, signs)
        if goes_on or posture or (held and not is_clause(item, words)):
            items[-1] += f"{joint}{item}"
        else:
            items.append(item)
    return [_places_closed(item, signs, words) for item in items]


def _places_closed(item: str, signs: Mapping[str, Any], words: Vocabulary) -> str:
    """Places in a row get their “o”: “dolor en el pecho, brazo, espalda” → “… brazo o espalda”."""
    before, comma, last = item.rpartition(", ")
    places = comma and re.fullmatch(signs["bare_places"], last) and not re.search(r"\s[ou]\s", item)
    return f"{before} {euphony.joint(words.grammar['or'], last, words)} {last}" if places else item


def _describes(item: str, first: str, signs: Mapping[str, Any]) -> bool:
    """Whether an item only says how the thing before it is: “los dedos fríos o morados”.

    A list of how somebody feels (“si se siente débil, mareado o confuso”) has no thing at its head.
    """
    return bool(re.fullmatch(signs["described"], item)) and not re.fullmatch(signs["described"], first)


def is_clause(item: str, words: Vocabulary) -> bool:
    item = _QUOTED.sub("", item)  # “una sensación de ‘algo no está bien’”
    item = re.sub(r"(\bque\b.+?)\s[oueiy]\s.*", r"\1", item)  # “dolor que no cede o va a más” is a thing
    if re.match(words.grammar["signs"]["symptom_alone"], item):
        return False  # “hinchazón dura del muslo”: a bare noun is no subject before its verb
    thing = re.match(words.grammar["signs"]["thing"], item)
    shown = re.match(words.grammar["signs"]["clause"], item) is not None
    return thing is None and (shown or own_verb(item, words)) and not re.match(r"(?:que|y|e)\b", item)


def is_thing(item: str, words: Vocabulary) -> bool:
    found = tokens(item)
    return bool(found) and found[0] not in {*words.grammar["prepositions"], *words.grammar["clause_words"], "que"}

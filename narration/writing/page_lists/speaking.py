"""Points that tell by themselves what to do, and so do not hang on a heading above them or a beginning with “if”.

Under “Cuándo llamarnos” the page may have no signs but whole orders: “Márcanos al 555 … si no cede”, “Ve directo a un
hospital si te ahogas”.  Hung on “Hay que llamarnos si”, going to hospital would be a call.  In Spanish an order to
*tú* has the form of a statement (“vomita”), so that only one that cannot be read so shows the others for orders.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.sentences.clauses import command
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


def tell_all(points: Sequence[str], words: Vocabulary) -> bool:
    """Whether a list has only orders: at least half of them surely, and the others to the same person.

    A child’s parent may be told of the child in the form of such an order: “Vomita todo lo que toma.”
    """
    sure = [point for point in points if is_surely(point, words)]
    if not sure or len(sure) * 2 < len(points) or words.style.get("of_another"):
        return False
    persons = {_person(point, words) for point in sure}
    return all(point in sure or _person(point, words) in persons - {""} for point in points)


def is_surely(point: str, words: Vocabulary) -> bool:
    """Whether a point is an order with a case or a reason of its own, in a form that states nothing.

    “Márcanos …”, with the pronoun after it, or “Pida cita si …”; but not “Sangre en la orina”, nor “Toma …”.
    """
    speaking = words.grammar["bullets"].get("speaking")
    if speaking is None or not command(point, words):
        return False
    joined = re.match(speaking["joined"], point) is not None
    formal = _person(point, words) not in ("", "tú") and re.search(speaking["own_case"], point) is not None
    return joined or formal


def turns(stem: str, point: str, words: Vocabulary) -> bool:
    """Whether a point under what to bring tells what not to: “Traer:” over “Dejar en casa aros y cadenas”."""
    other = words.grammar["bullets"].get("speaking", {}).get("other")
    return bool(other) and bool(re.search(other["stem"], stem) and re.match(other["point"], point))


def _person(point: str, words: Vocabulary) -> str:
    """To whom the form of its first word would be an order; ``""`` for no verb."""
    first = (tokens(point) or [""])[0]
    return str(words.grammar.get("command_person", {}).get(first, ""))

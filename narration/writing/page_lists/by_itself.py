"""A point that is said by itself, and not with the beginning over it: it has its own case, orders, or denies.

“Call us if:” + “you faint: dial 999” would else be heard as a sign to call us for.  What a language needs is under
``bullets`` in its grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from narration.language.brackets import without_brackets
from narration.writing.page_lists import doing, reassuring, speaking, stems, taking
from narration.writing.page_lists.points import Point, Said, pairs, with_joint
from narration.writing.sentences.clauses import command, conditional, has_verb
from narration.writing.sentences.text import capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary


def stands_alone(stem: str, point: str, words: Vocabulary) -> bool:
    """Whether a point has its own condition and what holds in it, reassures, or denies: “si sangra, dígalo”.

    “Bring:” + “no valuables” is no order to bring something.
    """
    ordered = command(stem, words) and not set(tokens(stem)) & set(words.grammar["negative"])
    denies = ordered and re.match(words.grammar["bullets"].get("denying_point", r"(?!)"), point)
    told = taking.takes_things(stem, words) and taking.tells_itself(point, words)
    if denies or told or _tells_itself(stem, point, words) or speaking.turns(stem, point, words):
        return True
    own = "misfits" in words.grammar["bullets"] and tokens(point)[:1] != [] and "," in point
    own = own and tokens(point)[0] in words.grammar["strict_conditions"] and not conditional(stem, words)
    return own and not doing.in_its_case(stem, point, words)


def any_tells_more(stem: str, points: Sequence[str], words: Vocabulary) -> bool:
    """Whether a point stands alone, or tells more than its name, so that they share no sentence: “aspirin: stop it”."""
    own = words.grammar["bullets"].get("own", r"(?!)")
    return any(":" in point or re.search(own, point) or stands_alone(stem, point, words) for point in points)


def one_by_one(stem: str, points: Sequence[Point], words: Vocabulary) -> Iterator[list[Point]]:
    """The points that share a sentence, side by side; one that stands alone shares none: “call 911 for chest pain”."""
    for some in pairs(points, words):
        apart = any(stands_alone(stem, point.text, words) or own_order(stem, point.text, words) for point in some)
        yield from ([point] for point in some) if apart else [some]


def own_order(begin: str, point: str, words: Vocabulary) -> str:
    """“Ring us if” + “chest pain – call 999” → “If you have chest pain, call 999”; ``""`` for any other point.

    An order inside a bracket with others is no end of the point: “sickness (wear gloves; call us)”.
    """
    match = re.match(words.grammar["bullets"].get("own_order", r"(?!)"), point)
    if match is None or not conditional(begin, words) or not command(match["order"], words):
        return ""
    if match["case"].count("(") > match["case"].count(")"):
        return ""
    whole = stems.with_point(begin, with_joint(match["case"], words.grammar["or"], words), words)
    at = [found.start() for found in re.finditer(words.grammar["bullets"]["own_order_if"], whole)]
    return f"{capitalised(whole[at[-1] :])}, {match['order']}" if at else ""


def in_that_case(said: Iterable[Said], words: Vocabulary) -> Iterator[Said]:
    """What a sign says after its first sentence; “Call 999.” alone would be heard as an order for any time."""
    help_alone = words.grammar["bullets"].get("help_alone", r"(?!)")
    begin = words.grammar["insertions"]["in_that_case"]["say"]
    for each in said:
        alone = re.fullmatch(help_alone, each.text)
        yield each._replace(text=f"{begin} {decapitalised(each.text)}") if alone else each


def _tells_itself(stem: str, point: str, words: Vocabulary) -> bool:
    """Whether a point under “Call us if” tells itself whom to call: “if you faint, call 999”, “ward 4: 01632 …”.

    So does an order to go for help, which “Call us if you have” must not turn into a sign.
    """
    grammar = words.grammar["bullets"]
    if _orders_help(stem, point, words) or reassuring.told(stem, point, words):
        return True
    if not re.search(grammar.get("bare_condition", r"(?!)"), stem):
        return False
    label, _, number = point.partition(": ")
    rings = number and not has_verb(label, words) and re.match(grammar.get("phone", r"(?!)"), number)
    if rings or speaking.is_surely(without_brackets(point), words):
        return True
    if "tells_itself" not in grammar:
        return False
    if re.match(grammar["tells_itself"], point):
        return True
    *leads, last = point.split(", ")
    orders = [part for part in (*leads[1:], last) if command(part, words) and tokens(part)[0] not in grammar["starts"]]
    opens = set(tokens(point)[:1]) & {*words.grammar["subordinators"], *words.grammar["prepositions"]}
    return bool(leads and opens and orders)


def _orders_help(stem: str, point: str, words: Vocabulary) -> bool:
    """Whether a point under “Call us if you have” is “Go to the ER for chest pain”, and no sign.

    “Avísenos si:” + “acude a urgencias” may tell what somebody does.
    """
    grammar = words.grammar["bullets"]
    if not re.search(grammar["before_signs"], stem) or not re.match(grammar["orders_help"], point):
        return False
    familiar = words.grammar.get("command_person", {}).get(tokens(point)[0]) == "tú"
    return not (familiar and re.search(grammar["bare_condition"], stem))

"""Beginnings of a list that say or tell something of their own before their points.

“Keep it dry, and:” is an order first, “It may harden, so for two days:” a fact;
and “Set up at home:” asks for the things that its points name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from narration.writing.page_lists import case_orders, stems, subheadings
from narration.writing.page_lists.leads import Led, pause_after
from narration.writing.page_lists.points import FEWEST_POINTS, Point, ended, joint_of, pairs, together, with_joint
from narration.writing.sentences.clauses import command, conditional, instructs, stands
from narration.writing.sentences.text import capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[Led] | None:
    """The sentences that such a beginning and its points make, each with its points; ``None`` for any other."""
    if asked := _asked(lead.strip().rstrip(":….").strip(), points, words):
        return asked
    if ordered := case_orders.said(lead, points, words):
        return ordered
    grammar = words.grammar["bullets"].get("own_part")
    if not grammar or joint_of(points, words) == words.grammar["bullets"]["or"]:
        return None
    text = lead.strip().rstrip(":….").strip()
    told = _so(text, points, grammar, words) or _and(text, points, grammar, words)
    return told or _how_often(text, points, grammar, words) or _things(text, points, words)


def _asked(text: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“The nurse will ask you” + questions → “The nurse will ask you: are you pregnant?” “Do you have a pacemaker?” …

    A question is a sentence: it is no part of the beginning, and no “and” joins two of them.
    """
    if len(points) < FEWEST_POINTS or not all(point.text.endswith("?") for point in points):
        return []
    first, *rest = points
    alone = [Led(_question(point.text), [point], led=False) for point in rest]
    if stems.opened(text, words):
        return [Led(f"{text}: {first.text}", [first]), *alone]
    return [Led(ended(text), []), Led(_question(first.text), [first], led=False), *alone]


def _question(text: str) -> str:
    return f"¿{capitalised(text[1:])}" if text.startswith("¿") else capitalised(text)


def clause_before(lead: str, words: Vocabulary) -> tuple[str, str]:
    """A clause of its own before the one that leads in to the points, and that: “You get a bed, and a nurse will”.

    It is said once, and so is no part of what is said with each point.
    """
    grammar, text = words.grammar["bullets"], lead.strip().rstrip(":….").strip()
    if aims := re.match(grammar.get("two_aims", r"(?!)"), text):
        also = words.grammar["lists"]["also"]
        return ended(aims["first"]), f"{aims['it']} {also} {aims['how']} {aims['second']}"
    match = re.match(grammar.get("two_clauses", r"(?!)"), text)
    if match is None or conditional(match["first"], words) or not stands(match["first"], words, opening=True):
        return "", lead
    return ended(match["first"]), capitalised(match["stem"])


def as_name(lead: str, points: Sequence[Point], words: Vocabulary) -> str:
    """“In the week before:” over several points, as a name: with the first it would be said of that only."""
    period = words.grammar["bullets"].get("period")
    if not period or len(points) <= FEWEST_POINTS or not re.fullmatch(period, lead):
        return ""
    named = subheadings.led_in(lead, words)
    return ended(named) if named != lead else ""


def happening(lead: str, points: Sequence[Point], words: Vocabulary) -> str:
    """“While you are asleep:” over several things that happen, as a sentence; said with each, it would be too much.

    ``""`` where a point tells what to do: that holds for the time only.
    """
    pattern = words.grammar["bullets"].get("happening")
    if not pattern or len(points) < FEWEST_POINTS + 1 or not re.fullmatch(pattern["at"], lead):
        return ""
    texts = [point.text for point in points]
    if any(instructs(text, words) or command(text, words) or not stands(text, words, opening=False) for text in texts):
        return ""
    return str(pattern["say"]).replace("{when}", decapitalised(lead))


def time_before(lead: str, point: str, words: Vocabulary) -> str:
    """A beginning that only says when, before a point; ``""`` before a case of another time.

    “For the first 7 days” is not said with “if you are sick in the first 24 hours, ring us”.
    """
    other = re.match(words.grammar["bullets"].get("other_time", r"(?!)"), point)
    limits = tokens(lead)[0] in words.grammar.get("time_limits", ())
    return "" if other and limits else f"{lead}{pause_after(lead, words)} "


def _so(text: str, points: Sequence[Point], grammar: dict[str, Any], words: Vocabulary) -> list[Led]:
    """“It may harden, so for two days” + “drink” → “It may harden.” “So for two days, drink.” “For two days, …”"""
    match = re.match(grammar["so"], text)
    if match is None or not stands(match["told"], words, opening=True) or not _all_told(points, grammar, words):
        return []
    first, *rest = points
    begin = f"{capitalised(match['joint'])} {match['time']}"
    later = [Led(_timed(match["time"], point, grammar), [point]) for point in rest]
    return [Led(ended(match["told"]), []), Led(ended(f"{begin}, {first.text}"), [first]), *later]


def _and(text: str, points: Sequence[Point], grammar: dict[str, Any], words: Vocabulary) -> list[Led]:
    """“For a week wear the shield, and” + “do not rub the eye” → “For a week wear the shield.” “For a week, do not …”

    The order is said once; its time, or its case, is that of each point.
    """
    match = re.match(grammar["and"], text)
    begin = match["begin"] if match else ""
    first = begin.split()
    for at in range(len(first)):
        time, order = " ".join(first[:at]).rstrip(","), " ".join(first[at:])
        if command(order, words) and not command(time, words):
            break
    else:
        return []
    if conditional(order, words) or not _all_told(points, grammar, words):
        return []
    if time and not stems.adverbial(time, words):
        return []
    held = conditional(time, words, strictly=True)
    each = [ended(f"{time}, {point.text}") if held else _timed(time, point, grammar) for point in points]
    return [Led(ended(begin), []), *(Led(line, [point]) for line, point in zip(each, points, strict=True))]


def _how_often(text: str, points: Sequence[Point], grammar: dict[str, Any], words: Vocabulary) -> list[Led]:
    """“Once a day” + steps → “Do this once a day.” and the steps: before the first it would be said of that only."""
    if not re.fullmatch(grammar["how_often"], text) or not _all_told(points, grammar, words):
        return []
    begin = str(grammar["do_this"]).replace("{often}", decapitalised(text))
    return [Led(begin, []), *(Led(ended(capitalised(point.text)), [point], False) for point in points)]


def _timed(time: str, point: Point, grammar: dict[str, Any]) -> str:
    """A point with the time of its beginning, but where it has its own: “expect pale stools for 3 days”."""
    alone = not time or re.search(grammar["own_time"], point.text)
    return ended(capitalised(point.text if alone else f"{time}, {decapitalised(point.text)}"))


def _all_told(points: Sequence[Point], grammar: dict[str, Any], words: Vocabulary) -> bool:
    """Whether each point tells what to do or not to do, and so stands by itself.

    Among such points one that begins with any verb is an order, too: “expect pale stools”.
    """
    sure = [stems.statements([point.text], words) for point in points]
    verbs = {*words.grammar["commands"], *words.grammar["verb_bases"]}
    orders = [set(tokens(point.text)[:1]) & verbs or re.match(grammar["bans"], point.text) for point in points]
    if not any(sure) or any(":" in point.text for point in points):
        return False
    return all(known or order for known, order in zip(sure, orders, strict=True))


def bans_something(points: Sequence[Point], words: Vocabulary) -> bool:
    """Whether a point tells what must not be, with no verb: “No food after midnight”."""
    bans = words.grammar["bullets"].get("own_part", {}).get("bans", r"(?!)")
    return any(re.match(bans, point.text) for point in points)


def _things(text: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“Set up at home” + things → “Set up at home: a recliner.” “Also set up at home: …”; “Pack” → “Pack a gown.”

    Under “Everything you put on your skin” only the first comes after the colon.
    """
    grammar = words.grammar["bullets"]["own_part"]
    whole, order = re.fullmatch(grammar["whole"], text), re.fullmatch(grammar["wants_things"], text)
    texts = [point.text for point in points]
    if not (whole or order) or any(
        ":" in one or command(one, words) or stems.is_clause(one, words) or stems.statements([one], words)
        for one in texts
    ):
        return []
    colon = "" if order and not order["where"] else ":"
    begin = f"{text}{colon}"
    again = text[order.start("order") :] if order else text  # “For a child of four, practise together”: the case once
    made: list[Led] = []
    for some in pairs(points, words):
        joint = words.grammar["bullets"]["and"]
        things = together([with_joint(point.text, joint, words) for point in some], joint, words)
        line = f"{begin} {things}" if begin else capitalised(things)
        made.append(Led(ended(line), some, bool(order) or not made))
        begin = "" if whole else f"{capitalised(words.grammar['lists']['also'])} {decapitalised(again)}{colon}"
    return made

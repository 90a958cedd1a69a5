"""Beginnings of a list that are no clause of their own, and points with an order of their own.

“Less commonly:” only says how often, and “It must be empty, so:” what follows
from it: neither can be a sentence before its points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from narration.writing.page_lists import (
    agreeing,
    criteria,
    diet,
    kinds,
    lacking,
    left_open,
    noted,
    one_of,
    stems,
    unusual,
)
from narration.writing.page_lists.points import Point, ended, joint_of, of_what, pairs, several, together, with_joint
from narration.writing.sentences.clauses import command, conditional, has_verb, own_verb, says_subjects, stands
from narration.writing.sentences.continued import begins_with_verb
from narration.writing.sentences.text import capitalised, decapitalised, last_word, tokens
from narration.writing.vocabulary import Vocabulary

MOST_WORDS = 20
_FAMILIES = (unusual, criteria, lacking, diet, left_open, noted, agreeing, kinds, one_of)


class Led(NamedTuple):
    """A sentence, the points that it says, and whether it says the beginning, too."""

    text: str
    points: Sequence[Point]
    led: bool = True


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[Led] | None:
    """The sentences that a beginning and its points make, each with its points; ``None`` for any other beginning."""
    grammar = words.grammar["bullets"]
    text = lead.strip().rstrip(":….").strip()
    if re.fullmatch(grammar.get("how_often", r"(?!)"), text):
        return _each(f"{text}:", points, words)
    ways = (_rows, _facts, _inventory, _alternatives, _choice, _examples, _times)
    if made := next(filter(None, (way(text, points, words) for way in ways)), None):
        return made
    told = next(filter(None, (family.said(text, points, words) for family in _FAMILIES)), None)
    if told:
        return [Led(*each) for each in told]
    if re.search(grammar.get("one_or_other", r"(?!)"), text):
        joint = last_word(text).removesuffix("either").replace("n", "nor") or grammar["or"]
        return [Led(ended(f"{text} {together([point.text for point in points], joint, words)}"), points)]
    follows = re.search(grammar.get("follows_from", r"(?!)"), text)
    if follows is None:
        return None
    if fasting := _fasting(text, points, words):
        return fasting
    if all(":" in point.text or stems.statements([point.text], words) for point in points):
        (first, some), *rest = [part for point in points for part in by_name(point)]
        alone = [Led(ended(capitalised(part)), of, False) for part, of in rest]
        return [Led(ended(f"{text}{':' if ':' in first else ''} {first}"), some), *alone]
    again = next((said for at, said in grammar.get("follows_again", {}).items() if re.search(at, text)), text)
    begun, *later = _each(text, points, words)
    return [begun, *(Led(led.text.replace(text, again, 1), led.points) for led in later)]


def by_name(point: Point) -> list[tuple[str, Sequence[Point]]]:
    """A point, or one for each name in it: “iron: stop it; aspirin: go on”."""
    *parts, last = re.split(r";\s+(?=[^:;]+:)", point.text)
    return [*((part, [point._replace(end=point.place + 1)]) for part in parts), (last, [point])]


def _rows(text: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“You will take” + rows of a table (“senna, morning: 2 tablets”, “Night: 1 tablet”) → “… take the following.”

    A row that says several things is no end of a sentence.
    """
    known = words.grammar["bullets"].get("rows")
    several = len(points) > 1 and all(":" in point.text and point.end > point.place + 1 for point in points)
    if not known or not several or not re.search(known["at"], text):
        return []
    alone = [Led(ended(capitalised(point.text)), [point], False) for point in points]
    return [Led(ended(f"{text} {known['say']}"), []), *alone]


def _facts(text: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“Your visit is on” + “date: 3 June”, “time: 9 am” → “Your visit is on this date: 3 June.” “Time: 9 am.”"""
    grammar = words.grammar["bullets"]
    known, last = grammar.get("labels", {}), (tokens(text) or [""])[-1]
    labels = [point.text.partition(":")[0].lower() for point in points]
    mine = [label in {name for some in known.values() for name in some} for label in labels]
    if not mine or not mine[0] or sum(mine) * 2 <= len(mine) or any(":" not in point.text for point in points):
        return []
    alone = [Led(ended(capitalised(point.text)), [point], False) for point in points]
    if labels[0] in known.get(last, ()):
        return [Led(ended(f"{text} {grammar['this']} {points[0].text}"), points[:1]), *alone[1:]]
    return [Led(ended(f"{text} {grammar['pointing'][last]}"), []), *alone] if last in grammar["pointing"] else []


def _inventory(text: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“Las gotas son” + “antibiótico, 4 veces al día” → “Las gotas son estas.” “Antibiótico: 4 veces al día.”"""
    grammar = words.grammar["bullets"]
    these = next((row["these"] for row in grammar.get("inventory", ()) if re.fullmatch(row["at"], text)), "")
    found = [re.fullmatch(grammar.get("with_dose", r"(?!)"), point.text) for point in points]
    told = [match and ended(capitalised(f"{match['name']}: {match['told']}")) for match in found]
    if not these or not all(told):
        return []
    alone = [Led(line, [point], False) for line, point in zip(told, points, strict=True) if line]
    return [Led(ended(f"{text} {these}"), []), *alone]


def _alternatives(text: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“He has ticked one of these” + “a scan (you fast)” → “One is a scan.” “Another is …”: not all of them hold."""
    grammar = words.grammar["bullets"]
    if not re.search(grammar.get("alternatives", r"(?!)"), text) or conditional(text, words):
        return []
    pointing = re.sub(grammar.get("names_list", r"(?!)"), grammar.get("pointing", {}).get("are", ""), text)
    made = [Led(ended(pointing), [])]
    orders = sum(stems.statements([point.text.partition(" (")[0]], words) for point in points) * 2 > len(points)
    for index, point in enumerate(points):
        bracket = re.fullmatch(r"(?P<name>[^()]+?)\s*\((?P<told>[^()]+)\)", point.text)
        said = name = point.text
        if bracket and stems.is_clause(bracket["told"], words):
            name = bracket["name"]
            said = f"{name}{grammar['in_which_case']}{bracket['told']}"
        if orders:
            said = f"{grammar['or_else'] if index else ''}{said}"
        else:
            said = f"{grammar['one_of']['next' if index else 'first']} {said}"
        made.append(Led(ended(capitalised(said)), [point]))
    return made


def _choice(text: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“You can either” + long points, or points with a remark: “You can do one of these.” “Stop ….” “Or go on ….”

    Said two by two, with “also”, they would not be a choice any more.
    """
    grammar = words.grammar["bullets"]
    match = re.fullmatch(grammar.get("choice", r"(?!)"), text)
    if match is None or not (match["either"] or joint_of(points, words) == grammar["or"]):
        return []
    if set(tokens(text)) & set(words.grammar["negative"]) or conditional(text, words):
        return []
    plain = all(point.end == point.place + 1 and not re.search(r"[:–—]", point.text) for point in points)
    whole = ended(f"{text} {together([point.text for point in points], grammar['or'], words)}")
    verbs = {*words.grammar["commands"], *words.grammar.get("verb_bases", ())}
    told = not says_subjects(words) or all(set(tokens(point.text)[:1]) & verbs for point in points)
    if plain and (len(whole.split()) <= MOST_WORDS or not told):
        return [Led(whole, points)]
    if not told:
        return []
    said = [f"{grammar['or_else'] if index else ''}{point.text}" for index, point in enumerate(points)]
    each = [Led(ended(capitalised(one)), [point], False) for one, point in zip(said, points, strict=True)]
    return [Led(ended(capitalised(f"{match['who'] or ''} {grammar['choose']}".strip())), []), *each]


def _examples(text: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“Tell us if you feel ill, for example” + things → “Tell us if you feel ill.” “One example is shivering.”"""
    pattern = words.grammar["bullets"].get("examples")
    match = re.search(pattern["at"], text) if pattern else None
    texts = [point.text for point in points]
    if pattern is None or match is None or not stands(text[: match.start()], words, opening=True):
        return []
    if any(":" in point or stems.is_clause(point, words) or stems.statements([point], words) for point in texts):
        return []
    made = [Led(ended(text[: match.start()]), [])]
    for index, some in enumerate(pairs(points, words)):
        texts = [with_joint(point.text, words.grammar["or"], words) for point in some]
        said = together(texts, words.grammar["bullets"]["and"], words)
        one = len(some) == 1 and not several(some[0].text, words)
        begin = pattern["next" if index else "first"]["one" if one else "several"]
        made.append(Led(ended(f"{begin} {said}"), some, False))
    return made


def _times(text: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“It is checked” + “before each dose”, “at the end” → “It is checked before each dose and at the end.”

    Such points say when, where or how of the beginning, and are nothing without it.
    """
    grammar = words.grammar["bullets"]
    texts = [point.text for point in points]
    if "when_or_where" not in grammar or stems.opened(text, words):
        return []
    held = conditional(text, words) or stems.adverbial(text, words) or re.search(grammar["not_so_when"], text)
    if held or not stands(text, words, opening=True):
        return []
    for part in (part for point in texts for part in point.split(", ")):
        when = re.match(rf"(?:(?:{grammar['and']}|{grammar['or']}) )?(?:{grammar['when_or_where']})", part)
        if when is None or ":" in part or re.match(grammar["when_or_where"], points[0].text) is None:
            return []
    joint = grammar["or"] if stems.denies(text, words) else joint_of(points, words)
    closed = f", {grammar['and']} " in texts[-1]  # “at the end, and in between”
    said = ", ".join(texts) if closed else together(texts, joint, words)
    return [Led(ended(f"{text} {said}"), points)]


def _fasting(text: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“Her time is 8 am, so” + “milk until 4 am” → “Her time is 8 am, so she can have milk until 4 am.”

    What may be eaten or drunk, and how long, has no verb of its own; what else there is must be an order.
    """
    pattern = words.grammar["bullets"].get("fasting")
    who = next((said for at, said in pattern["who"].items() if re.search(at, text)), "") if pattern else ""
    if pattern is None or not who or not re.fullmatch(pattern["had"], points[0].text):
        return []
    had = [re.fullmatch(pattern["had"], point.text) is not None for point in points]
    if not all(had[place] or command(point.text, words) for place, point in enumerate(points)):
        return []
    said = [f"{who} {pattern['can']} {point.text}" if had[at] else point.text for at, point in enumerate(points)]
    made = [Led(ended(capitalised(one)), [point], False) for one, point in zip(said, points, strict=True)]
    return [Led(ended(f"{text} {said[0]}"), points[:1]), *made[1:]]


def leads_to_choice(text: str, words: Vocabulary) -> bool:
    """Whether a sentence is the beginning of such a choice."""
    chosen = words.grammar["bullets"].get("choose")
    return bool(chosen) and text.endswith(f"{chosen}.")


def told_alone(points: Sequence[str], words: Vocabulary) -> list[str]:
    """The points, where most tell something of what they name: “live ones – wait” → “live ones: wait”; else none."""
    pattern = words.grammar["bullets"].get("told_of", r"(?!)")
    found = [re.match(pattern, point) for point in points]
    if sum(match is not None for match in found) * 2 <= len(points):
        return []
    return [f"{match['name']}: {match['told']}" if match else point for match, point in zip(found, points, strict=True)]


def names_its_points(lead: str, words: Vocabulary) -> bool:
    """Whether “These are …” fits after a beginning: “Necesita lo siguiente:”, not “Dolor al orinar:”."""
    return re.search(words.grammar["bullets"].get("lists_what", ""), lead) is not None


def held(lead: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“Evite unos días:” or “Qué puede comer:” with its points after the colon, so that none stands without it."""
    asks = re.match(words.grammar["bullets"].get("asks", r"(?!)"), lead)
    hang = of_what(points, words) and has_verb(lead, words)
    if not hang and (names_its_points(lead, words) or not (asks or own_verb(lead, words))):
        return []
    either = stems.denies(lead, words) or joint_of(points, words) == words.grammar["bullets"]["or"]
    either = either or (hang and conditional(lead, words))
    return _each(f"{lead.rstrip(':… ')}:", points, words, "or" if either else "and")


def _each(begin: str, points: Sequence[Point], words: Vocabulary, word: str = "and") -> list[Led]:
    """All points in one sentence where that is short, else two by two after the same beginning."""
    joint = words.grammar["bullets"][word]
    texts = [point.text for point in points]
    plain = all(point.end == point.place + 1 for point in points)
    if plain and len(begin.split()) + sum(len(text.split()) for text in texts) <= MOST_WORDS:
        return [Led(ended(f"{begin} {together(agreeing.each_name(texts, words), joint, words)}"), points)]
    said = [(together([point.text for point in some], joint, words), some) for some in pairs(points, words)]
    again = begin if says_subjects(words) else _again(begin, word, words)
    begins = [agreeing.begun(again if index else begin, some, words) for index, (_, some) in enumerate(said)]
    return [Led(ended(f"{begun} {text}"), some) for begun, (text, some) in zip(begins, said, strict=True)]


def _again(begin: str, word: str, words: Vocabulary) -> str:
    """“Es indispensable:” → “También es indispensable:”, “O …” where one of the things is enough."""
    if word == "or" and not stems.denies(begin, words):  # «O no suspenda: …» would leave the choice
        return f"{words.grammar['bullets']['or_else']}{decapitalised(begin)}"
    also = words.grammar["lists"]["also"]
    alone = begins_with_verb(begin, words) and not stems.denies(begin, words) and also not in tokens(begin)
    return f"{capitalised(also)} {decapitalised(begin)}" if alone else begin


def pause_after(lead: str, words: Vocabulary) -> str:
    """The comma after a beginning that only says when; none where it names who acts: “Then, the nurse checks”."""
    who = re.search(r"^[^,]+,\s+([^\W\d_]+)\s[^,]+$", lead)
    return "" if who and who[1].lower() in words.grammar["articles"] else ","

"""Beginnings of a list that lack what their points are: who does them (“La enfermera:”), or what a verb asks for.

“Le pediremos en estos días:” is no sentence before a list of tests, nor is
“verifica su nombre” one without “La enfermera”.  The words are under ``bullets``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.language.gender import is_plural
from narration.writing.page_lists import stems
from narration.writing.page_lists.points import Point, Told, ended, joint_of, together
from narration.writing.sentences.clauses import command, finite
from narration.writing.sentences.text import capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

MOST_WORDS = 20
MOST_TIMES = 4
"""So many orders are each said with their time."""


def said(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """The sentences that such a beginning and its points make; none for any other beginning."""
    kinds = (acts, objects, tellings, times, appearing)
    return next(filter(None, (kind(text, points, words) for kind in kinds)), [])


def acts(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """“La enfermera” + “le toma la tensión” → “La enfermera le toma la tensión.”, and so for each point."""
    pattern = words.grammar["bullets"].get("one_acts", r"(?!)")
    if not re.fullmatch(pattern, text) or not all(_begins_with_verb(point.text, words) for point in points):
        return []
    return [(ended(f"{text} {point.text}"), [point], True) for point in points]


def _begins_with_verb(point: str, words: Vocabulary) -> bool:
    """Whether a point begins with what somebody does: “le toma la tensión”, and no noun that looks like it."""
    found = tokens(point)
    at = next((at for at, token in enumerate(found) if token not in words.grammar["bullets"]["clitics"]), 0)
    ordered = at == 0 and command(point, words) and words.grammar["command_person"].get(found[0]) == "usted"
    known = finite(found, at, words) or (at > 0 and re.fullmatch(r".+(?:a|e|rá)", found[at]) is not None)
    return bool(found) and point[:1].islower() and known and not ordered


def tellings(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """“Dígale al médico” + “si ronca”, “alergias” → “Dígale al médico si ronca.” “Dígale también: alergias.”

    A point that begins with “si” would be no sentence, or be heard as the case of the one after it.
    """
    grammar = words.grammar["bullets"].get("tells")
    match = re.fullmatch(grammar["at"], text) if grammar else None
    texts = [point.text for point in points]
    asked = [re.match(grammar["hangs"], point) is not None for point in texts] if grammar else []
    if match is None or not any(asked) or any(":" in point or _orders(point, words) for point in texts):
        return []
    begins = (text, *(f"{capitalised(match['do'])} {words.grammar['lists']['also']}" for _ in texts[1:]))
    told = zip(begins, points, asked, strict=True)
    return [(ended(f"{begin}{'' if hangs else ':'} {point.text}"), [point], True) for begin, point, hangs in told]


def times(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """“Durante 24 horas” + orders → “Durante 24 horas, no conduzca.” “Durante ese tiempo, no beba.”

    Before the first alone, it would be said of that only.  Many orders have it once, as that of all of them.
    """
    grammar = words.grammar["bullets"].get("time_of_all")
    texts = [point.text for point in points]
    denied = set(words.grammar["negative"])
    match = re.fullmatch(grammar["at"], text) if grammar else None
    if not grammar or match is None:
        return []
    if not all((_orders(one, words) or set(tokens(one)[:1]) & denied) and ":" not in one for one in texts):
        return []
    alone: list[Told] = [(ended(capitalised(point.text)), [point], False) for point in points]
    timed = [place for place, point in enumerate(texts) if not re.search(grammar["own"], point)]
    if len(timed) > MOST_TIMES and len(timed) == len(points):
        return [(grammar["of_all"].replace("{time}", decapitalised(match["time"])), [], True), *alone]
    for place in timed:
        begin = text if place == timed[0] else grammar["then"]
        alone[place] = (ended(f"{begin}, {texts[place]}"), [points[place]], place == timed[0])
    return alone if timed else []


def _orders(point: str, words: Vocabulary) -> bool:
    """Whether a point is an order, or has one after its case: “si tiene asma, traiga el inhalador”."""
    return any(command(part, words) for part in point.split(", "))


def objects(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """“Le pediremos estos días” + things → “Le pediremos estos días: un análisis.” “Y también una placa.”"""
    grammar = words.grammar["bullets"]
    texts = [point.text for point in points]
    if not re.fullmatch(grammar.get("wants_object", r"(?!)"), text):
        return []
    if any(command(point, words) or stems.is_clause(point.partition(":")[0], words) for point in texts):
        return []
    whole = ended(f"{text}: {together(texts, joint_of(points, words), words)}")
    plain = all(point.end == point.place + 1 and ":" not in point.text for point in points)
    if plain and len(whole.split()) <= MOST_WORDS:
        return [(whole, points, True)]
    first, *rest = points
    said: list[Told] = [(ended(f"{text}: {first.text}"), [first], True)]
    for point in rest:
        named = ":" in point.text
        line = capitalised(point.text) if named else f"{grammar['next']['one']} {point.text}"
        said.append((ended(line), [point], False))
    return said


def appearing(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """“A veces puede aparecer” + long things → “A veces puede aparecer infección, lo que …”, and so for each.

    How often it is so belongs to each of them.  Short things are all said after a colon.
    """
    grammar = words.grammar["bullets"].get("lacks_subject")
    match = re.search(grammar["at"], text) if grammar else None
    texts = [point.text for point in points]
    clauses = [one for one in texts if stems.is_clause(one, words)]
    # “Muestra insuficiente” looks like a clause, but is a thing among things; “la herida se abre” is none.
    told = len(clauses) == len(texts) or any(tokens(one)[0] in words.grammar["articles"] for one in clauses)
    if not grammar or match is None or told or any(":" in one for one in texts):
        return []
    short = len(text.split()) + sum(len(one.split()) for one in texts) <= MOST_WORDS
    if short and not any(stems.statements([one], words) for one in texts):
        return []
    begin, one, rest = text[: match.start("verb")], match["verb"].removesuffix("n"), text[match.end("verb") :]
    said: list[Told] = []
    for point in points:
        several = is_plural(tokens(point.text)[0], words.language) and not rest.endswith(grammar["impersonal"])
        said.append((ended(f"{begin}{one}{'n' if several else ''}{rest} {point.text}"), [point], True))
    return said

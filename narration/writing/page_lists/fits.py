"""Whether the points of a list can be said with its beginning, and how the beginning is said for one more thing.

“Venga con: – el informe – no traer joyas” has a point that “con” cannot take.
What a language needs is under ``bullets`` in its grammar; without it
every point fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.language.gender import is_feminine, is_plural
from narration.writing.page_lists import stems, subheadings
from narration.writing.page_lists.points import Point, ended, joint_of, pairs, several, together
from narration.writing.sentences.clauses import command, conditional, has_verb, says_subjects
from narration.writing.sentences.plurals import plural
from narration.writing.sentences.text import capitalised, decapitalised, last_word, tokens
from narration.writing.vocabulary import Vocabulary

FEWEST_WORDS_IN_NAME = 2
_FEWEST_ROWS = 2
_MOST_WORDS_AFTER_PREPOSITION = 28
"""Places that a beginning with its preposition leads in to are nothing without it."""


def said(lead: str, stem: str, points: Sequence[Point], words: Vocabulary) -> list[tuple[str, Sequence[Point]]] | None:
    """“En casa: reposo y hielo.”: a beginning and its points side by side, each with its points; else ``None``.

    A long list, or one of orders, has only its first point after the colon.
    """
    texts = [point.text for point in points]
    if not stay_apart(stem or lead, texts, words):
        return None
    by_themselves = [(ended(capitalised(point.text)), [point]) for point in points]
    if any(":" in text for text in texts):
        return [(ended(alone(lead, words)), ()), *by_themselves]
    word = words.grammar["bullets"]["or"] if stems.denies(lead, words) else joint_of(points, words)
    whole = ended(f"{lead}: {together(texts, word, words)}")
    named = re.search(words.grammar["bullets"].get("named_things", r"(?!)"), stem) is not None
    plain = not any(is_order(text, words) or (named and not _is_thing(text, words)) for text in texts)
    plain = plain and all(point.end == point.place + 1 for point in points)
    open_still = last_word(lead) in words.grammar["prepositions"]  # “Se pegan en:”, “al lado de los ojos”
    if plain and len(whole.split()) <= (_MOST_WORDS_AFTER_PREPOSITION if open_still else stems.MOST_WORDS_WHOLE):
        return [(whole, points)]
    return [(ended(f"{lead}: {texts[0]}"), points[:1]), *by_themselves[1:]]


def pointing(stem: str, points: Sequence[Point], words: Vocabulary) -> str:
    """“Typical medicines are” before one thing: “Typical medicines are these”; ``""`` where it takes the first.

    So before rows that tell how a medicine is taken: “The plan is” + “prednisone 50 mg: 13 and 7 hours before”; and
    before what stands beside times: “You may notice” + “first 20 minutes: a light head”.
    """
    timed = words.grammar["bullets"]["timed_labels"]
    labelled = all(": " in point.text for point in points)
    if labelled and re.search(timed["at"], stem) and any(re.match(timed["label"], point.text) for point in points):
        return f"{stem} {timed['say']}"
    rows = words.grammar["bullets"].get("dose_rows")
    if rows and re.search(rows["at"], stem) and all(re.match(rows["row"], point.text) for point in points):
        this = words.grammar["bullets"].get("pointing", {}).get(last_word(stem), "")
        return f"{stem} {this or the_following(stem, words)}"
    one = words.grammar["bullets"].get("one_thing")
    if not one or not re.search(one["at"], stem) or re.search(one["not"], stem) or conditional(stem, words):
        return ""
    first = next(pairs(points, words))
    these = words.grammar["bullets"]["pointing"].get(last_word(stem), "")
    return f"{stem} {these}" if these and len(first) == 1 and re.match(one["thing"], first[0].text) else ""


def alone(lead: str, words: Vocabulary) -> str:
    """A beginning as a sentence before points that stand by themselves.

    “En general:” → “En general, es así”; “Duración aproximada:” → “Ahora, la duración aproximada.”; a verb that
    says nothing without its points: “La sesión dura:” → “La sesión dura lo siguiente”;
    “La pauta es:” → “La pauta es la siguiente”; “We may do:” → “We may do the following”.
    """
    grammar = words.grammar["bullets"]
    if re.search(grammar["broken_verb"]["at"], lead):
        return f"{lead} {grammar['broken_verb']['say']}"
    if "hedge" not in grammar:
        return lead
    if match := re.fullmatch(grammar["hedge"]["at"], lead):
        return match.expand(grammar["hedge"]["say"])
    if re.search(grammar["broken_be"]["at"], lead):
        return f"{lead} {the_following(lead, words)}"
    name = FEWEST_WORDS_IN_NAME <= len(lead.split()) <= subheadings.MOST_NAME_WORDS
    if not name or re.search(r"[,;:()]", lead) or re.match(grammar["no_name"], lead) or command(lead, words):
        return lead
    return subheadings.led_in(lead, words)


def the_following(lead: str, words: Vocabulary) -> str:
    """“El siguiente” for “El esquema es”, “las siguientes” for “Sus dosis son”."""
    said = words.grammar["bullets"]["broken_be"]["say"]
    first, name = (tokens(lead) * 2)[:2]
    several, feminine = is_plural(name, words.language), is_feminine(name, words.language)
    by_name = ("las" if feminine else "los") if several else ("la" if feminine else "el")
    return str(said[first if first in said else by_name])


def stay_apart(stem: str, points: Sequence[str], words: Vocabulary) -> bool:
    """Whether the beginning and its points only stand side by side: “En casa: reposo y hielo.”"""
    grammar = words.grammar["bullets"]
    if "misfits" in grammar and stems.dangles(stem, words) and conditional(stem, words):
        return False  # a point of “Cuéntanos si” would be stated as a fact
    for misfit in grammar.get("misfits", ()):
        if re.search(misfit["stem"], stem) and any(re.match(misfit["point"], point) for point in points):
            return True
    if "misfits" not in grammar or conditional(stem, words):
        return False
    if re.search(grammar.get("named_things", r"(?!)"), stem) and not all(_is_thing(point, words) for point in points):
        return True
    last = tokens(stem)[-1:]
    if stems.is_open(stem, words):
        reminds = set(last) & set(grammar["reminds"])
        clause = re.search(grammar.get("wants_clause", r"(?!)"), stem)  # “es normal que el niño” + “haga ruido”
        return not clause and any(command(p, words) if reminds else is_order(p, words) for p in points)
    if any(stems.statements([point], words) for point in points):
        return False
    return stems.adverbial(stem, words) or not (has_verb(stem, words) or stems.is_doubtful(stem, points, words))


def _is_thing(point: str, words: Vocabulary) -> bool:
    """Whether a point can be what something is, after “son”: no order, no sentence, no label with its text."""
    return not (":" in point or command(point, words) or stems.is_clause(point, words))


def is_order(point: str, words: Vocabulary) -> bool:
    """Whether a point tells what to do, and is no noun that looks like it (“prueba de esfuerzo”)."""
    if "misfits" not in words.grammar["bullets"] or not command(point, words):
        return False
    first = tokens(point)[0]
    familiar = words.grammar["command_person"].get(first) == "tú"
    return not familiar or first not in {*words.grammar["verbs"], *words.grammar["not_verbs"]}


def one_more(lead: str, points: Sequence[Point], index: int, words: Vocabulary) -> str:
    """“These are” or “Another is” before points; before places of many things “Some are”, “Others are”.

    “Another is next to the eyes” would make one of two dozen sensors; where the things are few, a place stands alone.
    """
    grammar = words.grammar["bullets"]
    placed = grammar.get("placed")
    if placed and any(re.match(placed["at"], point.text) for point in points):
        return "" if re.search(placed["few"], lead) else str(placed["next" if index else "first"])
    one = len(points) == 1 and not several(points[0].text, words)
    return str(grammar["next" if index else "first"]["one" if one else "several"])


def another(begin: str, stem: str, points: Sequence[str], words: Vocabulary, joint: str) -> str:
    """“Los riesgos son … .” → “Otro es …”, where more of a kind is named; else the beginning as it is.

    “O le pondremos …” where the page has “o” as its ``joint``: with “también” it would be both.
    """
    grammar = words.grammar["bullets"]
    if joint == grammar["or"] and not says_subjects(words):
        return f"{grammar['or_else']}{decapitalised(stem)}"
    for other in grammar.get("others", ()):
        if points and re.search(other["at"], stem):
            one = len(points) == 1 and not plural(points[0], "", words)
            return str(other["one" if one else "several"])
    return begin


def told_apart(texts: Sequence[str], words: Vocabulary) -> bool:
    """Whether points say for themselves what each is: a name and what is told of it, or a place and what for.

    How somebody is (“short of breath”) is no thing either, of which “Another is …” could be said.
    """
    grammar = words.grammar["bullets"]
    told = re.compile(rf".*:|{grammar.get('how_one_is', '(?!)')}", re.IGNORECASE)
    purposed = grammar.get("purposed", r"(?!)")
    return any(told.match(text) for text in texts) or all(re.match(purposed, text) for text in texts)


def at_times(texts: Sequence[str], lead: str, words: Vocabulary) -> bool:
    """Whether points say when something is done in a case: “If you come in the morning:” + “8 pm: first half”."""
    return conditional(lead, words, strictly=True) and all(":" in text for text in texts)


def at_clock(point: str, words: Vocabulary) -> str:
    """A point that begins with its time, as what goes on: “8:00 p. m.: una taza” → “a las 8:00 p. m.: una taza”."""
    ways = words.grammar.get("subheadings", {})
    clock = re.match(rf"{ways.get('clock', r'(?!)')}(?=[^:]*:\s)", point)
    if clock is None or "at" not in ways or not point[0].isdigit():
        return point
    return f"{decapitalised(ways['at_one' if clock['one'] else 'at'])} {point}"


def main_part(point: str, words: Vocabulary) -> str:
    """A point without what a relative tells of it at its end: “a steroid, which may keep you up” → “a steroid”."""
    return re.sub(rf",\s+(?:{'|'.join(words.grammar['relatives'])})\s[^,;:]*$", "", point)


def leads_in(text: str, words: Vocabulary, nested: bool = False) -> bool:
    """Whether a sentence leads in to the list after it; a point (“details of”), an order or a clause needs no colon."""
    if text.rstrip().endswith((":", "…")) or stems.dangles(text, words):
        return True
    asks = nested or command(text, words) or conditional(text, words) or stems.speaks(text, words)
    things = words.grammar["bullets"].get("own_part", {}).get("wants_things", r"(?!)")
    lacks = stems.is_open(text, words) or re.fullmatch(things, text.strip())  # “practise together” + “lying still”
    return asks and text.rstrip()[-1:].isalpha() and bool(lacks)


def timed(points: list[Point], lead: str, words: Vocabulary) -> list[Point]:
    """Rows of a name and how long it takes (“Ferinject (an iron) 15–30 minutes”), each with a colon before its time.

    Only where all points are such rows, and no beginning takes them as they are: “Do not take these for:”.
    """
    pattern = words.grammar["bullets"].get("timed_row")
    if not pattern or len(points) < _FEWEST_ROWS or stems.opened(lead, words):
        return points
    rows = [re.fullmatch(pattern, point.text) for point in points]
    made = [
        point._replace(text=f"{row['name']}: {row['time']}")
        for point, row in zip(points, rows, strict=True)
        if row and not (command(row["name"], words) or has_verb(row["name"], words))
    ]
    return made if len(made) == len(points) else points

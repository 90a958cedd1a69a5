"""Beginnings of a list with a verb whose number is that of what comes after it: «Después se conectan:».

“Después se conectan:” + “un sensor” → “Después se conecta un sensor.”  “También se conectan tres electrodos.”
A plural verb before one thing would be wrong, and so would be “Deben estar hechos:” before “evaluación”: it becomes
“Debe estar hecha:”.  A language whose verbs do not tell has no such row under ``bullets``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from narration.language.gender import is_feminine, is_plural
from narration.writing.page_lists.points import Point, Told, ended, pairs, together
from narration.writing.sentences.clauses import command, finite
from narration.writing.sentences.text import capitalised, tokens
from narration.writing.vocabulary import Vocabulary

MOST_WORDS = 20
FEWEST_NAMES = 2


def said(text: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """The sentences that such a beginning and its points make; none for any other, or where a point is no thing."""
    grammar = words.grammar["bullets"].get("agreeing")
    match = re.fullmatch(grammar["at"], text) if grammar else None
    if grammar is None or match is None or not all(_is_thing(point.text, grammar, words) for point in points):
        return []
    joint = words.grammar["bullets"]["and"]
    texts = each_name([point.text for point in points], words)
    whole = f"{text} {together(texts, joint, words)}"
    plain = all(point.end == point.place + 1 for point in points) and not any("," in name for name in texts)
    if plain and len(whole.split()) <= MOST_WORDS:
        return [(ended(whole), points, True)]
    made: list[Told] = []
    for some in pairs(points, words):
        one = len(some) == 1 and not _is_several(some[0].text, grammar)
        verb = match["verb"][: -len(grammar["plural"])] if one else match["verb"]
        before = f"{capitalised(words.grammar['lists']['also'])} " if made else match["before"]
        told = together([_with_joint(point.text, grammar, words) for point in some], joint, words)
        begin = f"{before}{match['se'].lower() if before else match['se']} {verb}{match['after']}"
        made.append((ended(f"{begin} {told}"), some, True))
    return made


def begun(begin: str, some: Sequence[Point], words: Vocabulary) -> str:
    """“Deben estar hechos:” over one thing alone → “Debe estar hecha:”; over several, or what is not sure, as it is.

    So “Son frecuentes:” → “Es frecuente:”.
    """
    grammar = words.grammar["bullets"].get("agreeing", {})
    held = grammar.get("held")
    match = re.match(held["at"], begin) if held else None
    if not held or match is None or len(some) != 1:
        return begin
    name = re.split(rf"\s\(|,?\s(?:{held['describes']})\s", some[0].text, maxsplit=1)[0]
    noun = next(iter(re.findall(r"[^\W\d_]{2,}", re.sub(rf"^(?:{held['articles']})\s", "", name))), "")
    more = re.match(grammar["several"], some[0].text) or re.search(held["several"], name)
    if not noun or more or is_plural(noun, words.language):
        return begin
    verb = held["verbs"].get(match["verb"].lower(), match["verb"][:-1])
    verb = capitalised(verb) if match["verb"][0].isupper() else verb
    ending = "a" if is_feminine(noun, words.language) else "o"
    of_both = match["of_both"] or ""  # “frecuentes”, which shows no gender
    quality = held["singular"].get(of_both, of_both) or f"{match['stem']}{ending}"
    return f"{match['before']}{verb}{match['inner']}{quality}{begin[match.end() :]}"


def each_name(texts: Sequence[str], words: Vocabulary) -> Sequence[str]:
    """Points that are nothing but names, name by name: “aspirina”, “ibuprofeno, naproxeno” are three in a row."""
    grammar = words.grammar["bullets"].get("agreeing")
    names = [_names(text, grammar) for text in texts] if grammar else []
    return [name for some in names for name in some] if names and all(names) else texts


def _with_joint(point: str, grammar: Mapping[str, Any], words: Vocabulary) -> str:
    """Names in a row with “y” before the last: “ibuprofeno, naproxeno” → “ibuprofeno y naproxeno”."""
    names = _names(point, grammar)
    return together(names, words.grammar["bullets"]["and"], words) if len(names) >= FEWEST_NAMES else point


def _names(point: str, grammar: Mapping[str, Any]) -> list[str]:
    """The names that a point is nothing but: “ibuprofeno, naproxeno”, and no “gel, que está frío”; none for others."""
    names = point.split(", ")
    plain = all(re.fullmatch(grammar["name"], name) for name in names)
    return names if plain and not any(re.fullmatch(grammar["describing"], name) for name in names[1:]) else []


def _has_article(point: str, grammar: Mapping[str, Any]) -> bool:
    return re.match(grammar["one"], point) is not None or re.match(grammar["several"], point) is not None


def _is_several(point: str, grammar: Mapping[str, Any]) -> bool:
    if re.match(grammar["several"], point) or re.search(grammar["also_another"], point):
        return True
    if len(_names(point, grammar)) >= FEWEST_NAMES:
        return True
    first = (tokens(point) or [""])[0]
    return not re.match(grammar["one"], point) and first.endswith("s") and first not in grammar["no_plurals"]


def _is_thing(point: str, grammar: Mapping[str, Any], words: Vocabulary) -> bool:
    first = (tokens(point) or [""])[0]
    if not first or re.search(r"[:;.!?]", point.rstrip(".")) or re.match(grammar["no_thing"], point):
        return False
    if _has_article(point, grammar):
        return True
    closed = {*words.grammar["negative"], *words.grammar["conditions"], *words.grammar["subordinators"]}
    closed |= {*words.grammar["prepositions"], *words.grammar["adverbs"], *words.grammar["bullets"]["clitics"]}
    return first not in closed and not command(point, words) and not finite(tokens(point), 0, words)

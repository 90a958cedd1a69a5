"""Headings inside a sentence, for a language whose nouns want an article: “Seguimos con la preparación.”

A heading may be a question, a thing (with its article by gender and number),
a time (“Antes de la prueba”: what happens then), a way (“Volver a casa”), or
an order (“Prepárese”), which is only named.  A paragraph without one is the next part.  The words that tell them apart
stand in the style's ``headings``; ``known`` has the words that the text always writes with capitals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from narration import language
from narration.language.gender import is_feminine, is_plural
from narration.writing.names import inside as lowered
from narration.writing.names import unshouted

Shape = Literal["question", "thing", "time", "way", "name", "unnamed"]

_INFINITIVE = re.compile(r"\w{2,}(?:ar|er|ir|ír)(?:se|le|lo|la|los|las)?")
_ORDER = re.compile(r"\w*[áéíóú]\w*(?:se|te|lo|la|los|las|nos)")
_PERSON = re.compile(r"(?:[A-ZÁÉÍÓÚÑ][^\W\d_]+ ){1,3}[A-ZÁÉÍÓÚÑ][^\W\d_]+,|(?:Dra?|Prof)\. ")
_PAIR = re.compile(r"(?P<first>[^\W\d_]+(?:, [^\W\d_]+)*) (?P<joined>[ye]) (?P<last>[^\W\d_]+)(?P<rest>.*)")
_CONTRACTED = {"a el ": "al ", "de el ": "del "}


def announced(name: str, index: int, count: int, style: Mapping[str, Any], known: Mapping[str, str]) -> str:
    """The announcement of phase ``index`` of ``count``, counted from 1; the style's ways to say it take turns."""
    shape, said = inside(name, style, known)
    which = "first" if index == 1 else "last" if index == count else "next"
    ways = style["headings"]["said"][shape][which]
    return contracted(str(ways[index % len(ways)]).replace("{phase}", said))


def summed_up(names: Sequence[str], style: Mapping[str, Any], known: Mapping[str, str]) -> list[str]:
    """How the closing begins: from the first to the last phase, where both can be named so."""
    shapes = [inside(name, style, known) for name in (names[0], names[-1])]
    if len(names) < 2 or any(shape not in ("thing", "time") for shape, _ in shapes):
        return list(style["closing_begin_short"])
    (_, first), (_, last) = shapes
    return [contracted(t.replace("{first}", first).replace("{last}", last)) for t in style["closing_begin"]]


def about(title: str, style: Mapping[str, Any], known: Mapping[str, str]) -> str:
    """What the guide is about, as a sentence: “Esta guía trata de la diálisis.”"""
    said = style["headings"]["about"]
    whole = re.sub(r"\s+[–—-]\s+", ": ", unshouted(title.strip(), known)).rstrip(" .:")
    topic, _, subtitle = whole.partition(": ")
    if subtitle and set(re.findall(r"\w+", subtitle.lower())) & set(style["headings"]["papers"]):
        whole = topic
    shape, named = inside(whole, style, known)
    if ": " in whole or set(re.findall(r"\w+", whole.lower())[:1]) & set(style["headings"]["papers"]):
        shape, named = "name", whole
    return contracted(str(said[shape]).replace("{title}", named))


def inside(name: str, style: Mapping[str, Any], known: Mapping[str, str]) -> tuple[Shape, str]:
    """What kind of heading this is, and how it stands inside a sentence."""
    words = style["headings"]
    name = name.strip().rstrip(".:")
    if name.endswith("…"):  # the first words of a paragraph that has no heading
        return "unnamed", ""
    if name.endswith("?"):
        begins = re.search(r"[^\W\d_]", name)
        at = begins.start() if begins else 0
        return "question", name[:at] + name[at : at + 1].lower() + name[at + 1 :]
    if _PERSON.match(name):
        return "name", name
    said = lowered(name, known)
    found = re.findall(r"[\w’'-]+", said)
    first = found[0] if found else ""
    if len(found) == 1 and first in words["times_alone"]:
        return "time", str(words["times_alone"][first])
    if (first in words["times"] and len(found) > 1) or re.match(words["times_of_day"], said):
        return "time", f"{words['what_happens']} {said}"
    if _ORDER.fullmatch(first) or first in words["orders"]:
        return "name", name
    if _INFINITIVE.fullmatch(first) and first not in words["nouns"]:
        return "way", f"{words['how']} {said}"
    for pattern, instead in words["asking"].items():
        if re.match(pattern, said):
            return "way", re.sub(pattern, instead, said)
    if first in words["bare"] or not first.islower():
        return "thing", said
    return "thing", _pair(said, words) or f"{_article(found, words)} {said}"


def _pair(said: str, words: Mapping[str, Any]) -> str:
    """Two or more nouns, each with its article: ``riesgos y recuperación`` → ``los riesgos y la recuperación``."""
    pair = _PAIR.fullmatch(said)
    if pair is None:
        return ""
    nouns = [*pair["first"].split(", "), pair["last"]]
    never = {*words["bare"], *words["times"], *words["no_gender"], *words["orders"]}
    if never & set(nouns) or any(_INFINITIVE.fullmatch(noun) and noun not in words["nouns"] for noun in nouns):
        return ""
    *first, last = [f"{_article([noun], words)} {noun}" for noun in nouns]
    return f"{', '.join(first)} {pair['joined']} {last}{pair['rest']}"


def contracted(text: str) -> str:
    for apart, together in _CONTRACTED.items():
        text = re.sub(rf"\b{apart}", together, text)
    return text


def _article(found: Sequence[str], words: Mapping[str, Any]) -> str:
    """By the first word that shows a gender: a noun, or an adjective before it."""
    tag = str(words["language"])
    shows = next((word for word in found if word not in words["no_gender"]), found[0])
    many = is_plural(shows, tag)
    if not is_feminine(shows, tag):
        return "los" if many else "el"
    stressed = shows in language.load(tag, "gender")["el_before_stressed_a"]
    return "las" if many else "el" if stressed else "la"

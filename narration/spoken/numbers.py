"""Ranges, multiples and ordinals, in words but for the digits; and what is below zero."""

from __future__ import annotations

import re
from functools import partial

from narration.language import doubled
from narration.language.gender import is_feminine
from narration.spoken.base import NUMBER, Words, near_after, near_before, one_of

_DASH = r"\s*[–—-]\s*"
_BARE_POINT = re.compile(r"(?:(?<=[\s(<>=≤≥~≈–-])|^)\.(?=\d)")
_LETTERED = re.compile(rf"(?<!\w)([A-Z]\d{{1,2}}){_DASH}(?=[A-Z]\d)")
_MOST_ORDINAL = 40
_HANGING = re.compile(r"(\d)-\s+(?=(?:to|or|and)\s+\d)")
_BELOW_ZERO = re.compile(r"(?<![\w)])(?:-|−)\s?(?=\d)|−(?=\s?\d)")
_IN_TURN = re.compile(r"(?<![\w/.,-])\d(?:-\d){2,3}(?![\w/-]|[.,]\d)")
"""``1-0-1`` is a dose for the morning, for noon and for the night."""
_VERSION = re.compile(r"(?<![\w.,])\d{1,2}(?:\.\d{1,2}){2,}(?![\w.])")
_WORDED = re.compile(r"(?<=\d)-(to|in|a)-(?=\d)")
_JOINED = re.compile(r"(?<=[^\W\d_])-(?=\d)|(?<=\d)-(?=[A-Z])")
_MARKED = re.compile(r"(?<=\d)['’′](?=\s?[–-]\s?\d+\s?['’′](?!\d))")
"""Of ``10'-15'`` one mark is enough."""
_TIMES = re.compile(rf"({NUMBER})\s*[x×](?=\s|/|$|[.,;:)])(?!\s*\d)")


def doubled_numbers(text: str, words: Words) -> str:
    """``three (3) weeks`` → ``3 weeks``: nobody says a number twice."""
    return doubled.said_once(text, words.language)


def bare_decimals(text: str, words: Words) -> str:
    """``.5 mL`` → ``0.5 mL``: without the zero, the point is lost and the dose is ten times as much."""
    text = _BARE_POINT.sub("0.", text)
    return re.sub(rf"(?<!\S),(?=\d+\s?(?:{one_of(words.data['units'])})(?!\w))", "0,", text)


def ranges(text: str, words: Words) -> str:
    """``30–45`` → ``30 to 45``; ``5%–10%``, ``T1–T2`` and ``20- to 30-minute`` as well."""
    to = words.data["to"]
    text = _MARKED.sub("", text)
    text = _IN_TURN.sub(lambda m: m[0].replace("-", ", "), text)
    text = _VERSION.sub(
        lambda m: m[0].replace(".", f" {words.data['decimal_signs']['.']} "), _WORDED.sub(r" \1 ", text)
    )
    amounts = [name for names in words.data["money"].values() for name in names[:2]]
    between = rf"\s*(?:{one_of([*words.data['units'], *amounts])})"
    for before, joined in words.data["range_after"].items():
        text = re.sub(rf"(?i:\b({before}\s+)({NUMBER})({between})?){_DASH}(?=\d)", rf"\1\2\3 {joined} ", text)
    text = re.sub(rf"(?<=\d)({between})?\s*→\s*(?=\d)", rf"\1 {to} ", text)
    text = re.sub(rf"(?<=\d)({between})?{_DASH}(?=\d)", rf"\1 {to} ", text)
    text = _HANGING.sub(r"\1 ", _LETTERED.sub(rf"\1 {to} ", text))
    text = _BELOW_ZERO.sub(f"{words.data['minus']} ", text)
    return _JOINED.sub(" ", text)


def multiples(text: str, words: Words) -> str:
    """``4x/day`` → ``4 times a day``; ``3 x 5 cm`` → ``3 by 5 cm``."""
    units = one_of(words.data["units"])
    times = words.data["times"]
    often = rf"(?<![\w.,])[x×]\s?(\d{{1,2}})(?=\s*/|\s+(?:{words.data['often']})\b)"
    text = re.sub(often, lambda m: f"{m[1]} {times[0] if m[1] == '1' else times[1]}", text)
    chain = rf"\s*(?:{NUMBER})(?:\s*[x×]\s*(?:{NUMBER}))*\s*(?:{one_of(words.data['lengths'])})(?!\w)"
    text = re.sub(rf"(?<=\d)(\s*(?:{units}))?\s*[x×](?={chain})", rf"\1 {words.data['by']}", text)
    text = re.sub(r"(?<=\d)\s*[x×]\s*(?=\d)", f" {times[1]} ", text)
    text = re.sub(rf"(?i:\b({one_of(words.data['numbers'])}))\s*[x×]\s*(?=\d)", rf"\1 {times[1]} ", text)
    text = re.sub(r"(?<=\w)\s+[x×]\s*(?=\d)", f" {words.data['factor']} ", text)
    text = _TIMES.sub(lambda m: f"{m[1]} {times[0] if m[1] == '1' else times[1]}", text)

    def each(match: re.Match[str]) -> str:
        period = words.data["periods"].get(match[2])
        return f"{match[1]} {period}" if period else match[0]

    counted, periods = one_of(words.data["counted"]), one_of(words.data["periods"])
    text = re.sub(rf"(?i:\b({counted}))\s*(?:/|[x×](?=\s))\s*([^\W\d_]+)(?!\w)", each, text)
    text = re.sub(rf"(\d\s(?:{one_of(times)}))\s+({periods})(?!\w)(?!\s+(?:{words.data['and']})\b)", each, text)
    for pattern, said in words.data["once"].items():
        text = re.sub(pattern, said, text)
    return text


def ordinals(text: str, words: Words) -> str:
    """``2nd`` → ``second``; ``3ª`` → ``tercera``, ``1er`` → ``primer``."""
    for pattern, ending in words.data["ordinals"].items():
        text = re.sub(rf"(?<![\w.,])(\d{{1,4}}){pattern}", partial(_ordinal, ending=ending, words=words), text)
    return text


def _ordinal(match: re.Match[str], ending: str, words: Words) -> str:
    if int(match[1]) > _MOST_ORDINAL and words.data["symbols"].get(match[0][-1]):
        return match[0]  # 90º is an angle
    said = words.number(int(match[1]), "ordinal")
    if ending == "feminine":
        return re.sub(r"o\b", "a", said)
    short = ending == "short" or (words.agrees and _before_noun(match, words))
    return re.sub(r"(primer|tercer)o$", r"\1", said) if short else said


def _before_noun(match: re.Match[str], words: Words) -> bool:
    """``el 3.º piso``: between an article and a masculine noun; ``el 3.º izquierda`` is a flat."""
    noun = re.match(r"\s+([a-záéíóúñ]{3,})", near_after(match))
    article = re.search(r"(?i:\b(?:el|del|al|su|este))\s+$", near_before(match))
    if noun and noun[1] in words.data["ordinal_nouns"]:
        return True
    if not (noun and article) or noun[1] in words.data["agreement"]["no_nouns"]:
        return False
    return not is_feminine(noun[1], words.language)

"""A slash between two numbers or two letters that is neither a fraction nor a rate."""

from __future__ import annotations

import re

from narration.spoken.base import NUMBER, Words, near_before, one_of
from narration.spoken.rates import kind, plural
from narration.spoken.value import read

_PAIR = r"(?<![\w/.,])(\d{1,2})/(\d{1,2})(?![\w/]|[.,]\d)"
_ODDS = re.compile(rf"(?<![\w/.,])(\d{{1,3}})\s?/\s?({NUMBER})(?![\w/%]|[.,]\d)(?:(?=\s+([^\W\d_]+)))?")
_LETTERS = re.compile(r"(?<![\w/'’.-])(?<!\d\s)(?![a-e]/[a-e]|[oa]/[oa])([a-z])/([a-z])(?![\w/])")
_CODED = re.compile(r"(?<!\w)([A-Z]{1,4})(\d{1,2})\s?/\s?([A-Z]?\d{1,2})(?![\w/])")
_FEWEST_PEOPLE = 3
"""“1/2 patients” may be one or two of them."""
_FEWEST, _SURE, _ANY_PART = 10, 101, 1000
_WIDEST = 2
"""``4/6 hours`` is a span; a span whose end is more than twice its beginning may be something else."""


def slashes(text: str, words: Words) -> str:
    """``1/1,700`` → ``1 in 1,700``; ``level 2/3`` → ``level 2 or 3``; ``every 4/6 hours`` → ``every 4 to 6 hours``."""
    if "/" not in text:
        return text
    text = _ODDS.sub(lambda m: _odds(m, words), text)
    text = _labelled(text, words)
    text = _strengths(text, words)
    text = re.sub(rf"{_PAIR}(?=\s?([^\W\d_]+))", lambda m: _span(m, words), text)
    text = _CODED.sub(lambda m: _coded(m, words), text)
    return _LETTERS.sub(lambda m: f"{m[1]} {m[2]}".upper(), text)


def _odds(match: re.Match[str], words: Words) -> str:
    """A score of ten or a hundred is none, unless people are counted, or it is more or less than that."""
    value = read(match[2], words)
    part, whole = int(match[1]), int(value.whole[:15])
    counted = (match[3] or "").lower() in words.data["people"]
    if value.decimals or part >= whole or whole < (_FEWEST_PEOPLE if counted else _FEWEST):
        return match[0]
    compared = part == 1 and re.search(r"[<>≤≥]\s?$", near_before(match))
    sure = whole >= _ANY_PART or (part == 1 and whole >= _SURE)
    return str(words.data["odds"]).format(part, match[2]) if counted or compared or sure else match[0]


def _labelled(text: str, words: Words) -> str:
    data = words.data
    either, of = (
        rf"((?i:\b(?:{one_of(data[key])})))\s+{_PAIR}(?!\s+{data['of']}\b)" for key in ("labels_either", "labels_of")
    )
    text = re.sub(either, rf"\1 \2 {data['either']} \3", text)
    return re.sub(of, lambda m: f"{m[1]} {m[2]} {data['of']} {m[3]}" if int(m[2]) <= int(m[3]) else m[0], text)


def _strengths(text: str, words: Words) -> str:
    """``500/125 mg`` is two substances, named in turn; ``8/24 h`` is how much in a day."""
    data = words.data
    pair = rf"(?<![\w/.,])((?:{NUMBER}))/({NUMBER})(?=\s?(?:{one_of(data['kinds']['strength'])})(?!\w|/))"

    def named(match: re.Match[str]) -> str:
        fraction = f"{match[1]}/{match[2]}" in data["fractions"]["part"]
        return match[0] if fraction else f"{match[1]}{data['same_strength']} {match[2]}"

    text = re.sub(pair, named, text)
    per_day = next(said for first, second, said in data["rates"] if (first, second) == ("strength", "time"))
    hours = one_of([*data["kinds"]["time"], *data["units"]["h"]])
    return re.sub(rf"(?<![\w/.,–-])(\d|1[01])/24(?=\s?(?:{hours})(?!\w))", rf"\1 {per_day} 24", text)


def _span(match: re.Match[str], words: Words) -> str:
    """What may be a fraction (``3/4 h``) is a span before a plural only."""
    low, high, noun = int(match[1]), int(match[2]), match[3]
    if noun in words.data["times_either"] and low < high:
        return f"{low} {words.data['either']} {high}"
    fraction = f"{low}/{high}" in words.data["fractions"]["part"]
    if kind(noun, words) != "time" or not 1 < low < high <= _WIDEST * low:
        return match[0]
    if fraction and (noun in words.data["units"] or not plural(noun, words)):
        return match[0]
    return f"{low} {words.data['to']} {high}"


def _coded(match: re.Match[str], words: Words) -> str:
    """``L4/5`` is the space between two bones, which are named in turn; any other is one of two."""
    between = "" if re.fullmatch(words.data["spine"], match[1]) else f"{words.data['either']} "
    return f"{match[1]}{match[2]} {between}{match[3]}"

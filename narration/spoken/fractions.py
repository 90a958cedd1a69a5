"""Fractions beside what they are fractions of, scores, ratios and blood pressure, in words."""

from __future__ import annotations

import re

from narration.language.gender import is_feminine
from narration.spoken.base import Words, near_before, one_of
from narration.spoken.rates import plural

_SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8", "⅕": "1/5"}
_MIXED = re.compile(r"(?<![\d/.,])(\d+)\s+(\d)/(\d)(?![\d/])(?:\s+([^\W\d_]+))?")
_ALONE = re.compile(r"(?<![\w/.,])(\d)/(\d)(?![\d/])(?:\s+([^\W\d_]+))?")
_OVER = re.compile(r"(?<![\d/.,])(\d{1,3})\s?/\s?(\d{1,3})(?![\d/])")
_RATIO = re.compile(r"(?<![\d:.,])(\d{1,2}):(\d{3,}|\d{1,3}(?:[.,]\d{3})+|\d)(?![\d:])")
_SHARES = re.compile(r"(?<![\d:.,])([1-9]\d):([1-9]\d)(?![\d:]|[.,]\d)")
_IN_TURN = re.compile(r"(?<![\w/.,-])(?:\d/)?\d(?:-(?:\d/)?\d){2,3}(?![\w/-]|[.,]\d)")
"""``1/2-0-1/2`` is a dose for the morning, for noon and for the night."""
_SCORES = (10, 100)
_WHOLE = 100


def fractions(text: str, words: Words) -> str:
    """``1½ tablets`` → ``1 and a half tablets``; ``1/2 tablet`` → ``half a tablet``."""
    for sign, plain in _SIGNS.items():
        text = re.sub(rf"(?<=\d)\s*{sign}", f" {plain}", text).replace(sign, plain)
    text = _IN_TURN.sub(lambda m: m[0].replace("-", ", "), text)
    text = re.sub(r"(?<=\d)\s*[–-]\s*(?=\d/\d(?!\d))|(?<=\d/\d)\s*[–-]\s*(?=\d)", f" {words.data['to']} ", text)
    text = re.sub(rf"(?<![\d/.,])(\d+)\s+{words.data['fractions']['mixed_and']}\s+(?=\d/\d(?!\d))", r"\1 ", text)
    text = _MIXED.sub(lambda m: _mixed(m, words), text)
    return _ALONE.sub(lambda m: _alone(m, words), text)


def _mixed(match: re.Match[str], words: Words) -> str:
    whole, noun = match[1], _noun(match[4], words)
    data = words.data["fractions"]
    part = data["mixed_part"].get(f"{match[2]}/{match[3]}")
    if part is None:
        return match[0]
    if whole == "1" and data["one_is_singular"] and noun:
        noun = re.sub(r"(?<=[aeo])s$", "", noun)
    elif match[4] in words.data["units"]:
        noun = words.data["units"][match[4]][1]
    template = data["mixed" if noun else "mixed_alone"]
    return str(template).format(whole=whole, part=_with_gender(part, noun, words), noun=noun).strip()


def _alone(match: re.Match[str], words: Words) -> str:
    data = words.data["fractions"]
    written, following = f"{match[1]}/{match[2]}", match[3] or ""
    part = data["part"].get(written)
    if part is None:
        return match[0]
    if not following or following.lower() in data["no_nouns"]:
        said = data["before"].get(written, {}).get(following.lower(), part)
        return f"{said} {following}".strip()
    noun = _one(_noun(following, words), words)
    template = data["of_noun"].get(written, data["of_noun"]["else"])
    article = "an" if noun[0] in "aeiou" or noun.startswith("hour") else "a"
    return str(template).format(part=_with_gender(part, noun, words), article=article, noun=noun)


def _noun(written: str | None, words: Words) -> str:
    unit = words.data["units"].get(written or "")
    return str(unit[0]) if unit else written or ""


def _one(noun: str, words: Words) -> str:
    """A part is of one thing, though ``1/2 tablets`` is what many write."""
    return re.sub(words.data["fractions"]["plural_ending"], "", noun) if plural(noun, words) else noun


def _with_gender(part: str, noun: str, words: Words) -> str:
    """``medio`` → ``media`` before a feminine noun."""
    return re.sub(r"\bmedio$", "media", part) if words.agrees and noun and is_feminine(noun, words.language) else part


def over(text: str, words: Words) -> str:
    """``120/80`` → ``120 over 80``, ``7/10`` → ``7 out of 10``, ``1:1000`` → ``1 in 1000``."""
    data = words.data["over"]
    scored = re.compile(rf"(?i:\b(?:{one_of(words.data['score_labels'])}))(?:\s+\w{{1,3}}){{0,2}}:?\s*$")

    def said(match: re.Match[str]) -> str:
        high, low = int(match[1]), int(match[2])
        if high <= low and scored.search(near_before(match)):
            return f"{high} {data['score']} {low}"
        if high == low:
            return f"{high} {low}"
        return f"{high} {data['score' if low in _SCORES and high < low else 'pressure']} {low}"

    def ratio(match: re.Match[str]) -> str:
        return f"{match[1]} {data['in' if len(match[2]) > 1 else 'to']} {match[2]}"

    return _RATIO.sub(ratio, _SHARES.sub(lambda m: _shares(m, words), _OVER.sub(said, text)))


def _shares(match: re.Match[str], words: Words) -> str:
    """``70:30`` → ``70 to 30``, and ``50:50`` without a word between: what adds up to a hundred is no time of day."""
    first, second = match.groups()
    if int(first) + int(second) != _WHOLE:
        return match[0]
    return f"{first} {second}" if first == second else f"{first} {words.data['over']['to']} {second}"

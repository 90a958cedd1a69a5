"""Units after a number, in words."""

from __future__ import annotations

import re
from functools import cache

from narration.spoken.base import NUMBER, Words, one_of

_FEET_INCHES = re.compile(r"(?<![\w.])(\d{1,2})['’′]\s?(\d{1,2})(?:[\"”″]|'')")
_POWER = re.compile(r"(?<=\d)(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def units(text: str, words: Words) -> str:
    """``5 mg/kg`` → ``5 milligrams per kilogram``; ``1 h`` → ``1 hour``; ``24-hr`` → ``24-hour``."""
    table = words.data["units"]
    pattern, hyphened = _patterns(words)
    text = re.sub(r"º\s?(?=C\b)", "°", text)
    power, minus = words.data["power"], words.data["minus"]
    text = re.sub(rf"(?<=\d)\^(?=\d|{minus}\b)", f" {power} ", text)

    def raised(match: re.Match[str]) -> str:
        return f" {power} {minus + ' ' if match[1] else ''}{match[2].translate(_SUPERSCRIPTS)}"

    text = _POWER.sub(raised, _primes(text, words))

    def said(match: re.Match[str]) -> str:
        one, many = _unit(match[2], words)
        name = one if match[1] == "1" else many
        return " ".join(
            [match[1], str(name), *(_per(part.rstrip("."), words) for part in match[3].split("/") if part.strip("."))]
        )

    text = hyphened.sub(lambda m: f"{m[1]}-{table[m[2]][0]}", text)
    return pattern.sub(said, text)


def alone(text: str, words: Words) -> str:
    """``in mmHg`` → ``in millimetres of mercury``, ``per kg`` → ``per kilogram``: a unit that no number goes before."""
    names = one_of(words.data["units_alone"])
    one = rf"(?<!\w)((?i:{one_of(words.data['one_of_unit'])})\s+)({names})(?![\w/²³-])"
    text = re.sub(one, lambda m: f"{m[1]}{_unit(m[2], words)[0]}", text)
    return re.sub(rf"(?<![\w/.-])({names})(?![\w/²³-])", lambda m: _unit(m[1], words)[1], text)


def _unit(written: str, words: Words) -> list[str]:
    """One and many of a unit, with or without the space that its name may have (``fl oz``)."""
    return _without_spaces(words)[re.sub(r"\s", "", written)]


@cache
def _without_spaces(words: Words) -> dict[str, list[str]]:
    return {re.sub(r"\s", "", str(name)): names for name, names in words.data["units"].items()}


@cache
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = one_of(words.data["units"])
    number = rf"(?<![A-Z])(?<![A-Z]\d)(?<![A-Z]\d\d)({NUMBER})"  # the d of E150d is no day
    per = rf"((?:\.?/(?:{names}|[a-zá-ú]+))*)"
    after_number = rf"{number}\s*({names}){per}(?![\w²³]|['’]\w)(\.(?=\s+[a-zá-ú]|[,;:)]))?"
    letters = one_of([name for name in words.data["units"] if name.isalpha() and len(name) > 1])
    return re.compile(after_number), re.compile(rf"({NUMBER})-({letters})(?![\w-])")


def _per(part: str, words: Words) -> str:
    if part in words.data["per_period"]:
        return str(words.data["per_period"][part])
    return f"{words.data['per']} {words.data['units'].get(part, [part])[0]}"


def _primes(text: str, words: Words) -> str:
    """``6'2"`` → ``6 feet 2 inches``, ``5'`` → ``cinco minutos``; a mark that closes a quotation is none."""
    big, small = words.data["primes"]
    text = _FEET_INCHES.sub(lambda m: f"{m[1]} {_named(big, m[1])} {m[2]} {_named(small, m[2])}", text)

    def said(match: re.Match[str]) -> str:
        before = text[: match.start()]
        opened = before.count('"') % 2 or "“" in before or re.search(r"(?<!\w)['‘]", before)
        names = small if match[2] in ('"', "″", "”", "''") else big
        return match[0] if opened else f"{match[1]} {_named(names, match[1])}"

    return re.sub(r"(?<![\w.])(\d{1,3})(''|[\"”″'’′])(?!\w)", said, text)


def _named(names: list[str], count: str) -> str:
    return names[0] if count == "1" else names[1]

"""A slash that means *per*: between two amounts, and between what is counted and a period."""

from __future__ import annotations

import re
from functools import cache

from narration.language.gender import is_plural
from narration.spoken.base import NUMBER, Words, near_before, one_of

_WORD = r"[^\W\d_]+"
_HUNDRED = "100"


def rates(text: str, words: Words) -> str:
    """``10 mg/5 mL`` → ``10 mg in 5 mL``; ``4 g/24 h`` → ``4 g per 24 h``; ``2 tablets/day`` → ``2 tablets a day``."""
    if "/" not in text:
        return text
    text = _between_amounts(_combined(text, words), words)
    text = _by_unit(text, words)
    return _by_period(text, words)


def _combined(text: str, words: Words) -> str:
    """``amoxicillin/clavulanate 875/125 mg``: two substances with two strengths are one medicine."""
    strength = one_of(words.data["kinds"]["strength"])
    strengths = rf"(?:{NUMBER})\s?(?:{strength})?\s?/\s?(?:{NUMBER})\s?(?:{strength})(?!\w|/)"
    names = rf"(?<![\w/])({_WORD}(?:-{_WORD})?)\s?/\s?(?={_WORD}(?:\s{_WORD})?\s+{strengths})"
    return re.sub(names, lambda m: f"{m[1]} {words.data['combined']} ", text)


def _between_amounts(text: str, words: Words) -> str:
    """Two amounts of one kind are alternatives, or the strengths of two substances, which are only named in turn."""
    table = {(first, second): said for first, second, said in words.data["rates"]}
    unit = rf"(?:{one_of(words.data['units'])})(?!\w)"
    pattern = (
        rf"(?<![\w.,])({NUMBER})\s*({unit}|{_WORD})((?:/(?:{unit}|{_WORD}))*)\.?"
        rf"\s?/\s?(?=({NUMBER})\s*({unit}|{_WORD}))"
    )

    def said(match: re.Match[str]) -> str:
        first, second = kind(match[2], words), kind(match[5], words)
        link = table.get((first, second))
        if first == second and first in ("strength", "volume"):
            if (
                match[4] == _HUNDRED
                and match[5] in words.data["in_hundred"]
                and match[2] in (match[5], *words.data["energy"])
            ):
                link = words.data["out_of_hundred"]
            elif first == "strength":
                return f"{match[1]} {match[2]}{match[3]}{words.data['same_strength']} "
        return f"{match[1]} {match[2]}{match[3]} {link} " if link else match[0]

    return re.sub(pattern, said, text)


def _by_unit(text: str, words: Words) -> str:
    """``5,000 units/mL``, ``10⁹/L`` and a bare ``mmol/L``: *per*."""
    units, kinds, per = words.data["units"], words.data["kinds"], words.data["per"]
    below = [*kinds["volume"], *kinds["mass"], *kinds["area"], *kinds["time"]]
    counted = (
        rf"((?<![\w.,])(?:{NUMBER})\s+({_WORD}))\s?/\s?({one_of(below)})(?:/({one_of(words.data['periods'])}))?(?!\w)"
    )

    def by_noun(match: re.Match[str]) -> str:
        if match[2] in units or match[3] in words.data["periods"] or kind(match[2], words) in ("time", "mass"):
            return match[0]
        lasting = f" {words.data['periods'][match[4]]}" if match[4] else ""
        return f"{match[1]} {per} {units[match[3]][0]}{lasting}"

    text = re.sub(counted, by_noun, text)
    bare_number = rf"(?<=[\d⁰-⁹])/({one_of([*kinds['volume'], *kinds['area'], 'min'])})(?![\w²³])"
    text = re.sub(bare_number, lambda m: f" {per} {units[m[1]][0]}", text)
    above = [*kinds["strength"], *kinds["volume"], "m"]
    periods = words.data["periods"]
    lasting = rf"(?:/({one_of(periods)}))?(?![\w/])"
    bare = rf"(?<![\w/.,])(?<!\d )({one_of(above)})((?:/(?:{one_of(below)}))+){lasting}"

    def each(match: re.Match[str]) -> str:
        said = [units[match[1]][1], *(f"{per} {units[unit][0]}" for unit in match[2][1:].split("/"))]
        return " ".join([*said, *([periods[match[3]]] if match[3] else [])])

    return re.sub(bare, each, text)


def _by_period(text: str, words: Words) -> str:
    periods = words.data["periods"]

    def said(match: re.Match[str]) -> str:
        before, after = near_before(match), match[1]
        if after in words.data["dose_per"] and _counted(before, words, _amounts(words)):
            return f" {words.data['per']} {after}"
        if _paid(before, words) and (after in words.data["money_per"] or after in periods):
            return f" {periods.get(after) or words.data['per'] + ' ' + _full_name(after, words)}"
        if after in periods and _is_rate(before, after, words):
            return f" {periods[after]}"
        return match[0]

    ends = one_of([*periods, *words.data["dose_per"], *words.data["money_per"]])
    return re.sub(rf"(?<=[^\s/(])\s?/\s?({ends})(?!\w)", said, text)


def _is_rate(before: str, period: str, words: Words) -> bool:
    """A number, a plural, or one of something before a period; but ``night/day`` are two."""
    if before.endswith(")") or re.search(rf"(?<![\w/.,])(?:{NUMBER})$", before):
        return True
    noun = re.search(rf"({_WORD})\.?$", before)
    if noun is None:
        return False
    name = noun[1].lower()
    parts = words.data["parts_of_day"]
    if noun[1] in words.data["units"] or (name in parts and period in parts):
        return False
    if _determined(before[: noun.start()], words):
        return False
    if plural(name, words):
        return kind(name, words) != "time" or _counted(before, words, [name])
    return _counted(before, words, [name])


def _counted(before: str, words: Words, nouns: list[str]) -> bool:
    """Whether a number stands before the noun, with at most one word between."""
    count = rf"(?:{NUMBER}|\b(?:{one_of(words.data['one'])}))"
    return re.search(rf"(?i:{count}\s+(?:{_WORD}\s+)?(?:{one_of(nouns)})\.?$)", before) is not None


def _amounts(words: Words) -> list[str]:
    """What there may be so much of in a dose: its units in full, and what is counted."""
    units = words.data["units"]
    strengths = [name for unit in words.data["kinds"]["strength"] for name in units.get(unit, [])]
    return [*words.data["dose_nouns"], *strengths]


def _paid(before: str, words: Words) -> bool:
    signs = one_of(words.data["money"])
    small = "".join(words.data["small_money"]) or "¢"
    return re.search(rf"(?:{signs})\s?(?:{NUMBER})$|\d\s?(?:[{small}]|{signs})$", before) is not None


def _determined(before: str, words: Words) -> bool:
    return re.search(rf"(?i:\b(?:{one_of(words.data['determiners'])}))\s+$", before) is not None


def _full_name(written: str, words: Words) -> str:
    return str(words.data["units"].get(written, [written])[0])


def plural(noun: str, words: Words) -> bool:
    if words.agrees:
        return is_plural(noun, words.language)
    return noun.endswith("s") and not noun.endswith("ss") and len(noun) > len("bus")


def kind(name: str, words: Words) -> str:
    """What a unit or a counted noun measures; empty where nobody knows."""
    kinds = _kinds(words)
    return kinds.get(name) or kinds.get(name.lower() if len(name) > len("dL") else "", "")


@cache
def _kinds(words: Words) -> dict[str, str]:
    units, found = words.data["units"], dict.fromkeys(words.data["also_time"], "time")
    for name, written in words.data["kinds"].items():
        for unit in written:
            found |= dict.fromkeys([unit, *units.get(unit, [])], name)
    return found | dict.fromkeys(words.data["dose_nouns"], "dose")

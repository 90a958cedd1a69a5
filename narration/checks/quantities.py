"""Amounts in a spoken text: ``24 hours``, ``twenty-four hours`` and ``a day`` are one and the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from narration.checks.lexicon import Lexicon, is_number, words
from narration.language_tags import primary

_HIGHEST = 1000
_HIGHEST_DIGIT, _HUNDRED = 9, 100
_FEWEST_DIGITS = 2
"""In each group of a number to ring."""
_PAUSE = ","


@dataclass(frozen=True, slots=True)
class Quantity:
    """``key`` is what is compared, ``said`` what is shown; a soft one (“hours”, “twice a day”) counts nothing.

    ``at`` is its first word, ``end`` the word after it.
    """

    key: str
    said: str
    soft: bool = False
    at: int = 0
    end: int = 0


@lru_cache(maxsize=4096)
def quantities(spoken: str, lexicon: Lexicon, tag: str) -> tuple[Quantity, ...]:
    """Every amount of a spoken text in order."""
    tokens = _tokens(spoken, lexicon, tag)
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        made = _once(tokens, index, lexicon) or _phrase(tokens, index, lexicon) or _run(tokens, index, lexicon, tag)
        if made is None:
            index += 1
            continue
        quantity, index = made
        if quantity is not None:
            before, after = (tokens[:place].count(_PAUSE) for place in (quantity.at, index))
            found.append(replace(quantity, at=quantity.at - before, end=index - after))
    return tuple(found)


def _tokens(spoken: str, lexicon: Lexicon, tag: str) -> list[str]:
    """The words, those of an amount apart, with a pause between two numbers that punctuation parts.

    “One, three and ten”, “day two, half a glass”; the groups of a number to ring are one number.
    """
    made: list[str] = []
    joins = str(lexicon.meaning["number_and"])
    for piece in re.split(r"[.,;:!?…()]+(?=\s|$)|\s\(", spoken):
        tokens = [part for word in words(piece) for part in (word.split("-") if lexicon.is_amount(word) else [word])]
        two = bool(made and tokens) and all(is_number(word, lexicon.numbers) for word in (made[-1], tokens[0]))
        if two and not (_digits(made[::-1], tag, joins) and _digits(tokens, tag, joins)):
            made.append(_PAUSE)
        made += tokens
    return made


def _digits(tokens: Sequence[str], tag: str, joins: str) -> bool:
    """Whether words begin with a group of a number to ring, which is said digit by digit."""
    values = [_value(word, tag, joins) for word in tokens]
    end = next((at for at, value in enumerate(values) if value is None or value > _HIGHEST_DIGIT), len(values))
    return end >= _FEWEST_DIGITS and (end == len(values) or values[end] is None)


def _phrase(tokens: Sequence[str], index: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """Amounts that are said without a number (“half an hour”), “an hour”, and “hours”."""
    for said, (value, unit) in lexicon.meaning["amounts"].items():
        parts = said.split()
        if list(tokens[index : index + len(parts)]) == parts:
            return Quantity(_key(float(value), unit, lexicon), said, at=index), index + len(parts)
    bare = lexicon.meaning["units"].get(tokens[index])
    if bare in lexicon.meaning["seconds"]:
        return Quantity(f"some {bare}", tokens[index], soft=True, at=index), index + 1
    if tokens[index] in lexicon.meaning["one_as_article"] and index + 1 < len(tokens):
        unit = lexicon.meaning["units"].get(tokens[index + 1])
        if unit in lexicon.meaning["seconds"]:
            said = " ".join(tokens[index : index + 2])
            soft = unit in lexicon.meaning["loose_units"] or _is_rate(tokens, index, lexicon)
            return Quantity(_key(1, unit, lexicon), said, soft=soft, at=index), index + 2
    return None


def _is_rate(tokens: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    """“Three times an hour”, “20 mg an hour”: how often, not how long."""
    before = tokens[index - 1] if index else ""
    return before in lexicon.meaning["units"] or is_number(before, lexicon.numbers) or before in lexicon.meaning["once"]


def _once(tokens: Sequence[str], index: int, lexicon: Lexicon) -> tuple[None, int] | None:
    """Spanish “una vez terminado” and “una vez que” tell when, not how often."""
    for said in lexicon.meaning["once"]:
        end = index + said.count(" ") + 1
        after = tokens[end] if end < len(tokens) else ""
        if " ".join(tokens[index:end]) == said and after.endswith(tuple(lexicon.meaning["after_once"])):
            return None, end
    return None


def _run(tokens: Sequence[str], index: int, lexicon: Lexicon, tag: str) -> tuple[Quantity | None, int] | None:
    """A run of number words with the unit after it; a lone “one” is a pronoun as often as a number."""
    end = index
    while end < len(tokens) and _goes_on(tokens, index, end, lexicon, tag):
        end += 1
    if end == index:
        return None
    run, joins = list(tokens[index:end]), str(lexicon.meaning["number_and"])
    while run and run[-1] == joins:
        run, end = run[:-1], end - 1
    if run[0] in lexicon.meaning["one_as_article"] and _value(" ".join(run[1:]), tag, joins) is not None:
        run = run[1:]  # “en un 5 %”
    after = end + 1 if end < len(tokens) and tokens[end] in lexicon.meaning["between_units"] else end
    unit = lexicon.meaning["units"].get(tokens[after], "") if after < len(tokens) else ""
    alone = len(run) == 1 and run[0] in lexicon.meaning["pronoun_numbers"]
    if alone and not unit and not _before_another(tokens[end:], lexicon):
        return _ratio(tokens, index, end, lexicon, tag) or (None, end)
    end = after + 1 if unit else end
    said = " ".join([*run, tokens[after]] if unit else run)
    value = _value(" ".join(run), tag, joins)
    key = _key(value, unit, lexicon) if value is not None else f"{' '.join(run)} {unit}".strip()
    return Quantity(key, said, at=index), end


def _before_another(after: Sequence[str], lexicon: Lexicon) -> bool:
    """“One to three”, “at one, three and ten”: there a lone “one” does count; not in “two in one: one sees …”."""
    if not after[1:] or not is_number(after[1], lexicon.numbers):
        return False
    if after[0] == _PAUSE:
        return after[1] not in lexicon.meaning["pronoun_numbers"]
    return after[0] in lexicon.meaning["between_numbers"]


def _ratio(tokens: Sequence[str], index: int, end: int, lexicon: Lexicon, tag: str) -> tuple[Quantity, int] | None:
    """“One in ten”, where the lone “one” does count."""
    for joint in lexicon.meaning["ratio"]:
        parts = joint.split()
        if list(tokens[end : end + len(parts)]) == parts:
            of, after = _run(tokens, end + len(parts), lexicon, tag) or (None, end)
            if of is not None:
                return Quantity(f"1 in {of.key}", " ".join(tokens[index:after]), at=index), after
    return None


def _goes_on(tokens: Sequence[str], start: int, index: int, lexicon: Lexicon, tag: str) -> bool:
    """Whether the run goes on with this word: “treinta y dos” is one number, “treinta y cien” are two."""
    if is_number(tokens[index], lexicon.numbers):
        return True
    joins = str(lexicon.meaning["number_and"])
    if tokens[index] != joins or not start < index < len(tokens) - 1:
        return False
    before, after = (_value(tokens[place], tag, joins) for place in (index - 1, index + 1))
    tens = before is not None and before < _HUNDRED
    return (
        tokens[index - 1] in lexicon.meaning["before_number_and"]
        and is_number(tokens[index + 1], lexicon.numbers)
        and (not tens or after is None or after <= _HIGHEST_DIGIT)
    )


def _key(value: float, unit: str, lexicon: Lexicon) -> str:
    """Times in seconds, everything else in its own unit."""
    seconds = lexicon.meaning["seconds"].get(unit)
    return f"{value * seconds:g} s" if seconds else f"{value:g} {unit}".strip()


def _value(said: str, tag: str, joins: str) -> float | None:
    return _values(primary(tag), joins).get(_simple(said, joins))


@cache
def _values(base: str, joins: str) -> dict[str, float]:
    """Number words to numbers, by saying every number up to a thousand once."""
    from num2words import num2words

    found = {}
    for number in (*range(_HIGHEST + 1), *range(1100, 10_001, 100)):
        found[_simple(num2words(number, lang=base), joins)] = float(number)
    return found


def _simple(said: str, joins: str) -> str:
    """Spelled one way: no hyphens, no “and”, Spanish “un”, “una” and “veintiún” as counted."""
    tokens = said.lower().replace("-", " ").replace(",", "").split()
    tokens = ["uno" if token in ("un", "una") else token for token in tokens if token != joins]
    return " ".join(token.replace("veintiún", "veintiuno").replace("ientas", "ientos") for token in tokens)

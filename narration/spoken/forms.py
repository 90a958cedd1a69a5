"""The table of forms, in the order of their working."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from narration import yaml_data
from narration.spoken import (
    abbreviations,
    addresses,
    agreeing,
    clinical,
    clock,
    dates,
    fractions,
    letters,
    money,
    numbers,
    prescriptions,
    rates,
    slashes,
    telephone,
    temperatures,
    units,
)
from narration.spoken import say_as as lexicon
from narration.spoken import value as values
from narration.spoken.base import Form, Words

FORMS: tuple[Form, ...] = (
    addresses.addresses,
    clinical.blood_groups,
    clinical.ages,
    clinical.pregnancy,
    clinical.products,
    abbreviations.optional_endings,
    prescriptions.dose_forms,
    prescriptions.directions,
    prescriptions.durations,
    prescriptions.attributes,
    letters.shouting,
    agreeing.agreeing,
    abbreviations.abbreviations,
    numbers.doubled_numbers,
    numbers.bare_decimals,
    dates.dates,
    clock.together,
    clock.opening_hours,
    clock.pointed,
    telephone.short_numbers,
    telephone.grouped_thousands,
    telephone.telephone_numbers,
    clock.times_of_day,
    temperatures.temperatures,
    rates.rates,
    slashes.slashes,
    fractions.fractions,
    fractions.over,
    money.money,
    numbers.multiples,
    numbers.ranges,
    numbers.ordinals,
    letters.roman_numerals,
    units.units,
    units.alone,
    dates.years,
    letters.codes,
    letters.acronyms,
    letters.symbols,
    values.plain,
    letters.punctuation,
)

FALLBACK = "en"


def spoken(text: str, language: str, say_as: Mapping[str, str]) -> str:
    """The whole way from written to spoken."""
    base, _, region = language.replace("_", "-").partition("-")
    words = _words(base.lower(), region.upper())
    text = lexicon.without_marks(unicodedata.normalize("NFC", text))
    # Digits and letters in other scripts and widths become the ones that the forms know.
    text = " ".join("".join(_plain(character) for character in text).split())
    text, held = lexicon.hold(text, say_as)
    for form in FORMS:
        text = form(text, words)
    return letters.guard(values.plain(lexicon.release(text, held), words), words)


def _plain(character: str) -> str:
    if character in "⁄∕":
        return "/"
    if character == "\N{GREEK SMALL LETTER MU}":  # most who mean the sign of a millionth type this
        return "\N{MICRO SIGN}"
    if character.isdigit() and not character.isascii():
        return unicodedata.normalize("NFKC", character) if character not in "⁰¹²³⁴⁵⁶⁷⁸⁹" else character
    return "\u0020" if unicodedata.category(character) in ("Zs", "Cc") else character


@cache
def _words(language: str, region: str) -> Words:
    folder = files("narration.spoken") / "data"
    known = language if (folder / f"{language}.yaml").is_file() else FALLBACK
    parts = [part for part in sorted(folder.iterdir(), key=lambda part: part.name) if part.name.startswith(f"{known}.")]
    data = {key: value for part in parts for key, value in yaml_data.parse(part.read_text(encoding="utf-8")).items()}
    data["money"] = {**data["money"], **data["money_by_region"].get(region, {})}
    return Words(known, region, data)

"""The first cell of a row with the word over its column, where it says nothing alone: “2” under “Visit”.

So is a time under words that it goes on from: “8.00 am” under “Your operation is at”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.language.brackets import without_brackets
from narration.readers.tables import column_forms, column_measures, column_words
from narration.readers.vocabulary import data, listed

_NUMBERED = re.compile(
    r"(?:[<>≤≥+] ?)?\d{1,2}(?:\s*(?:[-–]|a|y|o|to|and|or)\s*\d{1,2})?\+?(?:\s\([^()]{3,40}\))?|[A-Z]|[IVX]{2,4}"
)
_PLACE = re.compile(r"(?P<number>\d{1,2})[.):]\s+(?=[^\W\d_]{2})")
"""“1. First scan”, under “Visit”."""
_OPENS = re.compile(
    r"\s(?:at|is|between|before|after|from|a las?|las|entre|antes de(?: las)?|desde(?: las)?)$", re.IGNORECASE
)
"""Words over a column that are a beginning, and go on in a number or a time: “Your operation is at”."""
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:\s?(?:[ap]\.?\s?m\.?|noon|midday|h|hrs|horas))?", re.IGNORECASE)


def keyed(cells: Sequence[str], heads: Sequence[str], several: bool = True) -> Sequence[str]:
    """A row; a first cell of mere numbers has the word over its column: ``Visit 2``, ``Weeks 5 to 8``.

    Only one of ``several`` rows can be the listener's: ``For an admission time of 7.00 am``.
    """
    key = cells[0] if cells else ""
    if len(heads) != len(cells) or not heads[0]:
        return cells
    if since := column_words.timed(heads[0], key):
        return [since, *cells[1:]]
    if medicine := column_forms.named(heads[0], key):
        return [medicine, *cells[1:]]
    if _OPENS.search(heads[0].strip()) and re.match(r"\d", key):
        return [f"{heads[0].strip()} {key}", *cells[1:]]
    if several and _CLOCK.fullmatch(key) and (over := of_visit(heads[0])):
        return [f"{over} {key}", *cells[1:]]
    if several and names_time(heads[0], key):
        return [f"{heads[0].strip(' :')} {key}", *cells[1:]]
    is_open = listed("labels", "column_open_numbers").fullmatch(key) is not None
    name = counted(heads[0].strip(" :."), key)
    numbered = is_open or _NUMBERED.fullmatch(key) is not None
    if numbered and re.fullmatch(r"[^\W\d_]{3,20}", name):
        return [f"{name} {key}", *cells[1:]]
    place = _PLACE.match(key)
    if place and listed("labels", "column_turn_names").fullmatch(heads[0].strip(" :.").lower()):
        return [f"{heads[0].strip(' :.')} {place['number']} – {column_words.lowered(key[place.end() :])}", *cells[1:]]
    measured = column_measures.named(heads[0].strip(" :."), key)
    return [measured, *cells[1:]] if measured else cells


def is_numbered(cell: str) -> bool:
    """Whether a cell is a number, or some from one to another: “3”, “5 to 8”, “1 and 2”."""
    return cell[:1].isdigit() and _NUMBERED.fullmatch(cell) is not None


def names_time(head: str, cell: str) -> bool:
    """Whether words over a time of day say what is then, and no more than a time: “Departure”, over “8.00”."""
    clock = _CLOCK.fullmatch(cell) and re.search(r"[:.]\d\d|\d ?(?:[ap]\.?\s?m\b|h\b|noon)", cell, re.IGNORECASE)
    return bool(clock) and _is_name(head)


def names_number(head: str, cell: str) -> bool:
    """Whether words over a mere number say what it is of: “Gate”, over “2”."""
    return re.fullmatch(r"\d{1,3}", cell) is not None and _is_name(head)


def _is_name(head: str) -> bool:
    name = head.strip("¿?: ")
    known = any(listed("labels", key).fullmatch(name) for key in ("column_silent", "column_names", "column_spans"))
    return re.fullmatch(r"[^\W\d_]{4,}(?: [^\W\d_]+){0,2}", name) is not None and not known


def of_visit(head: str) -> str:
    """Words over times of which one is the listener’s, as they are said before it; ``""`` for any others.

    ``Your admission time`` over ``7.00 am`` → ``For an admission time of 7.00 am``: what stands beside it holds then,
    and need be no sentence (``last food: midnight``).
    """
    for pattern, instead in data("labels")["column_visit_times"].items():
        if found := re.fullmatch(pattern, head.strip("¿?: "), re.IGNORECASE):
            return found.expand(instead)
    return ""


def counted(name: str, key: str) -> str:
    """The word over a column of numbers as it is said with one or several of them: ``Week 1``, ``Weeks 2–3``."""
    several = data("labels")["column_several"]
    if re.search(r"\d\D+\d|^[<>≤≥]|\+$", without_brackets(key)):
        many = several.get(name.lower(), "")
        return name[:1] + many[1:] if many else name
    one = {many: each for each, many in several.items()}.get(name.lower(), "")
    return name[:1] + one[1:] if one else name


def of_kind(head: str, key: str) -> str:
    """A row's name with what it is one of, where the name does not tell: “Protocolo corto”, “Weekly regimen”."""
    before, after = (listed("labels", kind).fullmatch(head) for kind in ("column_kind_before", "column_kind_after"))
    if not (before or after) or head.casefold() in key.casefold():
        return key
    return f"{head} {column_words.lowered(key)}" if before else f"{key} {head.lower()}"

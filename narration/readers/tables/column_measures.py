"""Rows named by nothing but a range of numbers: “Under 5”, “30 or higher”, under “AHI (events per hour)”.

Alone such a name could be heard as an age or a day: ``AHI under 5 events per hour: Normal``.  The unit comes right
after the last number, so that “or higher” still follows it.
"""

from __future__ import annotations

import re

from narration.readers.vocabulary import listed

_NUMBER = r"[-–−]?\d{1,5}(?:[.,]\d{1,3})?"
_RANGE = re.compile(
    rf"(?P<begin>(?:(?:from |between |de |entre )?{_NUMBER}\s?(?:[-–]|to|and|a|y|hasta)\s?)"
    r"|(?:under|over|below|above|less than|more than|fewer than|at least|at most|up to"
    r"|lower than|higher than|greater than|menos de|más de"
    r"|menor (?:de|que|a)|mayor (?:de|que|a)|por debajo de|por encima de|hasta|desde|al menos"
    rf"|[<>≤≥])\s?)?(?P<number>{_NUMBER})"
    r"(?P<end>\s?\+|\s(?:or|and|o|y)\s(?:more|less|fewer|higher|lower|over|under|above|below|greater|más|menos|superior"
    r"|inferior|mayor|menor))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b")
_HEAD = re.compile(r"(?P<name>[^()\[\],:;?¿]+?)(?:\s?[(\[](?P<unit>[^()\[\]]+)[)\]])?")
_UNIT = re.compile(
    r"%|°\s?[CF]?|[^\W\d_]{1,5}(?:[²³]|/[\w²³.]{1,6})?|[^\W\d_]{3,}s|[^\W\d_]{2,}(?:\s[^\W\d_]+)?\s(?:per|por)\s.{2,20}",
    re.IGNORECASE,
)
MOST_NAME_WORDS = 4


def named(head: str, cell: str) -> str:
    """A first cell that is only a range, with the words over it; ``""`` for any other cell or words.

    Words that ask, or that count days or weeks (“Weeks after surgery”), are no name of what is measured.
    """
    amount = _RANGE.fullmatch(cell.strip())
    over = _HEAD.fullmatch(head.strip())
    if amount is None or over is None or not (amount["begin"] or amount["end"]) or _CLOCK.search(cell):
        return ""
    name, unit = over["name"], over["unit"] or ""
    words = name.split()
    times = any(listed("labels", "time_units").fullmatch(word.lower().rstrip("s")) for word in words)
    asks = listed("labels", "column_asks").match(name) or listed("labels", "column_whens").match(name)
    if len(words) > MOST_NAME_WORDS or times or asks or not re.search(r"[^\W\d_]{2}", name):
        return ""
    begin = amount["begin"] or ""
    begin = begin[:1].lower() + begin[1:] if begin[:1].isalpha() else begin
    if not unit.startswith("%"):
        unit = f" {unit}" if _UNIT.fullmatch(unit) else ""
    return f"{name} {begin}{amount['number']}{unit}{amount['end'] or ''}"

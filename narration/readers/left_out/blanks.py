"""A line to fill in inside a sentence that is true without it: “do not measure it in your ____ arm” → “in your arm”.

Such an order must be heard, though the side is written by hand, and so must where to come, “Report to Ward 4 at
____”; the sentence with its blank, or the words of the time, is listed as left out.  One whose blank is what it
says, “Last dose: ____” or “Stop it ____ days before”, is none.
The patterns are in ``data/blanks.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from narration.readers.base import Block, Change, Kind, changed
from narration.readers.lines import furniture
from narration.readers.lines.about import REFERENCE
from narration.readers.vocabulary import data

_STOP = re.compile(r"(?<=[.!?])\s+")


def filled(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, such sentences without their blank; the words beside it, “LEFT” and “RIGHT”, come left out."""
    place = re.compile(data("blanks")["place"])
    for block in blocks:
        said = block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not block.reason and place.search(block.text)
        found = list(_found(block.text)) if said else []
        whole = changed(block, [change for change, _ in found])
        if not found or not (furniture.is_prose(whole.text) or whole.text.rstrip().endswith("?")):
            yield block
            continue
        yield whole
        for (start, end, _), form in found:
            left = form.strip(" ,") if re.search(r"[^\W_]", form) else _sentence(block.text, start, end)
            yield replace(block, kind=Kind.PARAGRAPH, text=left, breaks=(), lead=0, reason=REFERENCE)


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence of a blank as the page has it: whoever reviews the script sees what is to be filled in."""
    before = max((stop.end() for stop in _STOP.finditer(text, 0, start)), default=0)
    after = _STOP.search(text, end)
    return text[before : after.start() if after else len(text)].strip()


def _found(text: str) -> Iterator[tuple[Change, str]]:
    """What comes in the place of each blank, and what stood there."""
    place = re.compile(data("blanks")["place"])
    for pattern, say in _patterns():
        for match in pattern.finditer(text):
            if place.search(match["form"]):
                yield (match.start("form"), match.end("form"), say), match["form"]


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    known = data("blanks")
    told = ((each["at"].replace("PLACE", known["place"]), each["say"]) for each in known["told"])
    return tuple((re.compile(at, re.IGNORECASE), say) for at, say in told)

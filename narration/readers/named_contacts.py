"""The number of somebody whom the text names, beside it: “ring Mrs Hale”, with “Secretary: Mrs Jo Hale, …” above.

It is said there, also where another number is said: one who is told to ring
somebody must be able to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.document import LeftOut
from narration.readers import helpline
from narration.readers.base import Block, Kind
from narration.readers.vocabulary import bare, data, either

FEWEST_LETTERS = 5
MOST_WORDS = 40
_BARS = re.compile(r"\s+[|•·]\s+|[,;]?\s+(?=\S+@\S+\.\w|www\.|https?:)")
"""What parts a number from what stands beside it; an address to write to begins by itself."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FIRST_DIGITS = re.compile(r"\+?\(?\d")
_NOBODY = re.compile(r"(?!)")


def beside(spoken: Sequence[Block], left: Sequence[LeftOut]) -> list[Block]:
    """The spoken blocks; after each that tells to ring somebody comes that number, from among what is ``left`` out.

    After a point it comes when its list has ended.
    """
    said = _digits(" ".join(block.text for block in spoken))
    lines = [(line, _rung(line.text)) for item in left for line in _lines(item) if _digits(line.text) not in said]
    made: list[Block] = []
    waiting: list[Block] = []
    for block in spoken:
        if block.kind is not Kind.ITEM and not block.depth:
            made += waiting
            waiting = []
        made.append(block)
        if block.kind is not Kind.HEADING:
            rung = [line for line, calls in lines if calls.search(block.text)]
            waiting += rung
            lines = [(line, calls) for line, calls in lines if line not in rung]
    return made + waiting


def _lines(item: LeftOut) -> list[Block]:
    """The numbers to ring in a piece that is left out, each with whose it is."""
    pieces = [piece.strip().rstrip(".") for piece in _BARS.split(item.text)]
    rings = (piece for piece in pieces if helpline.is_line(piece) and helpline.has_number(piece))
    return [Block(Kind.PARAGRAPH, f"{piece}.", item.line) for piece in rings if len(piece.split()) <= MOST_WORDS]


def _rung(line: str) -> re.Pattern[str]:
    """What tells to ring one who is named before the number of a line, and does not say the number there."""
    names = line[: match.start()] if (match := _FIRST_DIGITS.search(line)) else ""
    words = data("furniture")["contact"]
    known = {word for word in map(str.lower, _WORD.findall(names)) if len(word) >= FEWEST_LETTERS}
    known -= set(words["no_names"])
    if not known or either(words["nobody"]).fullmatch(bare(names)):
        return _NOBODY
    calls = rf"\b(?:{words['rings']})\s(?:[\w’'.-]+\s){{0,3}}?"
    named = "|".join(map(re.escape, sorted(known)))
    return re.compile(rf"{calls}(?:{named})\b(?![^.!?]{{0,60}}\d{{3}})", re.IGNORECASE)


def _digits(text: str) -> str:
    """The digits of a text, those of each number together."""
    return re.sub(r"\D", "", text)

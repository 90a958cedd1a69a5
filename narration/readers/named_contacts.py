"""The number of somebody whom the text names, beside it: “ring Mrs Hale”, with “Secretary: Mrs Jo Hale, …” above.

It is said there, also where another number is said: one who is told to ring
somebody must be able to.  So must one who is told to ring “the nurse line”, or
“the unit”, with “Unit reception: …” above.
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
MOST_NAME_WORDS = 4
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
    if either(words["nobody"]).fullmatch(bare(names)):
        return _NOBODY
    calls = rf"\b(?:{words['rings']})\s"
    named = [rf"(?:[\w’'.-]+\s){{0,3}}?(?:{'|'.join(map(re.escape, sorted(known)))})"] if known else []
    named += [rf"(?:(?:{words['the']})\s)?{re.escape(whole)}" for whole in _called(names)]
    if not named:
        return _NOBODY
    # Of “ring the unit, or Ward 4 on …” the number is that of the second.
    here = rf"(?:(?!,?\s(?:{words['or']})\s)[^.!?]){{0,60}}\d{{3}}"
    return re.compile(rf"{calls}(?:{'|'.join(named)})\b(?!{here})", re.IGNORECASE)


def _called(names: str) -> list[str]:
    """How a text may call the one who has a number: “Unit reception” is the unit, or its reception."""
    whole = bare(re.sub(r"\s*\([^()]*\)", "", names)).lower()
    words = _WORD.findall(whole)
    if not 0 < len(words) <= MOST_NAME_WORDS or either(data("furniture")["contact"]["mere_labels"]).fullmatch(whole):
        return []
    houses = set(data("furniture")["contact"]["units"])
    return [whole, *(word for word in words if word in houses and word != whole)]


def _digits(text: str) -> str:
    """The digits of a text, those of each number together."""
    return re.sub(r"\D", "", text)

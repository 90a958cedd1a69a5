"""Cutting spoken text into clauses that the online service takes, each with its punctuation.

The service takes 100 characters at a time.  The punctuation stays with its
clause, because the melody of the speech follows it.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 100
"""Characters the service takes in one request (``gTTS.GOOGLE_TTS_MAX_CHARS``)."""

_CLAUSE_END = re.compile(
    r"""[.!?…;:,]+["'”’»)\]]*(?=\s)"""  # Latin punctuation and what closes after it
    r"|(?<=\s)[—–](?=\s)"  # a dash between words
    r"|[。！？；：，、]+[」』）]*"  # no space follows in Chinese and Japanese
)
_GAPS_SECONDS = ((".!?…。！？", 0.35), (";:；：", 0.25), (",，、—–", 0.18))
_WITHIN_SECONDS = 0.04
"""Between two words that no punctuation parts."""


def clauses(text: str, longest: int = LONGEST) -> list[str]:
    """``text`` in pieces of at most ``longest`` characters; pieces without a letter or digit are left out.

    Few, long pieces: neighbouring clauses stay together as long as they fit.
    A clause that is too long by itself is halved at a space near its middle.
    """
    pieces: list[str] = []
    for unit in _units(" ".join(text.split()), longest):
        joined = f"{pieces[-1]}{unit}" if pieces else unit
        if pieces and len(joined.rstrip()) <= longest:
            pieces[-1] = joined
        else:
            pieces.append(unit)
    return [piece.strip() for piece in pieces if any(character.isalnum() for character in piece)]


def gap_seconds(clause: str) -> float:
    """The silence after a clause, by the punctuation that ends it."""
    last = clause.rstrip("\"'”’»)]」』）")[-1:]
    for marks, seconds in _GAPS_SECONDS:
        if last and last in marks:
            return seconds
    return _WITHIN_SECONDS


def _units(text: str, longest: int) -> list[str]:
    """Clauses that each fit; joined they are ``text``."""
    ends = [match.end() for match in _CLAUSE_END.finditer(text)]
    starts = [0, *(end + (text[end : end + 1] == " ") for end in ends)]
    units = [text[begin:end] for begin, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [part for unit in units if unit for part in _halved(unit, longest)]


def _halved(unit: str, longest: int) -> list[str]:
    if len(unit.strip()) <= longest:
        return [unit]
    middle = -(-len(unit) // 2) if len(unit) <= 2 * longest else longest
    spaces = [place + 1 for place, character in enumerate(unit[:longest]) if character == " "]
    if spaces:
        cut = min(spaces, key=lambda place: abs(place - middle))
    else:
        cut = min(middle, longest)
        while cut > 1 and unicodedata.combining(unit[cut]):
            cut -= 1
    return [unit[:cut], *_halved(unit[cut:], longest)]

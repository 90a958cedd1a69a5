"""Which pieces of a contact's lines are said: those with a number to ring, whose it is, and when it is answered.

“Nurse: Ann · 01632 960 443 (direct) · out of hours, Ward 4, 01632 960 400”: the name before a bar is that of the
number after it, and whoever rings “out of hours” must have heard the hours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from narration.readers.base import Block, Change, changed, line_at
from narration.readers.left_out.unspoken import Span
from narration.readers.lines import furniture, helpline, senders
from narration.readers.vocabulary import BARS

MOST_NAME_WORDS = 8
OUTER = " |·•/"
"""What stands around a piece of a strip, and is no part of it."""
_SLASH = re.compile(r"\s+/\s+(?=[^\W\d_a-z][^\d:.]{2,40}:\s*(?:(?i:ext|int|interno|anexo|bleep)\.?\s?)?[\d(+])")
"""“Tel. 0800 555 0127 / Ward: ext. 100”: a bar between two numbers, the second after its name."""
_TO_WRITE_TO = re.compile(
    r"(?<=[^\s,;:|·•/])[,;]?(?:\s+(?:o|y|or|and))?\s+"
    r"(?=(?:(?i:e-?mail|correo(?: electrónico)?|mail):?\s+)?[\w.+-]+@[\w-]+\.\w)"
)
"""Before an address to write to, which nobody says, and which takes no number before it away."""
_BEGINS_WITH_NUMBER = re.compile(r"\+?\(?\d")


def left(block: Block, span: Span, said: Callable[[str], bool]) -> Iterator[Span]:
    """A contact's lines that are not spoken all the same: all but those with the number to ring."""
    start, end, reason = span
    if reason != furniture.CONTACT:
        yield span
        return
    edges = [start, *(at for at in block.breaks if start < at < end), end]
    bars = [start + match.end() for bar in (BARS, _SLASH) for match in bar.finditer(block.text[start:end])]
    # Right before the end of a line, or a bar, the address is a piece already.
    mails = (match.span() for match in _TO_WRITE_TO.finditer(block.text[start:end]))
    written = [start + a for a, b in mails if start + b not in {*edges, *bars}]
    places = list(pairwise(sorted({*edges, *bars, *written})))
    pieces = [block.text[a:b].strip(OUTER) for a, b in places]
    lines = [line_at(block, a) for a, _ in places]
    told = [said(piece) for piece in pieces]
    # Of the numbers on one line all are said, or none: “Nurse line: … | Nights: …”.
    spoken = {line for line, ok in zip(lines, told, strict=True) if ok}
    beside = [line in spoken and helpline.tells(piece) for line, piece in zip(lines, pieces, strict=True)]
    told = [ok or also for ok, also in zip(told, beside, strict=True)]
    # The hours right after a number that is said are said with it, and so is another way to reach it.
    beside = [furniture.is_hours(piece) or helpline.is_second_way(piece) for piece in pieces]
    told = [ok or (at > 0 and told[at - 1] and beside[at]) for at, ok in enumerate(told)]
    told = _with_hours_of_nights(pieces, lines, _with_names(pieces, lines, told))
    rest = [place for place, ok in zip(places, told, strict=True) if not ok]
    yield from ((a, b, reason) for a, b in (rest if len(rest) < len(places) else [(start, end)]))


def _with_names(pieces: Sequence[str], lines: Sequence[int], told: Sequence[bool]) -> list[bool]:
    """What is told, with the name right before a number that has none of its own."""
    made = list(told)
    for at in range(1, len(pieces)):
        owned = told[at] and not told[at - 1] and lines[at] == lines[at - 1]
        if owned and _BEGINS_WITH_NUMBER.match(pieces[at]) and helpline.has_number(pieces[at]):
            made[at - 1] = _is_name(pieces[at - 1])
    return made


def _is_name(piece: str) -> bool:
    """Whether a piece of a strip says who has the number after it, and is no address, link or fact."""
    plain = re.search(r"[\d@]", piece) is None and 0 < len(piece.split()) <= MOST_NAME_WORDS
    named = plain and piece[:1].isupper() and re.search(r"[^\W\d_]{3}", piece) is not None
    return named and not furniture.line_reason(piece) and not piece.endswith((".", "!", "?"))


def _with_hours_of_nights(pieces: Sequence[str], lines: Sequence[int], told: Sequence[bool]) -> list[bool]:
    """What is told, with the hours that a number for outside them speaks of, and the unit whose they are."""
    made = list(told)
    hours = [at for at, piece in enumerate(pieces) if furniture.is_hours(piece)]
    nights = [ok and helpline.is_for_nights(piece) for ok, piece in zip(told, pieces, strict=True)]
    if not any(nights) or len(hours) != 1 or any(told[at] for at in hours):
        return made
    (at,) = hours
    made[at] = True
    for before in range(at - 1, -1, -1):
        if lines[before] == lines[at] and senders.is_body(pieces[before]) and _is_name(pieces[before]):
            made[before] = True
            return made
    return made


def joined(block: Block) -> Block:
    """The block; hours after a number and a bar (``Ward 4: 555 0100 · 9am to 5pm``) go on its sentence.

    So does a number, or hours, after the name whose they are, on each of its lines.
    """
    if not helpline.has_number(block.text):
        return block
    changes: list[Change] = []
    edges = [0, *block.breaks, len(block.text)]
    for start, end in pairwise(edges):
        bars = [(start + match.start(), start + match.end()) for match in BARS.finditer(block.text[start:end])]
        ends = [start, *(at for bar in bars for at in bar), end]
        pieces = [block.text[a:b].strip() for a, b in zip(ends[::2], ends[1::2], strict=True)]
        marks = [_mark(one, two, alone=not block.breaks) for one, two in pairwise(pieces)]
        changes += [(a, b, mark) for (a, b), mark in zip(bars, marks, strict=True) if mark]
    return changed(block, changes)


def _mark(name: str, piece: str, *, alone: bool) -> str:
    """What stands between two pieces of a strip instead of a bar; ``""`` where the bar stays."""
    timed = furniture.is_hours(piece)
    if _is_name(name) and ((senders.is_body(name) and timed) or _BEGINS_WITH_NUMBER.match(piece)):
        return ", " if ":" in name else ": "
    return ", " if alone and timed else ""

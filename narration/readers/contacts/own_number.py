"""The sender's own number, said at the end of a text that tells its listener to ring and has no other.

It stands in a letterhead, in a footer, or beside the text under a heading that asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from narration.document import LeftOut
from narration.readers.base import Block, Kind
from narration.readers.lines import furniture, senders
from narration.readers.lines.helpline import (
    NAMED,
    NEXT_NUMBER,
    NUMBER,
    asks_us,
    is_for_hours,
    is_line,
    is_missing,
    is_nobody,
    lacks_machine,
    names_whom,
)
from narration.readers.vocabulary import BARS, bare, data, either

_LABELLED = re.compile(
    r"[^\W\d_a-z][^\W\d_]+ (?:[^\d:.|·•]{2,40}(?:\s\d{1,2}\s?h(?:oras)?)?|\d{1,2}\s?h(?:oras|ours)?):\s*\+?\(?\d"
)
"""A number with its name: “Línea del Holter 24 h: 300 …”, “Emergencias 24 h: 300 …”."""
_PIECES = re.compile(r"\s+[·|•/]\s+")
_HOUSE_NUMBER = re.compile(r"(?:[ap]\.?\s?m|h|hrs|horas)\.?\s\d+$", re.IGNORECASE)
"""The number of a house, after hours that have ended: “8am to 6pm 14” before “Mill Road”."""
_TIMED = re.compile(r"\s\((?=\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m|h|to\b|a\b|[-–]))")
"""Before the hours in a bracket after a number, whose digits are none of it."""
MOST_NUMBERS = 2
MOST_LINES_BETWEEN = 4
"""A name so many lines over a number is still that of who is rung there."""
MOST_NAME_WORDS = 4
MOST_UNDER_HEADING = 4
"""More numbers under a heading are a house's list of all that can be rung."""
_HOUSE = re.compile(r",.*$|[.\s]+$", re.DOTALL)
"""The street and the town after a name: “Clínica Sol, C/ Mayor 8, Salamanca”."""
_STOPS = re.compile(r"\s+[·|•]\s+|(?<=[^\W\d_]{3}\.)\s+(?=[^\W\d_a-z])|(?<=\d\.)\s+(?=[^\W\d_a-z])")


def from_beside(spoken: Sequence[Block], left: Sequence[LeftOut]) -> list[Block]:
    """The number, from what is ``left`` out over the text or below it, where what is ``spoken`` lacks one."""
    missing = is_missing(spoken)
    if not missing and not lacks_machine(spoken):
        return []
    above = [Block(Kind.PARAGRAPH, item.text, item.line) for item in left if item.reason == furniture.CONTACT]
    below = [Block(Kind.PARAGRAPH, item.text, item.line) for item in left if item.reason != furniture.CONTACT]
    bodies = [block for block in below if senders.is_body(block.text)]
    wanted = asks_us(spoken)
    found = from_letterhead(above, bodies) or (wanted and under_contacts(below)) or from_footer(below, wanted)
    return [line for line in found or () if not _is_said(line.text, spoken, named=not missing)]


def _is_said(text: str, spoken: Sequence[Block], *, named: bool = False) -> bool:
    """Whether a line is a bare number that the text has itself, as the one for what is urgent: “Call us now at …”.

    Where the text lacks only the number of a machine, one that is ``named`` need not be said twice, either.
    """
    alone = NUMBER.search(text) if named else NUMBER.fullmatch(text.strip(" ."))
    said = {re.sub(r"\D", "", found[0]) for block in spoken for found in NUMBER.finditer(block.text)}
    return alone is not None and re.sub(r"\D", "", alone[0]) in said


def under_contacts(lines: Sequence[Block]) -> list[Block]:
    """The numbers under “Contact us” beside the text, each line with whose it is or when: “Rooms: (02) 5550 0118”."""
    for at, line in enumerate(lines):
        under = list(takewhile(lambda each: is_line(each.text), lines[at + 1 :]))
        if not furniture.is_contact_heading(line.text) or not 0 < len(under) <= MOST_UNDER_HEADING:
            continue
        if all(names_whom(each.text) or is_for_hours(each.text) for each in under):
            return [Block(Kind.PARAGRAPH, f"{each.text.rstrip('.')}.", each.line) for each in under]
    return []


def from_letterhead(lines: Sequence[Block], bodies: Sequence[Block] = ()) -> list[Block]:
    """The first number over a letter, to be said at its end, with the names that stand before it.

    Where none stands before it, that of the last of the ``bodies`` over it does.
    """
    found = next((line for line in lines if any(map(is_line, (line.text, *_PIECES.split(line.text))))), None)
    if found is None:
        return []
    pieces = [piece.strip() for piece in _PIECES.split(found.text)]
    at = next((at for at, piece in enumerate(pieces) if is_line(piece)), 0)
    names = [piece for piece in pieces[:at] if not re.search(r"\d|@", piece) and not furniture.is_contact(piece)]
    above = [_HOUSE.sub("", body.text) for body in bodies if 0 <= found.line - body.line <= MOST_LINES_BETWEEN]
    under = [_HOUSE.sub("", body.text) for body in bodies if 0 < body.line - found.line <= MOST_LINES_BETWEEN]
    text = _with_name(pieces[at], names or above[-1:] or under[:1])
    if not names and len(pieces) > 1:  # the hours of a bar over the page: “555 0100 | Mon to Fri 8 to 5 | Sat 8 to 1”
        text = ", ".join([text, *filter(furniture.is_hours, pieces[at + 1 :])])
    # Two numbers side by side, each with its name, are two sentences.
    text = NEXT_NUMBER.sub(". ", text)
    # Whoever needs the first at another time needs the one for that time: “After-hours line: …”.
    timed = [line for line in lines if line is not found and is_for_hours(line.text) and not BARS.search(line.text)]
    others = [line for line in timed if 0 < line.line - found.line <= MOST_LINES_BETWEEN]
    said = [Block(Kind.PARAGRAPH, f"{as_senders(text).rstrip('.')}.", found.line)]
    return said + [Block(Kind.PARAGRAPH, f"{line.text.rstrip('.')}.", line.line) for line in others]


def for_questions(items: Sequence[LeftOut], wanted: bool = False) -> list[Block]:
    """A number beside the text under a heading that asks (“Questions?”), for a page that says no other one.

    Where one is ``wanted``, that under “Contact us” or “Book an appointment” does, too, and says that it is for this.
    """
    heads = either(data("furniture")["contact"]["number_heads"])
    for asked, told in pairwise(items):
        head = asked.text.rstrip(" :")
        if asked.reason != told.reason or not is_line(told.text):
            continue
        if head.endswith("?") and furniture.is_contact_heading(head):
            text = re.sub(rf"({NUMBER.pattern}) (?=[^\W\d_])", r"\1, ", told.text.rstrip("."), count=1)  # its hours
            return [Block(Kind.PARAGRAPH, f"{head} {text}.", told.line)]
        named = furniture.is_contact_heading(head) or heads.fullmatch(bare(head)) is not None
        if wanted and named and (number := NUMBER.match(_TIMED.split(told.text, maxsplit=1)[0])):
            hours = _hours_of(told.text[number.end() :].lstrip(" ·|•,.("))
            return [Block(Kind.PARAGRAPH, f"{head}: {', '.join(filter(None, (number[0], hours)))}.", told.line)]
    return []


def _hours_of(text: str) -> str:
    """The hours with which a piece begins: the house's street may stand after them, on a line that was its own."""
    words = text.split()
    starts = (" ".join(words[:at]).rstrip(",;.)") for at in range(len(words), 0, -1))
    return next((start for start in starts if furniture.is_hours(start) and not _HOUSE_NUMBER.search(start)), "")


def _with_name(text: str, names: Sequence[str]) -> str:
    """A number after the sender's ``names``, where only its street or a mere ``Tel:`` stands before it."""
    number = NUMBER.search(text)
    if number is None or not names or NEXT_NUMBER.search(text):
        return text
    before = text[: number.start()].strip(" (:–—-")
    named = bool(before) and not is_nobody(before) and not re.search(r"\d", before)
    return text if named else f"{', '.join(names)}: {text[number.start() :]}"


def _is_labelled(text: str) -> bool:
    """Whether a line is nothing but a number after what it is: ``Citas: 955 000 170``, ``Conmutador 955 000 100``."""
    name = NAMED.match(text.strip())
    short = name is not None and len(name["name"].split()) <= MOST_NAME_WORDS
    return is_called(text) or (short and furniture.is_contact(text))


def is_called(text: str) -> bool:
    """“Call or text (303) 555-0148” and no more."""
    return re.fullmatch(data("furniture")["contact"]["called_at"], text.strip(" ."), re.IGNORECASE) is not None


def as_senders(text: str) -> str:
    """Such a line of the sender's own: “Call us at (303) 555-0148”, “Citas: 960 555 011”; any other as it is."""
    words = data("furniture")["contact"]
    us = words["called_us"] if is_called(text) else words["booked_at"]
    said = (re.sub(at, say, text, flags=re.IGNORECASE) for at, say in us.items())
    return next((each for each in said if each != text), text)


def of_strip(said: Block, strip: Block) -> Block:
    """What is ``said`` of a strip after its sender's name: “Call/Text 555 0148” is to call “us”."""
    first = BARS.split(said.text)[0]
    if not is_called(first) or not BARS.search(strip.text.partition(first)[0]):
        return said
    return replace(said, text=f"{as_senders(first)}{said.text[len(first) :]}", breaks=(), lead=0)


def from_footer(lines: Sequence[Block], wanted: bool = False) -> list[Block]:
    """The numbers of a page's footer, to be said at the end of the text: those with their names beside them.

    Where one is ``wanted``, the first that has a name or stands beside its sender's does, too.
    """
    for line in reversed(lines):
        named = [part.strip() for part in BARS.split(line.text) if _LABELLED.match(part.strip()) and is_line(part)]
        if 0 < len(named) <= MOST_NUMBERS:
            return [Block(Kind.PARAGRAPH, f"{as_senders(part).rstrip('.')}.", line.line) for part in named]
    if not wanted:
        return []
    parted = [Block(Kind.PARAGRAPH, piece, line.line) for line in lines for piece in _STOPS.split(line.text)]
    bodies = [part for part in parted if senders.is_body(part.text)]
    labelled = [part for part in parted if _is_labelled(part.text) and (bodies or names_whom(part.text))]
    return from_letterhead(labelled, bodies)

"""Menus that a text has in a line of links, held apart by bars or by nothing but wide spaces.

The words are in ``data/links.yaml`` and, for those that are links wherever they
stand, in ``data/furniture.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.vocabulary import bare, listed

FEWEST = 3
"""A line of two words of a menu is one only when both are known."""
MOST_WORDS = 5
MOST_WORDS_BESIDE_CALL = 8
MOST_WORDS_RUN_TOGETHER = 40
_RUN_ON = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-ZÁÉÍÓÚ])|(?<=[A-Z])(?=[A-Z][^\W\d_A-Z])")
"""Where a button of a copied page ends, and the next begins: “AcceptReject”, “OKNo thanks”."""
_STOPPED = re.compile(r"[.,;:!?]")
_STOP = re.compile(r"(?<=[!?])\s+")
_PHONE = re.compile(r"[:.,–-]?\s*\+?\(?\d(?:[ ().–-]{0,2}\d){6,}\s*$")
_NUMBER = re.compile(r"\d(?:[ ().–-]{0,2}\d){6,}")
_ANSWERS = ("yes", "no", "sí", "si", "x", "stop")
WIDE = re.compile(r"\s*\|\s*| {2,}|\s*\t\s*")
"""What holds links, or the pieces of a bar, apart in a line that was copied."""


def is_link(text: str) -> bool:
    """Whether a text is a word or a button of a site’s menus; by itself it may be a heading: ``Costs``."""
    words = bare(text)
    return any(listed(*names).fullmatch(words) for names in (("links", "words"), ("furniture", "navigation")))


def is_call(text: str) -> bool:
    """``Book a free call``, ``Agende su cita ahora``: a button, unless its full stop makes it an instruction."""
    if text.rstrip().endswith("."):
        return False
    said = (bare(_PHONE.sub("", piece)) for piece in _STOP.split(text.strip()))
    return any(listed("links", "calls").fullmatch(piece.strip(" ¡!")) for piece in said if piece)


def is_booking(text: str) -> bool:
    """``Book your scan today!``, ``Te llamamos gratis``: a button among sentences, where no full stop ends it."""
    known = listed("links", "bookings").fullmatch(bare(text).lstrip("¡")) is not None
    return known and not text.rstrip().endswith((".", "?"))


def is_alert(text: str) -> bool:
    """``Masks are optional. Read more``: what a site tells all its visitors, with a link at its end."""
    return listed("links", "alerts").fullmatch(bare(text)) is not None


def opens_contents(text: str) -> bool:
    """``En esta hoja encontrará``: a line over the names of a page's own parts."""
    return listed("links", "contents").fullmatch(bare(text)) is not None


def are_links(pieces: Sequence[str], *, over_text: bool = False) -> bool:
    """Whether pieces of a line, or short lines one below another, are the words of a menu.

    ``over_text`` says that no sentence stands above them: two words that are
    known show what a longer run is.
    """
    told = [piece for piece in pieces if bare(piece)]
    if len(told) < 2:
        return False
    most = max(len(piece.split()) for piece in told)
    if most <= MOST_WORDS_BESIDE_CALL and any(map(is_call, told)):
        return True
    known = sum(map(is_link, told))
    if over_text and len(told) > FEWEST and known > 1 and known * 3 >= len(told):
        return most <= MOST_WORDS
    return most <= MOST_WORDS and (known == len(told) or (len(told) >= FEWEST and known * 2 >= len(told)))


def are_run_together(line: str, *, over_text: bool = False) -> bool:
    """``Home Our services Work for us``: links of one line that a copy holds apart by single spaces, or not at all.

    ``over_text`` says that no sentence stands above it: two buttons are enough,
    if they are all of the line.
    """
    words = _RUN_ON.sub(" ", bare(line)).split()
    if not 1 < len(words) <= MOST_WORDS_RUN_TOGETHER or _STOPPED.search(line):
        return False
    at = known = pages = covered = 0
    while at < len(words):
        end = next((e for e in range(min(at + MOST_WORDS, len(words)), at, -1) if is_link(" ".join(words[at:e]))), at)
        number = end > at and not re.search(r"[^\W\d_]", "".join(words[at:end]))
        known += end > at and not number
        pages += number
        covered += end - at
        at = max(end, at + 1)
    # The numbers of pages, or one to ring, stand beside links only: “Infection – about 1 in 400” has none.  After one
    # word it is that of whom the word names: “Urgencias 955 010 201”.
    rings = _NUMBER.search(line) is not None
    known += pages if (known > 1 if rings else covered == len(words)) else 0
    if over_text and known > 1 and covered == len(words):
        return True
    return known >= FEWEST and covered * 5 >= len(words) * 3


def barred(text: str) -> str:
    """A text; lines of links that only wide spaces hold apart have bars instead: ``Home   About us   Contact``."""
    lines = text.split("\n")
    cells = [len(WIDE.split(line.strip())) for line in lines]
    near = [(*cells[max(at - 1, 0) : at], *cells[at + 1 : at + 2]) for at in range(len(lines))]
    beside = [max(around, default=0) > 1 for around in near]
    return "\n".join(map(_barred, lines, beside))


def _barred(line: str, beside: bool) -> str:
    """A line with bars; ``beside`` says that the one over or under it has several pieces, as rows of a table have."""
    pieces = WIDE.split(line.strip())
    if beside and _is_row(pieces):
        return line
    if pieces[0][:1].isdigit() and len(pieces[-1].split()) > FEWEST:
        return line  # “10 to 14   5   If it lasts for two days”
    if not is_link(pieces[0]) and not any(char.isalpha() for piece in pieces[1:] for char in piece):
        return line  # “Steroid   1   -   1”
    if "\t" in line and any(char.isdigit() for char in line):
        return line  # “	6	7	”: cells of a copied table, whose numbers link to no pages
    if _is_trail(pieces):
        return " > ".join(pieces)
    return " | ".join(pieces) if len(pieces) > 1 and are_links(pieces) else line


def _is_row(pieces: Sequence[str]) -> bool:
    """``Statin   Yes   No``, ``Chin   8   10``, ``1   little``: answers and numbers of a name are links of no site."""
    found = [bare(piece).lower() for piece in pieces if is_link(piece)]
    if pieces[0][:1].isdigit() and len(found) < len(pieces):
        return True  # “1   none   4”, under “Day   Swelling   Pain”
    told = all(word in _ANSWERS or not re.search(r"[^\W\d_]", word) for word in found)
    return told and not is_link(pieces[0]) and not pieces[0].rstrip().endswith("?")


def _is_trail(pieces: Sequence[str]) -> bool:
    """``Blog   sleep   snoring``: a link, and what it has led to, in few words each."""
    short = all(len(piece.split()) <= FEWEST and piece.replace(" ", "").isalpha() for piece in pieces)
    return len(pieces) >= FEWEST and short and is_link(pieces[0])

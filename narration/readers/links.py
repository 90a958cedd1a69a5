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
_WIDE = re.compile(r"\s*\|\s*| {2,}|\s*\t\s*")


def is_link(text: str) -> bool:
    """Whether a text is a word or a button of a site’s menus; by itself it may be a heading: ``Costs``."""
    words = bare(text)
    return any(listed(*names).fullmatch(words) for names in (("links", "words"), ("furniture", "navigation")))


def is_call(text: str) -> bool:
    """``Book a free call``, ``Agende su cita ahora``: a button, unless its full stop makes it an instruction."""
    return not text.rstrip().endswith(".") and listed("links", "calls").fullmatch(bare(text).rstrip(" !")) is not None


def opens_contents(text: str) -> bool:
    """``En esta hoja encontrará``: a line over the names of a page's own parts."""
    return listed("links", "contents").fullmatch(bare(text)) is not None


def are_links(pieces: Sequence[str]) -> bool:
    """Whether pieces of a line, or short lines one below another, are the words of a menu."""
    told = [piece for piece in pieces if bare(piece)]
    if len(told) < 2:
        return False
    most = max(len(piece.split()) for piece in told)
    if most <= MOST_WORDS_BESIDE_CALL and any(map(is_call, told)):
        return True
    known = sum(map(is_link, told))
    return most <= MOST_WORDS and (known == len(told) or (len(told) >= FEWEST and known * 2 >= len(told)))


def barred(text: str) -> str:
    """A text; lines of links that only wide spaces hold apart have bars instead: ``Home   About us   Contact``."""
    return "\n".join(map(_barred, text.split("\n")))


def _barred(line: str) -> str:
    pieces = _WIDE.split(line.strip())
    return " | ".join(pieces) if len(pieces) > 1 and are_links(pieces) else line

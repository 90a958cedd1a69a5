"""Markup in a plain text, as a copy of a web page's source has it: “&amp;”, “&#8209;”, “<br>”, “<b>”.

A text that is a whole page in such signs is read as that page.
"""

from __future__ import annotations

import re
from html import unescape

FEWEST_ELEMENTS = 3
"""So many paragraphs, headings or points that are closed make a page of a text."""
MOST_BARE = 0.5
"""Of such a page's lines no more have no sign of markup."""
_BLOCK = re.compile(r"</(?:p|h[1-6]|li|ul|ol|div|td|tr|table|section|article|body)\s*>", re.IGNORECASE)
_ANY = re.compile(r"</?[a-z][a-z0-9:]{0,9}(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*(\n?)", re.IGNORECASE)
_INLINE = re.compile(
    r"</?(?:b|strong|i|em|u|span|a|font|small|sup|sub|o:p|p)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_RAISED = re.compile(r"(?:\^|<sup>)(?P<digits>[−–-]?\d{1,3})(?:\^|</sup>)")
_TEN = re.compile(r"(?<![\d.,])10$")
_SMALL = re.compile(
    r"(?<!\d)\^(?P<raised>\d{1,3}m?)\^|\^(?P<mark>[+−-]|m|st|nd|rd|th|TM)\^|(?<=[A-Za-z])~(?P<sunk>\d{1,2})~"
)
_NEAR = 4
_POWERS = str.maketrans("0123456789−–-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
_CHARACTER = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
MOST_ESCAPES = 2
"""“&amp;nbsp;” is a space that was written so twice."""


def is_page(text: str) -> bool:
    """Whether a text is the source of a web page: its lines stand in paragraphs, headings and points of markup."""
    if sum(1 for _ in _BLOCK.finditer(text)) < FEWEST_ELEMENTS:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(_ANY.search(line) is None for line in lines) <= MOST_BARE * len(lines)


def power(before: str, raised: str) -> str:
    """Raised digits as they stand after ``before``: “10⁶”, where the plain digits would make 106 of it.

    After anything but a ten they may be a note's number, or what a unit or an isotope is written with (“18F”).
    """
    return raised.translate(_POWERS) if _TEN.search(before) and re.fullmatch(r"[−–-]?\d{1,3}", raised) else raised


def level(text: str) -> str:
    """The text without the signs of Markdown that raise or sink a few characters: ``^18^F`` → ``18F``.

    A power of ten has the digits that show it: ``10^6^`` and ``10<sup>6</sup>`` → ``10⁶``.
    """

    def said(match: re.Match[str]) -> str:
        digits = power(text[max(0, match.start() - _NEAR) : match.start()], match["digits"])
        return match[0] if digits == match["digits"] else digits

    return _SMALL.sub(lambda match: match[match.lastgroup or 0], _RAISED.sub(said, text))


def unmarked(text: str) -> str:
    """The text with its characters in place of their names; where “<br>” stands inside a line, that line is broken."""
    text = _INLINE.sub("", _BREAK.sub("\n", level(text)))
    for _ in range(MOST_ESCAPES):
        text = _CHARACTER.sub(lambda match: unescape(match[0]), text)
    return text

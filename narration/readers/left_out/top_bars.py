"""The bar over a web page: numbers and hours that nothing but wide spaces, or the page's own looks, hold apart.

``442 555 0100   WhatsApp 442 555 0190   Mon to Fri 8 to 7`` is three things; with
bars between, each is known for what it is.
"""

from __future__ import annotations

import re
from typing import Any

from narration.readers.lines import furniture, links
from narration.readers.lines.marks import PICTURE

MOST_LINES = 8
"""So far from its first line a page may have such a bar."""
_SIGN = re.compile(rf"^(?:{PICTURE}\s*)+")


def barred(text: str) -> str:
    """The text, with bars between the pieces of such a line."""
    lines = text.split("\n")
    return "\n".join([*map(_barred, lines[:MOST_LINES]), *lines[MOST_LINES:]])


def _barred(line: str) -> str:
    pieces = [_SIGN.sub("", piece) for piece in links.WIDE.split(line.strip())]
    timed = [furniture.is_hours(piece) for piece in pieces]
    known = all(
        ok or furniture.is_contact(piece) or links.is_link(piece) for ok, piece in zip(timed, pieces, strict=True)
    )
    made = " | ".join(pieces)
    return made if any(timed) and not all(timed) and known and furniture.is_contact(made) else line


def goes_on_bar(element: Any) -> bool:
    """Whether an element of a web page is another piece of such a bar: of spans and links that nothing holds apart."""
    if element.tag not in ("a", "span") or element.getprevious() is None:
        return False
    around = element.getparent()
    inner = list(around)
    plain = all(part.tag in ("a", "span") for part in inner)
    texts = [around.text or "", *(part.tail or "" for part in inner)]
    bar = plain and not any(map(str.strip, texts))
    return bar and any(furniture.is_contact(part.text_content()) for part in inner)

"""Boxes that plain text draws around its words with ``+----+`` and ``|``: the words stay, on their lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narration.readers.lines import marks

ROOM = 14
"""A line that ends so near its box's right edge had no room for the next word, and goes on in the next."""
_EDGE = re.compile(r"\s*[+┌╔╭├╠└╚╰][-=─═━+┬┴┼╦╩╬]{3,}[+┐╗╮┤╣┘╝╯]\s*")
_SIDES = re.compile(r"\s*[|│║](?P<inside>.*)[|│║]\s*")
_POINT = re.compile(rf"\s*(?:[-*•·–—]|{marks.BOX}|\(?\w[.)])\s")
_COLUMNS = re.compile(r"\S\s{3,}\S|\S\s+[|│║]\s+\S")
_ENDS = re.compile(r"[.:;!?][\"”»)]*$")


def undrawn(text: str) -> str:
    """The text without its boxes; as many lines as before, so that each word keeps its own or the one over it."""
    lines = text.split("\n")
    edges = [at for at, line in enumerate(lines) if _EDGE.fullmatch(line)]
    for top, bottom in pairwise(edges):
        sides = [_SIDES.fullmatch(line) for line in lines[top + 1 : bottom]]
        if sides and all(sides):
            inside = [side["inside"].rstrip() for side in sides if side]
            lines[top + 1 : bottom] = _joined(inside, len(lines[top].strip()) - 2)
            lines[top] = lines[bottom] = ""
    return "\n".join(lines)


def _joined(inside: Sequence[str], width: int) -> list[str]:
    """The lines of a box; what was broken at its right edge goes on in one line, with an empty one at its end."""
    made: list[str] = []
    missing, wide = 0, 0
    for line in inside:
        before = made[-1] if made else ""
        apart = _ENDS.search(before) or _POINT.match(line) or not line.strip() or not before.strip()
        if wide + ROOM > width and not apart and not (_COLUMNS.search(line) or _COLUMNS.search(before)):
            made[-1] = f"{before} {line.strip()}"
            missing += 1
        else:
            made += [*[""] * missing, line]
            missing = 0
        wide = len(line)
    return made + [""] * missing

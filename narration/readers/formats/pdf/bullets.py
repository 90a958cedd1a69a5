"""The bullets and numbers of a PDF's lists, which stand beside their words: one on a line of its own is of the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.formats.pdf.lines import BULLET, Line

MARKER_REACH = 40.0
"""Points by which a bullet or a number stands left of its words, at most."""
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_BULLET = re.compile(r"^\s*[\x7f\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076•●▪◦‣⁃∙■□✓✔]\s*")


def with_bullets(page: Sequence[Line]) -> list[Line]:
    """The lines, with a bullet or number that stands alone on the line that it belongs to."""
    made: list[Line] = []
    waiting = False
    for line in _brought_home(page):
        bullet = _BULLET.match(line.text)
        rest = line.text[bullet.end() :] if bullet else line.text
        if bullet and not rest.strip():
            waiting = True
            continue
        if not rest.strip():
            made.append(line)
            continue
        made.append(_item(line, rest.strip(), waiting) if bullet or waiting else line)
        waiting = False
    return made


def _brought_home(page: Sequence[Line]) -> list[Line]:
    """The lines, with a lone bullet or number before the line as high: some programs write them after all else."""
    beside: dict[int, list[int]] = {}
    for at, line in enumerate(page):
        if line.text.strip() and not _is_marker(line):
            beside.setdefault(round(line.y), []).append(at)
    made: list[Line | None] = list(page)
    for at, marker in enumerate(page):
        if not _is_marker(marker):
            continue
        near = (index for y in range(-1, 2) for index in beside.get(round(marker.y) + y, ()))
        right = [index for index in near if 0 < page[index].x - marker.x <= MARKER_REACH]
        home = min(right, key=lambda index: page[index].x, default=None)
        if home is not None and home != at + 1:
            mark = BULLET if _BULLET.match(marker.text) else marker.text.strip()
            made[home] = replace(page[home], text=f"{mark} {page[home].text.lstrip()}", hanging=True)
            made[at] = None
    return [line for line in made if line is not None]


def _is_marker(line: Line) -> bool:
    words = line.text.strip()
    return NUMBER.fullmatch(words) is not None or _BULLET.fullmatch(words) is not None


def _item(line: Line, words: str, bullet_stood_alone: bool) -> Line:
    """The words with a bullet, and where they begin, if that is known."""
    apart = bullet_stood_alone or line.hanging
    if not apart and len(line.runs) > 1 and _BULLET.fullmatch(line.runs[0].text):
        line, apart = replace(line, x=line.runs[1].x), True
    return replace(line, text=f"{BULLET} {words}", hanging=apart)

"""Words over columns that are the lights of a traffic light: “Green: normal”, “Amber: call us”, “Red: go to A&E”.

Beside the name of a row a colour would be heard as that of the thing: “Urine, green: …”.  So the name stands alone,
and the light is named as one: “Urine. Green light, normal: As always”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import TableRow
from narration.readers.vocabulary import data

FEWEST = 2
_HEAD = re.compile(
    r"\W*(?P<name>[^\W\d_]+(?: [^\W\d_]+)?)(?:\s*(?:[:=→–—-]+\s*(?P<told>\w.*)|\((?P<inside>[^()]+)\)))?\W*"
)


def told(heads: Sequence[str]) -> Sequence[str]:
    """The words over columns; those that name a light as they are said: “VERDE: es normal” → “En verde – es normal”.

    Colours alone are lights only where all are there: “Red”, “Green” may be two bottles.
    """
    lights = [_HEAD.fullmatch(head) for head in heads[1:]]
    kinds = [_light(light["name"]) if light else ("", "") for light in lights]
    colours = {colour for colour, _ in kinds} - {""}
    sure = any(light and (light["told"] or light["inside"]) for light in lights) or len(colours) > FEWEST
    if len(colours) < FEWEST or len(colours) != len(lights) or not sure:
        return heads
    named = [_said(said, light) for (_, said), light in zip(kinds, lights, strict=True) if light]
    return [heads[0], *named]


def are_over(table: Sequence[TableRow]) -> bool:
    """Whether lights stand over the columns of a table, beside the word over the names of its rows."""
    return bool(table) and len(table[0][0]) > FEWEST and told(table[0][0]) is not table[0][0]


def is_light(head: str) -> bool:
    """Whether words over a column name a light, as ``told`` has them."""
    names = {said for pairs in data("column_lights").values() for said in pairs.values()}
    return any(head.startswith(said) or head == said.rstrip(" ,–") for said in names)


def _light(name: str) -> tuple[str, str]:
    """Which light some words name, and how it is said; ``""`` for any other words."""
    for colour, names in data("column_lights").items():
        for pattern, said in names.items():
            if re.fullmatch(pattern, name, re.IGNORECASE):
                return colour, said
    return "", ""


def _said(light: str, head: re.Match[str]) -> str:
    more = (head["told"] or head["inside"] or "").strip(" .")
    more = more[:1].lower() + more[1:] if more[1:2].islower() else more
    return f"{light} {more}" if more else light.rstrip(" ,–")

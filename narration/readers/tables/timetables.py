"""Hours of several days that slashes hold apart: “L–V 8:00 a 18:00 / S 9:00 a 13:00” → “…, sábado 9:00 a 13:00”.

A slash would be heard as “or”, and the letter of a day by itself as a letter.
The words are in ``data/timetables.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from narration.language_tags import primary
from narration.readers.base import Block, Change, Kind, changed
from narration.readers.vocabulary import data


def spelled(blocks: Sequence[Block], language: str) -> Iterator[Block]:
    """The blocks, each day with its hours after a comma."""
    for block in blocks:
        yield block if block.reason or block.kind is Kind.RULE else changed(block, _days(block.text, language))


def _days(text: str, language: str) -> list[Change]:
    known = data("timetables")
    names = known["days"].get(primary(language), {})
    found: list[Change] = []
    for match in re.finditer(known["slash"], text):
        found.append((match.start(), match.end(), ", "))
        letters = re.match(known["letters"], text[match.end() :])
        if letters and names:
            said = re.sub(r"[A-Z]", lambda letter: str(names[letter[0]]), letters["days"])
            found.append((match.end(), match.end() + letters.end("days"), said))
    return found

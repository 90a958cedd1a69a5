"""How long the text of a leaflet may be: what is longer was made to keep a program busy, or is no leaflet.

The limits are far above any real page (20,000 words are 120,000 characters),
and low enough that nothing after them takes more than seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from narration.errors import SourceError
from narration.readers.base import Block

MAX_CHARACTERS = 2_000_000
MAX_PARAGRAPH = 200_000
MAX_PARAGRAPHS = 20_000
MAX_MARKUP = 2_000
"""Signs of Markdown in one paragraph; its parser tries each one with each other."""

_REMEDY = "Save the words of the leaflet alone."
_MARKUP = re.compile(r"[\[\]*_`<~!]")


def refuse_endless_text(text: str, path: Path) -> None:
    """Raises ``SourceError`` for a text, or for one line of it, that no leaflet has."""
    if len(text) > MAX_CHARACTERS:
        raise SourceError("this holds more text than a leaflet can.", remedy=_REMEDY, path=path)
    _refuse((len(line) for line in text.split("\n")), path)


def refuse_endless_markup(text: str, path: Path) -> None:
    """The same for Markdown, and for a paragraph that is all signs."""
    refuse_endless_text(text, path)
    for paragraph in re.split(r"\n\s*\n", text):
        signs = len(_MARKUP.findall(paragraph))
        if signs > MAX_MARKUP and signs * 10 > len(paragraph):
            raise SourceError("this has more marks than words in one paragraph.", remedy=_REMEDY, path=path)


def refuse_endless_blocks(blocks: Iterable[Block], path: Path) -> None:
    """The same for what a reader made of any format."""
    lengths = [len(block.text) for block in blocks]
    if sum(lengths) > MAX_CHARACTERS or len(lengths) > MAX_PARAGRAPHS:
        raise SourceError("this holds more text than a leaflet can.", remedy=_REMEDY, path=path)
    _refuse(lengths, path)


def _refuse(lengths: Iterable[int], path: Path) -> None:
    longest = max(lengths, default=0)
    if longest > MAX_PARAGRAPH:
        problem = f"one paragraph has {longest:,} characters; the limit is {MAX_PARAGRAPH:,}."
        raise SourceError(problem, remedy=_REMEDY, path=path)

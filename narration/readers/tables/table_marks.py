"""Marks in the cells of a table as words: “Make-up: ✔” → “Make-up: yes”, “Restart: N/A” → “Restart: not applicable”.

Only an eye reads a tick or a cross; in a row nothing else says whether the thing is allowed.
The words are in ``data/table_marks.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from narration.language_tags import primary
from narration.readers.base import Block, Change, changed
from narration.readers.vocabulary import data, listed

_LIMITED = re.compile(r"\s*\((?P<words>(?:no|not|only|without|sin|s[oó]lo|salvo)\b[^()]*)\)")
"""“✓ (no breaststroke)”."""


def spelled(blocks: Sequence[Block], language: str) -> Iterator[Block]:
    """The blocks, each mark that is a whole cell of a row as its word."""
    words = data("table_marks")["words"].get(primary(language), {})
    for block in blocks:
        yield changed(block, _marks(block.text, words)) if block.row and not block.reason and words else block


def _marks(text: str, words: dict[str, str]) -> list[Change]:
    found: list[Change] = []
    any_mark = "|".join(f"(?:{mark})" for mark in words)
    for mark, word in words.items():
        if match := re.match(rf"(?:{mark})(?=[:,] )", text):  # over a column of its own: “❌: fried fish”
            found.append((0, match.end(), f"{word[:1].upper()}{word[1:]}"))
        for match in re.finditer(rf"(?<=[:;,.] )(?:{mark})(?=\s*(?:$|[.;,:(*†‡]))", text):
            begins = text[: match.start()].endswith(". ")  # “Bread: ✔: white. ✘: brown”, of marks over columns
            said = f"{word[:1].upper()}{word[1:]}" if begins else word
            if limit := _LIMITED.match(text, match.end()):
                found.append((match.start(), limit.end(), f"{said}{_between(word, limit['words'])}{limit['words']}"))
                continue
            found.append((match.start(), match.end(), said))
        for match in re.finditer(rf"(?<=[:;,.] )(?:{mark})\s+(?=(?P<words>[^\W\d_][^.;]*))", text):
            if not re.search(any_mark, match["words"]):  # “✓ soup ✓ bread” is a list
                found.append((match.start(), match.end(), f"{word}{_between(word, match['words'])}"))
    return sorted(found)


def _between(word: str, words: str) -> str:
    """What parts an answer from what the cell goes on with: “yes, with a pillow”, “yes, but no breaststroke”."""
    limited = word not in ("no", "not applicable", "no aplica") and listed("table_marks", "limits").match(words)
    return ", but " if limited and word == "yes" else ", pero " if limited else ": " if words[:1].isupper() else ", "

"""The seam for readers, and how to add one.

A reader turns one file format into a flat list of neutral ``Block``s.  It is
**one file and one table row**: write ``narration/readers/formats/NAME.py`` with
a function ``read(source: Source) -> Page``, and add its file endings to
``READERS`` in ``narration/readers/__init__.py``.  Then add a page of that
format to ``tests/cases/readers/held-out/`` with a ``.gold`` file beside it that
says what is expected (``tests/readers/gold.py`` has its form).

A reader says what the format itself knows and no more: this is a heading of
level 2, this is a list item, this stood in ``<nav>``.  What the words mean
(which headings are phases, what is filler, where the closing begins) is
decided once for all formats, in ``sift`` and ``structure``.

What the contract asks of a reader:

* every word of the page is in a block.  A piece that is not part of the
  article stays in the list with ``reason`` set; nothing is dropped;
* what cannot be read raises ``SourceError`` in one sentence, within seconds
  and in bounded memory (``files`` limits the bytes, ``bounds`` the text, and
  ``html``, ``pdf`` and ``word`` what their formats unpack to);
* nothing outside the file is opened, followed, fetched or run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise
from pathlib import Path


class Kind(Enum):
    """What the format says a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    RULE = "rule"


_JOINED_OR_UNSEEN = str.maketrans(
    dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad")
    | dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page, in reading order.

    ``text`` has single spaces and no line breaks; ``breaks`` are the offsets
    in it where the next line of the source begins, so that a sentence can name
    its line.  ``line`` counts from 1, 0 where the format has no lines.

    ``level`` is 1 to 6 for a real heading, 0 otherwise.  ``marker`` is how a
    list item was numbered (``1``, ``a``), ``""`` for a bullet.  ``strong`` says
    that the whole block is in bold type; ``lead`` is the length of the bold
    words that it begins with.  ``depth`` is how deep the lists are nested that
    the block stands in, 0 outside lists; a paragraph in a list goes on with the
    item before it.  ``reason`` is why the block is not spoken, ``""`` when it is.
    """

    kind: Kind
    text: str
    line: int = 0
    level: int = 0
    marker: str = ""
    strong: bool = False
    lead: int = 0
    depth: int = 0
    breaks: tuple[int, ...] = ()
    reason: str = ""
    row: bool = False


TableRow = tuple[Sequence[str], bool, int]
"""The cells of a table's row, whether they stand over the columns, and the line in the source; 0 for none."""


def squeeze(text: str) -> str:
    """Single ordinary spaces and letters: no tabs, non-breaking or zero-width spaces, no soft hyphens, no ligatures.

    Letters that a typesetter joined (``ﬁ``) no word list knows.
    """
    return " ".join(text.translate(_JOINED_OR_UNSEEN).split())


def lines_of(block: Block) -> list[str]:
    """The lines of the source that a block was made of."""
    return [block.text[a:b].strip() for a, b in pairwise([0, *block.breaks, len(block.text)])]


def line_at(block: Block, offset: int) -> int:
    """The source's line at an offset in the block's text."""
    return block.line + sum(1 for at in block.breaks if at <= offset)


def is_under_space(block: Block, above: Block) -> bool:
    """Whether a blank line stands between a block and the one above it."""
    return block.line > above.line + len(above.breaks) + 1


def lines_together(blocks: Sequence[Block], places: Sequence[int]) -> list[list[int]]:
    """The places of lines, those together that stand with no blank line between."""
    runs: list[list[int]] = []
    for at in places:
        if runs and blocks[at].line == blocks[runs[-1][-1]].line + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def part_of(block: Block, start: int, end: int) -> Block:
    """The piece of a block from ``start`` to ``end``, on its own line, without the bold type at the block's head."""
    breaks = tuple(at - start for at in block.breaks if start < at < end)
    return replace(block, text=block.text[start:end].strip(), line=line_at(block, start), breaks=breaks, lead=0)


Change = tuple[int, int, str]
"""Where a piece of a block begins and ends, and what comes in its place."""


def changed(block: Block, changes: Sequence[Change]) -> Block:
    """The block with the pieces of its text changed, each of its lines still where it was."""
    text, breaks, lead = block.text, list(block.breaks), block.lead
    for start, end, instead in sorted(changes, reverse=True):
        text = f"{text[:start]}{instead}{text[end:]}"
        less = end - start - len(instead)
        breaks = [at - less if at >= end else min(at, start + len(instead)) for at in breaks]
        lead = lead and (lead - less if lead >= end else min(lead, start + len(instead)))
    return replace(block, text=text, breaks=tuple(breaks), lead=lead) if changes else block


@dataclass(frozen=True, slots=True)
class Page:
    """A source as its format shows it.

    ``title`` and ``language`` are what the format states outside the text
    (front matter, ``<title>``, ``lang``), ``""`` where it states nothing.
    ``about`` is what the page says of itself, under the keys of
    ``Document.about``.  ``notes`` are sentences for the user.
    ``bare`` says that the format has no headings of its own, so that any short
    line may be one.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes, already within the limits; ``path`` is for messages only."""

    path: Path
    data: bytes


Reader = Callable[[Source], Page]
"""``read`` of each module in ``READERS``."""

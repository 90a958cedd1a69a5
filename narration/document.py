"""Document: what a source says, phase by phase, each sentence with its place.

A reader makes it, the writer renders it.  Nothing of the source is lost: a
block is a sentence of the opening, of a phase or of the closing, or it stands
in ``left_out`` with the reason.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the source.

    ``id`` is ``<section>.<number>`` (``onset.2``); ``line`` counts from 1 in
    the source, 0 where the format has no lines.

    ``item`` is the point of a list that the sentence stands in, counted from 1
    in its section, 0 outside lists; where a number is left out, another list
    begins.  ``depth`` is 1 in a list, 2 in a list inside it.  ``heading`` says
    that it is a heading inside its section, ``row`` that it stands in a table's row, ``begins`` that it begins a
    paragraph or a point.
    """

    id: str
    text: str
    line: int = 0
    item: int = 0
    depth: int = 0
    heading: bool = False
    row: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A phase of the procedure, or the opening or closing around the phases."""

    name: str
    slug: str
    sentences: tuple[Sentence, ...]

    def ends_paragraph(self, place: int) -> bool:
        """Whether the sentence at ``place`` is the last of its paragraph or point."""
        return place + 1 >= len(self.sentences) or self.sentences[place + 1].begins


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of the source that is not spoken, and why.

    ``reason`` is a short word for the kind: ``filler``, ``navigation``,
    ``reference``; ``id`` is unique in the document (``filler.1``).
    """

    id: str
    text: str
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A source, read.

    ``language`` is a BCP 47 tag (``en``).  ``about`` holds what the page says
    of itself (``reference``, ``last_reviewed``, …).  ``notes`` are sentences
    for the person who runs the program: what the reader had to guess.
    """

    title: str
    language: str
    opening: Section
    phases: tuple[Section, ...]
    closing: Section
    left_out: tuple[LeftOut, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    file_name: str = ""
    sha256: str = ""

    @property
    def sections(self) -> tuple[Section, ...]:
        """Opening, phases and closing, in the order of the source."""
        return (self.opening, *self.phases, self.closing)


def slug(name: str, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """A short ASCII name for ids and files: ``Altered Perception`` → ``altered-perception``.

    A name without a Latin letter or digit becomes ``phase``; a name that is
    taken gets a number.
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")[:60].strip("-") or "phase"
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}-{number}", number + 1
    return candidate

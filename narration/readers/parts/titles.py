"""A page's title: its first heading or line, where that is no phase like those below it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture, letters, senders, stages
from narration.readers.lines.promote import begins_labels, stands_alone
from narration.readers.vocabulary import data

SITE = re.compile(r"\s+(?:[|–—·»-]|::)\s+")
"""What stands between a page's title and the name of its site."""
MOST_TITLE_WORDS = 20
FEWEST_BELOW = 2
"""More headings than this stand under a title that is a heading like them."""


def of(blocks: Sequence[Block], bare: bool, named: Sequence[str]) -> tuple[str, list[Block]]:
    """The title's words, and the blocks without it."""
    spoken = [b for b in blocks if b.kind is not Kind.RULE]
    headings = [b for b in spoken if b.kind is Kind.HEADING]
    first = spoken[0] if spoken else None
    chosen = None
    if headings and headings[0].level == 1 and not _is_one_of_many(headings, named):
        chosen = headings[0]
    elif first is not None and first.kind is Kind.HEADING:
        # One under which nothing is a part like it, where the page is not called otherwise.
        lone = len(headings) == 1 and (not any(named[:1]) or _is_piece(first.text, named))
        over = len(headings) > FEWEST_BELOW or all(other.level > first.level for other in headings[1:])
        called = over and _is_called(first.text, named)
        chosen = first if lone or called or _is_alone_over(headings, named) else None
    elif (first is not None and _is_piece(first.text, named)) or (bare and _is_long_title(spoken)):
        chosen = first
    elif (
        first is not None
        and (bare or first.strong or _is_unmarked(spoken, headings, named))
        and stands_alone(first)
        and not begins_labels(spoken)
    ):
        stated = [name for name in named[:1] if name]
        chosen = first if bare or not stated or _is_called(first.text, named) else None
        greets = letters.is_salutation(re.split(r"[!.]", first.text, maxsplit=1)[0].strip("¡ "))
        chosen = None if greets else chosen
    if chosen is None:
        return "", list(blocks)
    return chosen.text, [b for b in blocks if b is not chosen]


def _is_alone_over(headings: Sequence[Block], named: Sequence[str]) -> bool:
    """Whether a page that is called nowhere begins with a heading of its own level, over several that are all below it.

    One that names a time or asks is a part, with parts in it: “Before the test”.
    """
    first, *others = headings
    below = len(others) >= FEWEST_BELOW and all(other.level > first.level for other in others)
    part = first.text.rstrip().endswith("?") or furniture.tells_when(first.text) or stages.wraps_by_name(first.text)
    return below and not part and not any(named[:1])


def _is_unmarked(blocks: Sequence[Block], headings: Sequence[Block], named: Sequence[str]) -> bool:
    """Whether a page with headings for its parts only begins with a line apart over prose that its file is called by.

    ``knee-mri.md`` has “MRI of the left knee with contrast” without a mark: the file's name tells less.
    """
    first, under = [*blocks[:2], None, None][:2]
    if first is None or under is None or any(named[:1]) or not all(heading.level > 1 for heading in headings):
        return False
    part = furniture.tells_when(first.text) or stages.wraps_by_name(first.text) or senders.is_letterhead(first.text)
    if part or re.search(data("letterhead")["of_the_page"], first.text, re.IGNORECASE):
        return False  # “Before you start”, “Welcome to our unit”
    prose = under.kind is Kind.PARAGRAPH and furniture.is_prose(under.text)
    apart = prose and under.line > first.line + 1 and not first.reason
    return bool(headings) and apart and _is_called(first.text, named)


def _is_long_title(blocks: Sequence[Block]) -> bool:
    """Whether a page begins with a line too long for a heading that still is no sentence, apart over its first one."""
    others = [block for block in blocks[1:] if not senders.is_letterhead(block.text)]
    first, under = next(iter(blocks), None), next(iter(others), None)
    if first is None or under is None or first.kind is not Kind.PARAGRAPH or first.breaks or first.reason:
        return False
    words = len(first.text.split())
    apart = under.kind is Kind.PARAGRAPH and under.line > first.line + 1 and furniture.is_prose(under.text)
    numbered = [block for block in blocks[2:] if block.marker.isdigit() and not furniture.is_prose(block.text)]
    parts = sum(map(stands_alone, blocks[2:])) + len(numbered) > 1
    parts = parts or all(furniture.is_prose(block.text) for block in others)
    ended = first.text.endswith((".", ":", ";", ",", "!"))
    return furniture.MOST_LINE_WORDS < words <= MOST_TITLE_WORDS and apart and parts and not ended


def _is_piece(text: str, named: Sequence[str]) -> bool:
    """Whether a page calls itself so, beside its site and the place in it: “Clinic | Patients | Scan”."""
    return text.casefold() in map(str.casefold, SITE.split(named[0] if named else ""))


def without_site(title: str) -> str:
    """What a format says that the page is called, without the name of its site before it: no page is about that."""
    first, *rest = SITE.split(title, maxsplit=1)
    return "".join(rest) if senders.is_body(first) else title


def without_version(title: str) -> str:
    """What a file or its properties say that a page is called, without how it was saved: “hoja pacientes v2 FINAL”."""
    tail = re.compile(data("labels")["file_name_tails"], re.IGNORECASE)
    while (found := tail.search(title)) and found.start():
        title = title[: found.start()]
    return title


def topic(title: str) -> tuple[str, str]:
    """What a title says that the page is about, and what kind of paper: “Scan – patient information leaflet”."""
    match = re.fullmatch(data("letterhead")["kind_after"], title.strip(), re.IGNORECASE)
    if match is None:
        return title, ""
    return match["topic"] or match["topic2"], match["kind"] or match["kind2"]


def before_bar(title: str) -> tuple[str, str]:
    """A title without the name of its site after a bar, and that name: “Laser surgery | ClearPoint Vision Centers”."""
    first, bar, site = title.partition(" | ")
    if bar and senders.is_body(site.rpartition(" | ")[2]) and not senders.is_body(first):
        return first.rstrip(), site
    return title, ""


def above_questions(blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """The first heading of a page whose other headings all ask something."""
    headings = [block for block in blocks if block.kind is Kind.HEADING]
    asking = [heading.text.rstrip().endswith("?") for heading in headings]
    if len(asking) > FEWEST_BELOW and blocks[0] is headings[0] and not asking[0] and all(asking[1:]):
        return headings[0].text, list(blocks[1:])
    return "", list(blocks)


def _is_one_of_many(headings: Sequence[Block], named: Sequence[str]) -> bool:
    """All headings are of level 1, and the page is called otherwise: the first is a phase like the rest."""
    alike = all(heading.level == 1 for heading in headings) and len(headings) > 1
    return alike and bool(named[0] if named else "") and not _is_called(headings[0].text, named)


def plainly(word: str) -> str:
    """A word in small letters, without its accents."""
    return unicodedata.normalize("NFKD", word.lower()).encode("ascii", "ignore").decode()


def _is_called(text: str, named: Sequence[str]) -> bool:
    mine = set(re.findall(r"\w{3,}", plainly(text)))
    for name in named:
        other = set(re.findall(r"\w{3,}", plainly(name)))
        if mine and other and len(mine & other) * 2 >= min(len(mine), len(other)) + 1:
            return True
    return False

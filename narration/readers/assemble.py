"""Page → Document: what is not spoken sifted out, outline found, sentences numbered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from narration.document import Document, Section, Sentence, slug
from narration.errors import SourceError
from narration.language_tags import canonical, primary
from narration.readers import structure
from narration.readers.base import Block, Kind, Page, Source, changed, line_at
from narration.readers.lines import furniture, senders, sentences, triage
from narration.readers.lines.about import REFERENCE, from_front_matter
from narration.readers.parts import elapsed, part_names, step_numbers, titles, untitled
from narration.readers.parts.outlines import Outline, Part
from narration.readers.sift import LeftOutList, sift
from narration.readers.vocabulary import data

_BAR = re.compile(r"(?P<inside>(?<=[^\s.,;:!?])\s+\|\s+(?=\w))|^\|\s+|\s+\|$")
HEADING = "heading"
"""Why the words of a heading that is no phase's name are not spoken."""


def document(page: Page, source: Source, language: str | None) -> Document:
    """The document that a page says.

    Raises ``SourceError`` when nothing in it can be spoken.
    """
    spoken = (
        language
        or canonical(page.language)
        or triage.guess_language(" ".join(b.text for b in page.blocks if not b.reason))
    )
    page = replace(page, title=titles.without_version(titles.without_site(page.title)))
    out = LeftOutList()
    about = from_front_matter(page.about)
    blocks = sift(page, spoken, about, out)
    found = structure.outline(blocks, page.bare, (page.title, source.path.stem.replace("-", " ").replace("_", " ")))
    step_numbers.said(found, spoken)
    if not any(part.blocks for part in found.parts):
        raise SourceError(
            "no phase was found: there is nothing in it that can be spoken.",
            remedy="Write each phase as `Name: what happens.`, or under a heading.",
            path=source.path,
        )
    for block in found.dropped:
        out.add(block.text, furniture.CONTACT if furniture.is_hours(block.text) else HEADING, block.line)
    elapsed.told(found, spoken)
    part_names.told(found, blocks, spoken, lambda text, line: out.add(text, HEADING, line))
    names = data("labels")["names"].get(primary(spoken), data("labels")["names"]["en"])
    notes = list(page.notes)
    if not found.shown:
        notes.append("The page shows no phases, so its paragraphs became its parts. Give them names in the script.")
    return Document(
        title=_title(found, page, source, spoken, out),
        language=spoken,
        opening=_section(names["opening"], "opening", found.opening, spoken),
        phases=tuple(_phases(found.parts, spoken)),
        closing=_section(names["closing"], "closing", found.closing, spoken),
        left_out=tuple(out.found),
        about=about,
        notes=tuple(notes),
        file_name=source.path.name,
        sha256=hashlib.sha256(source.data).hexdigest(),
    )


def _title(found: Outline, page: Page, source: Source, language: str, out: LeftOutList) -> str:
    """What the page is about; who sends it is not that, and is left out."""
    said = [block.text for block in (*found.opening, *(b for part in found.parts for b in part.blocks))]
    known = (source.path.stem, [part.name for part in found.parts], said, language)
    title = found.title or titles.topic(titles.SITE.split(page.title)[0])[0]
    if senders.is_body(title) and (subject := untitled.subject(*known)):
        out.add(title, REFERENCE, 0)
        title = subject
    return title or untitled.title(*known)


def _phases(parts: Iterable[Part], language: str) -> Iterator[Section]:
    taken = {"opening", "closing"}
    for part in parts:
        name = slug(part.name, taken)
        taken.add(name)
        yield _section(part.name, name, part.blocks, language)


def _without_bars(block: Block) -> Block:
    """The block with commas for bars, of which nobody hears what they part: “Day unit | 8 am to 6 pm”."""
    bars = _BAR.finditer(block.text)
    return changed(block, [(bar.start(), bar.end(), ", " if bar["inside"] else "") for bar in bars])


def _section(name: str, name_slug: str, blocks: Iterable[Block], language: str) -> Section:
    found: list[Sentence] = []
    item = 0
    before: Block | None = None  # the item right before, of whose list a table is no part
    for block in map(_without_bars, blocks):
        at, first = 0, len(found)
        is_item = block.kind is Kind.ITEM
        item += is_item + (is_item and before is not None and before.row is not block.row)
        before = block if is_item else None
        depth = max(block.depth, 1) if is_item else block.depth if item else 0
        for text in sentences.split(block.text, language):
            at = max(block.text.find(text, at), at)
            number = item if depth else 0
            place = f"{name_slug}.{len(found) + 1}"
            row = block.row and is_item
            begins = len(found) == first
            found.append(Sentence(place, text, line_at(block, at), number, depth, block.level > 0, row, begins))
            at += len(text)
    return Section(name, name_slug, tuple(found))

"""Page → Document: filler out, outline found, sentences numbered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from narration.document import Document, LeftOut, Section, Sentence, slug
from narration.errors import SourceError
from narration.readers import sentences, structure, triage
from narration.readers.base import Block, Kind, Page, Source


def document(page: Page, source: Source, language: str | None) -> Document:
    """The document that a page says.

    Raises ``SourceError`` when nothing in it can be spoken.
    """
    spoken = language or page.language or triage.guess_language(" ".join(b.text for b in page.blocks))
    out = _LeftOut()
    blocks = tuple(_without_filler(page.blocks, spoken, out))
    found = structure.outline(blocks, page.bare)
    title = found.title or page.title or _title_from(source)
    if not any(part.blocks for part in found.parts):
        raise SourceError(
            "no phase was found: there is nothing in it that can be spoken.",
            remedy="Write each phase as `Name: what happens.`, or under a heading.",
            path=source.path,
        )
    for name in found.empty:
        out.add(name, "empty heading", 0)
    taken = {"opening", "closing"}
    phases = []
    for part in found.parts:
        name = slug(part.name, taken)
        taken.add(name)
        phases.append(_section(part.name, name, part.blocks, spoken))
    names = structure.data()["names"].get(spoken.split("-")[0], structure.data()["names"]["en"])
    notes = list(page.notes)
    if not found.shown:
        notes.append("The page shows no phases, so each paragraph became one. Give them names in the script.")
    return Document(
        title=title,
        language=spoken,
        opening=_section(names["opening"], "opening", found.opening, spoken),
        phases=tuple(phases),
        closing=_section(names["closing"], "closing", found.closing, spoken),
        left_out=tuple(out.found),
        about=dict(page.about),
        notes=tuple(notes),
        file_name=source.path.name,
        sha256=hashlib.sha256(source.data).hexdigest(),
    )


class _LeftOut:
    """Collects what is not spoken, numbered by reason."""

    def __init__(self) -> None:
        self.found: list[LeftOut] = []

    def add(self, text: str, reason: str, line: int) -> None:
        number = 1 + sum(item.reason == reason for item in self.found)
        self.found.append(LeftOut(f"{slug(reason)}.{number}", text, reason, line))


def _without_filler(blocks: Iterable[Block], language: str, out: _LeftOut) -> Iterable[Block]:
    """Blocks, or the sentences of a block that mixes filler with content."""
    for block in blocks:
        if block.reason:
            out.add(block.text, block.reason, block.line)
            continue
        if block.kind is Kind.RULE:
            yield block
            continue
        pieces = sentences.split(block.text, language)
        filler = [piece for piece in pieces if triage.is_filler(piece, language)]
        if triage.is_filler(block.text, language) or len(filler) == len(pieces):
            out.add(block.text, triage.FILLER, block.line)
        elif filler:
            out.add(" ".join(filler), triage.FILLER, block.line)
            kept = " ".join(piece for piece in pieces if piece not in filler)
            yield Block(block.kind, kept, block.line, block.level, block.marker)
        else:
            yield block


def _section(name: str, name_slug: str, blocks: Iterable[Block], language: str) -> Section:
    found: list[Sentence] = []
    for block in blocks:
        at = 0
        for text in sentences.split(block.text, language):
            at = max(block.text.find(text, at), at)
            line = block.line + sum(1 for offset in block.breaks if offset <= at)
            found.append(Sentence(f"{name_slug}.{len(found) + 1}", text, line))
            at += len(text)
    return Section(name, name_slug, tuple(found))


def _title_from(source: Source) -> str:
    return source.path.stem.replace("-", " ").replace("_", " ").strip().capitalize() or "Untitled"

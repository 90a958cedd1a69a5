"""Word (.docx): paragraphs and tables to blocks, by python-docx, after the archive has been judged safe.

Macros, pictures and links are never opened.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from narration.errors import SourceError
from narration.readers.base import Block, Kind, Page, Source, squeeze
from narration.readers.formats.plain import typed_item
from narration.readers.formats.word_type import heading_levels
from narration.readers.lines.about import REFERENCE
from narration.readers.tables.as_sentences import rows

MAX_XML_BYTES = 40_000_000
"""Unpacked size of all XML parts together; python-docx holds each as a tree, which is larger again."""
MAX_UNPACKED_BYTES = 100_000_000
"""Of all parts: python-docx loads the pictures, too."""
MAX_PARTS = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLE = b"\xd0\xcf\x11\xe0"


def read(source: Source) -> Page:
    """A Word document as blocks.

    Raises ``SourceError`` for an encrypted or broken file, an archive that
    unpacks past the limits, and XML that declares entities.
    """
    _judge(source)
    from docx import Document

    try:
        document = Document(io.BytesIO(source.data))
        blocks = tuple(_blocks(document))
        about = document.core_properties
        title, language = (about.title or "").strip(), (about.language or "").strip()
    except Exception:  # python-docx lets lxml's, zipfile's and its own errors through, KeyError among them
        raise SourceError("this Word document is damaged.", remedy="Save it again.", path=source.path) from None
    return Page(blocks, title if title != "Word Document" else "", language, bare=_plain(blocks))


def _judge(source: Source) -> None:
    if source.data.startswith(_OLE):
        raise SourceError(
            "this document is encrypted or in the old .doc format.", remedy="Save it as .docx.", path=source.path
        )
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            parts = archive.infolist()
            xml = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
            sizes = (sum(part.file_size for part in some) for some in (xml, parts))
            if len(parts) > MAX_PARTS or next(sizes) > MAX_XML_BYTES or next(sizes) > MAX_UNPACKED_BYTES:
                raise SourceError("this document unpacks to more than a document can hold.", path=source.path)
            if any(part.filename.endswith("vbaProject.bin") for part in parts):
                raise SourceError("this document holds macros.", remedy="Save it as .docx.", path=source.path)
            for part in xml:
                with archive.open(part) as file:
                    if b"<!DOCTYPE" in file.read(4096).replace(b"\x00", b""):
                        raise SourceError("this document declares XML entities; none may.", path=source.path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise SourceError(
            "this is not a Word document (.docx).", remedy="Save it as .docx.", path=source.path
        ) from None


def _blocks(document: Any) -> Iterator[Block]:
    from docx.table import Table

    notes, by_type = _notes(document), heading_levels(document)
    for piece in document.iter_inner_content():
        if isinstance(piece, Table):
            # A merged cell is there once for each place that it spans.
            found = [[squeeze(cell.text) for cell in _unmerged(row.cells)] for row in piece.rows]
            yield from rows((cells, False, 0) for cells in found)
        else:
            if text := squeeze(piece.text):
                level = by_type.get(piece._p)
                yield Block(Kind.HEADING, text, level=level) if level else _paragraph(piece, text)
            yield from (Block(Kind.PARAGRAPH, words) for words in _beside(piece._p, notes))
    for section in document.sections:
        for part in (section.header, section.footer):
            text = squeeze(" ".join(p.text for p in part.paragraphs)) if not part.is_linked_to_previous else ""
            if text:
                yield Block(Kind.PARAGRAPH, text, reason=REFERENCE)


def _unmerged(cells: Sequence[Any]) -> list[Any]:
    """Each cell once; two that merely hold the same words are two."""
    return list({id(cell._tc): cell for cell in cells}.values())


def _notes(document: Any) -> dict[str, str]:
    """The words of footnotes and endnotes, by kind and number."""
    from lxml import etree

    found: dict[str, str] = {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for part in document.part.package.iter_parts():
        kind = next((k for k in ("footnote", "endnote") if part.partname.endswith(f"/{k}s.xml")), "")
        for note in etree.fromstring(part.blob, parser).iter(f"{_W}{kind}") if kind else ():
            words = squeeze(" ".join(text.text or "" for text in note.iter(f"{_W}t")))
            if words:
                found[kind + (note.get(f"{_W}id") or "")] = words
    return found


def _beside(paragraph: Any, notes: dict[str, str]) -> Iterator[str]:
    """The text boxes that hang on a paragraph, then the notes that it points to."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        # An older picture of the same box, for programs that cannot draw it, repeats its words.
        if any(around.tag.endswith("}Fallback") for around in box.iterancestors()):
            continue
        for inner in box.iter(f"{_W}p"):
            if words := squeeze("".join(text.text or "" for text in inner.iter(f"{_W}t"))):
                yield words
    for kind in ("footnote", "endnote"):
        for mark in paragraph.iter(f"{_W}{kind}Reference"):
            if words := notes.pop(kind + (mark.get(f"{_W}id") or ""), ""):
                yield words


def _paragraph(piece: Any, text: str) -> Block:
    style = (piece.style.name if piece.style is not None else "") or ""
    if style == "Title":
        return Block(Kind.HEADING, text, level=1)
    if match := re.fullmatch(r"Heading ([1-6])", style):
        return Block(Kind.HEADING, text, level=int(match[1]))
    strong = all(run.bold for run in piece.runs if run.text.strip()) and bool(piece.runs)
    numbered = piece._p.pPr is not None and piece._p.pPr.numPr is not None
    lead = 0 if strong else len(squeeze("".join(run.text for run in takewhile(_is_bold, piece.runs))))
    if not (style.startswith("List") or numbered):
        if typed := typed_item(f"{text} "):
            marker, words = typed[0], typed[1].strip()
            return Block(
                Kind.ITEM, words, marker=marker, depth=1, strong=strong, lead=max(0, lead - len(text) + len(words))
            )
        return Block(Kind.PARAGRAPH, text, strong=strong, lead=lead)
    nested = re.fullmatch(r"List \w+ ([2-9])", style)
    level = piece._p.pPr.numPr.ilvl if numbered else None
    depth = int(nested[1]) if nested else 1 + (level.val if level is not None else 0)
    marker = "1" if style.startswith("List Number") else ""
    return Block(Kind.ITEM, text, marker=marker, depth=depth, strong=strong, lead=lead)


def _is_bold(run: Any) -> bool:
    return bool(run.bold) or not run.text.strip()


def _plain(blocks: tuple[Block, ...]) -> bool:
    return not any(block.kind is Kind.HEADING and block.level > 1 for block in blocks)

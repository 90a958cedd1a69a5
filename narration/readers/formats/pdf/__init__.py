"""PDF with text, by pypdf: lines to blocks by how they stand on the page.

A page that was scanned has no text, and is named.  A PDF only places pieces of
text: ``lines`` are what they make, ``running`` takes
headers and footers out, ``headings`` finds larger and bold lines, ``bullets`` lists,
``grids`` the cells of tables, ``spacing`` and ``edges`` (with ``widths``) tell where a
paragraph ends, and ``flow`` puts it together.  Any short line may still be a heading, as in
plain text.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from narration.errors import SourceError
from narration.readers.base import Block, Kind, Page, Source, squeeze
from narration.readers.formats.pdf.bullets import with_bullets
from narration.readers.formats.pdf.edges import Edges
from narration.readers.formats.pdf.flow import Flow
from narration.readers.formats.pdf.grids import with_tables
from narration.readers.formats.pdf.headings import heading_levels, marked, with_headings
from narration.readers.formats.pdf.lines import Line, lines
from narration.readers.formats.pdf.running import without_running
from narration.readers.formats.pdf.spacing import usual_leading
from narration.readers.formats.plain import full_line
from narration.readers.lines.about import REFERENCE
from narration.readers.lines.furniture import NAVIGATION, is_prose
from narration.readers.tables.as_sentences import rows

MAX_PAGES = 200
MAX_CHARACTERS = 2_000_000
FEWEST_LINKS, FEWEST_DIGITS = 2, 5
"""A menu has so many links; what has so many digits may be a number to ring."""
FULL_LINE = 50
"""A line of prose has so many characters, and a cell hardly."""
_UNSEEN = re.compile(
    rb"/Span\s*<<\s*/ActualText\s*<FEFF00AD>\s*>>\s*BDC\s([^E\[(<]{0,99})<[0-9A-F]{2,8}> Tj\s+EMC\s+0 0 Td\s",
    re.IGNORECASE,
)
"""A soft hyphen that has no width: what is shown after it begins where it stood."""
_NO_TITLE = re.compile(
    r"^(?:untitled|anonymous)$|^(?:microsoft|https?:)|\.(?:html?|docx?|odt|rtf|pdf|txt|md|indd|pub|pptx?)$",
    re.IGNORECASE,
)
"""What a program writes for want of a title, often the name of a file: “Microsoft Word - leaflet_v3.docx”."""


def read(source: Source) -> Page:
    """A PDF's text as blocks.  Raises ``SourceError`` for an encrypted, scanned, broken or huge file."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(source.data))
        if reader.is_encrypted:
            raise SourceError("this PDF is encrypted.", remedy="Save it without a password.", path=source.path)
        if len(reader.pages) > MAX_PAGES:
            raise SourceError(f"this PDF has more than {MAX_PAGES} pages.", path=source.path)
        pages: list[list[Line]] = []
        for page in reader.pages:
            _without_soft_hyphens(page)
            pages.append(lines(page))
            if sum(len(line.text) for found in pages for line in found) > MAX_CHARACTERS:
                raise SourceError("this PDF holds more text than a leaflet can.", path=source.path)
        title = squeeze((reader.metadata.title if reader.metadata else "") or "")
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError):
        raise SourceError("this PDF is damaged.", remedy="Save it again.", path=source.path) from None
    if not any(line.text.strip() for page in pages for line in page):
        raise SourceError(
            "this PDF has no text: it was probably scanned.", remedy="Save the words as text or Word.", path=source.path
        )
    parted = without_running([with_bullets(page) for page in pages])
    found = _without_menu(_blocks([kept for kept, _ in parted]))
    found += [Block(Kind.PARAGRAPH, squeeze(line.text), reason=REFERENCE) for _, out in parted for line in out]
    return Page(tuple(found), "" if _NO_TITLE.search(title) else title, bare=True)


def _blocks(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """The document's headings, paragraphs, items and rows of tables; at the end what is not spoken of the tables."""
    leading, edges = usual_leading(pages), Edges(pages)
    # In a table the commonest distance may be that of its rows.
    of_prose = usual_leading([[line if len(line.text) > FULL_LINE else Line("") for line in page] for page in pages])
    known = with_headings(pages, leading, edges)
    levels = heading_levels(known)
    flow = Flow(leading, edges)
    unsaid: list[Block] = []
    heads: list[str] = []
    for page in known:
        for piece in with_tables(page, of_prose):
            if isinstance(piece, Line):
                heading = marked(piece, levels)
                flow.add(piece) if heading is None else flow.put(heading)
                continue
            if heads and list(piece[0][0]) == heads:  # the table goes on overleaf, under the same words
                piece[0] = (piece[0][0], True, piece[0][2])
            heads = list(piece[0][0])
            made = list(rows(piece))
            unsaid += [block for block in made if block.reason]
            for block in made:
                if not block.reason:
                    flow.put_row(block)
        flow.turn()
    # The rows of a table are no lines of the page, and say nothing of its width.
    return [*flow.blocks(full_line([line.text for page in pages for line in page])), *unsaid]


def _without_menu(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the menu of a printed web page marked as none to be spoken.

    It stands over the title: short items, and short lines beside them.
    """
    title = next((at for at, block in enumerate(blocks) if block.kind is Kind.HEADING and block.level == 1), 0)
    bare = {at for at, block in enumerate(blocks[:title]) if _is_bare(block)}
    if sum(blocks[at].kind is Kind.ITEM for at in bare) < FEWEST_LINKS:
        return list(blocks)
    return [replace(block, reason=NAVIGATION) if at in bare else block for at, block in enumerate(blocks)]


def _is_bare(block: Block) -> bool:
    """Whether a line says no sentence and gives no number to ring."""
    return not block.reason and not is_prose(block.text) and len(re.findall(r"\d", block.text)) < FEWEST_DIGITS


def _without_soft_hyphens(page: Any) -> None:
    """Drop what a browser writes where it might have broken a word: a space of no width, marked as a soft hyphen."""
    from pypdf.generic import DecodedStreamObject, NameObject

    contents = page.get_contents()
    written = contents.get_data() if contents is not None else b""
    if b"FEFF00AD" in written.upper():
        stream = DecodedStreamObject()
        stream.set_data(_UNSEEN.sub(rb"\1 0 0 Td ", written))
        page[NameObject("/Contents")] = stream

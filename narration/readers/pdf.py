"""PDF with text: lines to blocks, by pypdf.  A page that was scanned has no text, and is named.

A PDF knows no headings, so each short line may be one, as in plain text.
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from dataclasses import replace

from narration.errors import SourceError
from narration.readers.base import Page, Source
from narration.readers.plain import blocks, squeeze

MAX_PAGES = 200
MAX_CHARACTERS = 2_000_000
REPEATED_ON_PAGES = 3
"""A line that stands on as many pages, first or last, is a running header or footer."""


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
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            if sum(map(len, pages)) > MAX_CHARACTERS:
                raise SourceError("this PDF holds more text than a leaflet can.", path=source.path)
        title = squeeze((reader.metadata.title if reader.metadata else "") or "")
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError):
        raise SourceError("this PDF is damaged.", remedy="Save it again.", path=source.path) from None
    if not "".join(pages).strip():
        raise SourceError(
            "this PDF has no text: it was probably scanned.", remedy="Save the words as text or Word.", path=source.path
        )
    running = _running(pages)
    found = tuple(
        replace(block, reason="running line") if squeeze(block.text) in running else block
        for block in blocks("\n".join(_set_apart(page, running) for page in pages))
    )
    return Page(found, "" if title.lower() in ("untitled", "anonymous") else title, bare=True)


def _running(pages: list[str]) -> frozenset[str]:
    ends: Counter[str] = Counter()
    for page in pages:
        lines = [squeeze(line) for line in page.split("\n") if line.strip()]
        ends.update({*lines[:1], *lines[-1:]})
    return frozenset(line for line, count in ends.items() if count >= REPEATED_ON_PAGES)


def _set_apart(page: str, running: frozenset[str]) -> str:
    return "\n".join(f"\n{line}\n" if squeeze(line) in running else line for line in page.split("\n"))

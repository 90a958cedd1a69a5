"""PDF with text: lines to blocks, by pypdf.  A page that was scanned has no text, and is named.

A PDF knows no headings, so each short line may be one, as in plain text.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import Any

from narration.errors import SourceError
from narration.readers import hyphens
from narration.readers.about import REFERENCE
from narration.readers.base import Block, Kind, Page, Source
from narration.readers.plain import blocks, squeeze

MAX_PAGES = 200
MAX_CHARACTERS = 2_000_000
REPEATED_ON_PAGES = 2
"""A line that stands on as many pages, among the outermost, is a running header or footer; its numbers may differ."""
OUTERMOST = 2
_UNSEEN = re.compile(
    rb"/Span\s*<<\s*/ActualText\s*<FEFF00AD>\s*>>\s*BDC\s([^E\[(<]{0,99})<[0-9A-F]{2,8}> Tj\s+EMC\s+0 0 Td\s",
    re.IGNORECASE,
)
"""A soft hyphen that has no width: what is shown after it begins where it stood."""


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
            _without_soft_hyphens(page)
            pages.append(_joined_headings(page))
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
    lines = [_without_running(page, running) for page in pages]
    found = [*blocks("\n".join("\n".join(kept) for kept, _ in lines))]
    found += [Block(Kind.PARAGRAPH, squeeze(line), reason=REFERENCE) for _, out in lines for line in out]
    return Page(tuple(found), "" if title.lower() in ("untitled", "anonymous") else title, bare=True)


def _joined_headings(page: Any) -> str:
    """The page's text, with a heading that was broken over lines on one: neighbours in larger type than most."""
    runs: list[tuple[str, float]] = []

    def see(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        runs.append((text, round(abs(size * (tm[3] or tm[1] or 1) * (cm[3] or cm[1] or 1)), 1)))

    text: str = page.extract_text(visitor_text=see) or ""
    sizes: Counter[float] = Counter()
    of_line: dict[str, float] = {}
    for run, size in runs:
        for line in filter(str.strip, run.split("\n")):
            sizes[size] += len(line)
            of_line.setdefault(line.strip(), size)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    lines: list[str] = []
    before = 0.0
    for line in text.split("\n"):
        size = of_line.get(line.strip(), usual)
        if size > usual and size == before and not lines[-1].rstrip().endswith((".", "!", "?", ":")):
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line)
        before = size
    return hyphens.mended("\n".join(lines))


def _without_soft_hyphens(page: Any) -> None:
    """Drop what a browser writes where it might have broken a word: a space of no width, marked as a soft hyphen."""
    from pypdf.generic import DecodedStreamObject, NameObject

    contents = page.get_contents()
    written = contents.get_data() if contents is not None else b""
    if b"FEFF00AD" in written.upper():
        stream = DecodedStreamObject()
        stream.set_data(_UNSEEN.sub(rb"\1 0 0 Td ", written))
        page[NameObject("/Contents")] = stream


def _running(pages: list[str]) -> frozenset[str]:
    ends: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page.split("\n") if line.strip()]
        ends.update({_unnumbered(line) for line in (*lines[:OUTERMOST], *lines[-OUTERMOST:])})
    return frozenset(line for line, count in ends.items() if count >= REPEATED_ON_PAGES)


def _without_running(page: str, running: frozenset[str]) -> tuple[list[str], list[str]]:
    """The page's lines, and its running lines: these may stand inside a sentence that goes on overleaf."""
    lines = page.split("\n")
    filled = [index for index, line in enumerate(lines) if line.strip()]
    edge = {*filled[:OUTERMOST], *filled[-OUTERMOST:]}
    out = {index for index in edge if _unnumbered(lines[index]) in running}
    return [line for i, line in enumerate(lines) if i not in out], [lines[i] for i in sorted(out)]


def _unnumbered(line: str) -> str:
    return re.sub(r"\d+", "#", squeeze(line))

"""Readers: plain text, Markdown, HTML, Word and PDF to a Document.

``formats`` makes blocks of a file, ``sift`` says which of them are spoken,
``structure`` finds the parts, ``assemble`` numbers their sentences.  What they
ask is in folders, of which none imports one that stands before it here:

* ``contacts``: numbers to ring, and whose each is;
* ``left_out``: menus, small print, forms, praise;
* ``parts``: headings and the title;
* ``sender``: letterheads, mastheads, mails;
* ``lists`` that have lost their marks, and ``tables`` of every format;
* ``text`` made whole: broken words, drawn boxes, footnotes;
* ``lines``: what a line is by its words and look alone.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from narration.document import Document
from narration.errors import UsageError
from narration.readers.base import Reader

READERS = {
    ".txt": "narration.readers.formats.plain",
    ".text": "narration.readers.formats.plain",
    ".md": "narration.readers.formats.markdown",
    ".markdown": "narration.readers.formats.markdown",
    ".html": "narration.readers.formats.html",
    ".htm": "narration.readers.formats.html",
    ".docx": "narration.readers.formats.word",
    ".docm": "narration.readers.formats.word",
    ".pdf": "narration.readers.formats.pdf",
}
"""Which module reads which file ending; a name without an ending is plain text."""


def read(path: Path, language: str | None = None) -> Document:
    """What the file says, phase by phase.

    ``language`` is a BCP 47 tag that wins over what the file says and over what
    its words look like.  Raises ``UsageError`` for a wrong path and
    ``SourceError`` for a file that cannot be read or that says nothing.
    """
    from narration.readers import assemble, bounds, files

    source = files.load(path)
    module = READERS.get(path.suffix.lower() or ".txt")
    if module is None:
        raise UsageError(
            f"files that end in `{path.suffix}` are not read.",
            remedy=f"Save the text as one of {', '.join(sorted(READERS))}.",
            path=path,
        )
    reader: Reader = import_module(module).read
    page = reader(source)
    bounds.refuse_endless_blocks(page.blocks, path)
    return assemble.document(page, source, language)

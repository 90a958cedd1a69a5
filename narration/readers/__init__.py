"""Readers: plain text, Markdown, HTML, Word and PDF to a Document."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from narration.document import Document
from narration.errors import UsageError
from narration.readers.base import Reader

READERS = {
    ".txt": "narration.readers.plain",
    ".text": "narration.readers.plain",
    ".md": "narration.readers.markdown",
    ".markdown": "narration.readers.markdown",
    ".html": "narration.readers.html",
    ".htm": "narration.readers.html",
    ".docx": "narration.readers.word",
    ".docm": "narration.readers.word",
    ".pdf": "narration.readers.pdf",
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

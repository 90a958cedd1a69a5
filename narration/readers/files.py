"""Opening the file: what is refused before a byte is parsed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from narration.errors import SourceError, UsageError
from narration.readers.base import Source

MAX_BYTES = 50_000_000
"""The largest file that is opened.  A leaflet is a hundred kilobytes; one with photographs, a few megabytes."""


def load(path: Path) -> Source:
    """The file's bytes.

    Raises ``UsageError`` for a path that is no file, ``SourceError`` for a file
    that is empty, too large or unreadable.  Devices and pipes are refused
    without being opened: reading one may never end.
    """
    try:
        about = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError("there is no such file.", remedy="Check the name.", path=path) from None
    except (OSError, ValueError) as error:
        raise UsageError(f"the file cannot be opened: {_why(error)}.", path=path) from None
    if stat.S_ISDIR(about.st_mode):
        raise UsageError("this is a folder.", remedy="Name the file with the phase text.", path=path)
    if not stat.S_ISREG(about.st_mode):
        raise UsageError("this is a device or a pipe, not a file.", remedy="Save the text as a file first.", path=path)
    if about.st_size > MAX_BYTES:
        raise SourceError(
            f"the file has {about.st_size / 1e6:,.0f} MB; the limit is {MAX_BYTES / 1e6:.0f} MB.",
            remedy="Save the words alone, without pictures, as text, HTML or Word.",
            path=path,
        )
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(f"the file cannot be read: {_why(error)}.", path=path) from None
    if len(data) > MAX_BYTES:
        raise SourceError(f"the file grew past {MAX_BYTES / 1e6:.0f} MB while it was read.", path=path)
    if not data.strip(b"\x00\t\n\r\f \xef\xbb\xbf\xff\xfe"):
        raise SourceError("the file is empty.", remedy="Put the phase text into it.", path=path)
    return Source(path, data)


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno).lower()
    return str(error)

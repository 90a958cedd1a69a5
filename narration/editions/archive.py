"""Zip files whose bytes depend on nothing but their content: no clock, no system, no umask."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

_MOMENT = (1980, 1, 1, 0, 0, 0)
_COPY_BYTES = 1 << 20


def add(archive: zipfile.ZipFile, name: str, data: bytes, compression: int = zipfile.ZIP_DEFLATED) -> None:
    archive.writestr(_entry(name, compression), data)


def add_file(archive: zipfile.ZipFile, name: str, path: Path, skipped_bytes: int = 0) -> None:
    """A file as it is, uncompressed, without its first bytes; copied in pieces, because an hour of sound is large."""
    entry = _entry(name, zipfile.ZIP_STORED)
    entry.file_size = path.stat().st_size - skipped_bytes
    with path.open("rb") as source, archive.open(entry, "w") as target:
        source.seek(skipped_bytes)
        shutil.copyfileobj(source, target, _COPY_BYTES)


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = compression
    entry.create_system = 3  # or the bytes would tell on which system the archive was made
    entry.external_attr = 0o644 << 16
    return entry

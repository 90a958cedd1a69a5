"""Zip files whose bytes depend on nothing but their content: no clock, no system, no umask."""

from __future__ import annotations

import zipfile

_MOMENT = (1980, 1, 1, 0, 0, 0)


def add(archive: zipfile.ZipFile, name: str, data: bytes, compression: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = compression
    entry.create_system = 3  # or the bytes would tell on which system the archive was made
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)

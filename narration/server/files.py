"""Which file an address means, and that it is one of ours.

A track is a folder with a manifest; only files that its manifest lists, and the
manifest itself, are served.  So there is nothing to list, and no way out: an
address is looked up, never followed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Listed:
    """A finished track in the served folder."""

    name: str
    title: str
    language: str
    seconds: float
    draft: bool


def tracks(root: Path) -> list[Listed]:
    """Every finished track, by title; folders of running builds begin with a dot and are not among them."""
    found = []
    for folder in root.iterdir():
        manifest = _manifest(folder) if folder.is_dir() and not folder.name.startswith(".") else None
        if manifest is not None:
            found.append(
                Listed(
                    folder.name,
                    str(manifest.get("title", folder.name)),
                    str(manifest.get("language", "en")),
                    float(manifest.get("duration", 0.0)),
                    bool(manifest.get("draft", True)),
                )
            )
    return sorted(found, key=lambda track: (track.title, track.name))


def find(root: Path, address: str) -> Path | None:
    """The file that ``name/file`` means, or ``None``.

    A link that leads out of the folder is not followed, and neither is
    anything that the track's manifest does not list.
    """
    name, slash, inner = address.partition("/")
    if not slash or name.startswith(".") or "\\" in address or "\0" in address or ":" in name:
        return None
    if name not in {entry.name for entry in root.iterdir() if entry.is_dir() and not entry.is_symlink()}:
        return None
    manifest = _manifest(root / name)
    listed = set(manifest.get("files", ())) | {MANIFEST} if manifest is not None else set()
    wanted = inner or INDEX
    if wanted not in listed:
        return None
    path = (root / name / wanted).resolve()
    inside = path.is_relative_to((root / name).resolve())
    return path if inside and path.is_file() else None


def _manifest(folder: Path) -> Mapping[str, Any] | None:
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and isinstance(data.get("files"), dict) else None

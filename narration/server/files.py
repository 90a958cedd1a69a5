"""Which file an address means, and that it is one of ours.

A track is a folder with a manifest; only files that its manifest lists, and the
manifest itself, are served, and ``feed.xml`` beside the tracks.  So there is
nothing to list, and no way out: an address is looked up, never followed.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from narration import shelf
from narration.folder import MANIFEST

INDEX = "index.html"
FEED = "feed.xml"


def find(root: Path, address: str) -> Path | None:
    """The file that ``name/file`` or ``feed.xml`` means, or ``None``.

    A link that leads out of the folder is not followed, and neither is
    anything that the track's manifest does not list.
    """
    name, slash, inner = address.partition("/")
    if address == FEED:
        return _inside(root, FEED)
    if not slash or name.startswith(".") or "\\" in address or "\0" in address or ":" in name:
        return None
    if name not in {entry.name for entry in root.iterdir() if entry.is_dir() and not entry.is_symlink()}:
        return None
    track = shelf.read(root / name, date.today())
    wanted = inner or INDEX
    if track is None or wanted not in track.files | {MANIFEST}:
        return None
    return _inside(root / name, wanted)


def _inside(folder: Path, name: str) -> Path | None:
    """The file itself, links resolved, if it stands in ``folder``: a manifest may list ``..``, too."""
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder.resolve()) and path.is_file() else None

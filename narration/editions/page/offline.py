"""``sw.js``: which files the page keeps for when there is no network.

Its version is a digest of all the files that it keeps, so that any change of
any of them is noticed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import quote

from narration import templating

FILE_NAME = "sw.js"
_HERE = Path(__file__).parent


def write(folder: Path, name: str) -> None:
    """Write ``sw.js`` for track ``name``, over what stands in ``folder``."""
    kept = _kept(folder, name)
    template = templating.environment(_HERE).get_template(FILE_NAME)
    templating.write(folder / FILE_NAME, template.render(version=_digest(folder, kept), files=list(map(quote, kept))))


def _kept(folder: Path, name: str) -> list[str]:
    """The page before its sound, so that a slow line has the page whole first."""
    assets = sorted(path.relative_to(folder).as_posix() for path in (folder / "page").iterdir())
    names = ["index.html", "app.webmanifest", *assets, f"{name}.vtt", f"{name}.mp3", f"{name}-bed.mp3"]
    return [name for name in names if (folder / name).is_file()]


def _digest(folder: Path, names: list[str]) -> str:
    total = hashlib.sha256()
    for name in names:
        with (folder / name).open("rb") as file:
            total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()[:16]

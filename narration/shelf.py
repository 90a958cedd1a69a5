"""The shelf: the finished tracks in a folder, as their manifests tell of them.

Whoever lists tracks (the feed, the server) asks here.  A manifest is read as
untrusted: one that does not hold together is no track.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from narration.folder import manifest_of
from narration.language_tags import primary

_NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither HTML nor XML can hold."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished track.

    ``draft`` is also true once the review date has passed.  ``files`` are the
    paths within the track's folder that belong to it, with ``/`` between the
    parts.  ``built_on`` is ``None`` for a track from before that was recorded.
    """

    name: str
    title: str
    language: str
    seconds: float
    draft: bool
    digest: str
    built_on: date | None
    files: frozenset[str]


def tracks(root: Path, today: date) -> list[Finished]:
    """Every finished track, by title.

    Folders of running builds begin with a dot and are not among them; neither
    are links, which may lead anywhere.
    """
    folders = [f for f in root.iterdir() if not f.name.startswith(".") and f.is_dir() and not f.is_symlink()]
    found = [track for track in (read(folder, today) for folder in folders) if track is not None]
    return sorted(found, key=lambda track: (track.title.casefold(), track.name))


def read(folder: Path, today: date) -> Finished | None:
    """The track in ``folder``, or ``None`` if there is none."""
    data = manifest_of(folder)
    try:
        script: Mapping[str, Any] = data.get("script", {})
        review_by = _date(script.get("review_by"))
        seconds = float(data["duration"])
        if not math.isfinite(seconds):
            return None
        return Finished(
            folder.name,
            _NOT_SHOWN.sub("\ufffd", str(data["title"])),
            str(data["language"]),
            seconds,
            bool(data["draft"]) or (review_by is not None and today > review_by),
            str(script.get("digest", "")),
            _date(data.get("built_on")),
            frozenset(str(name) for name in data["files"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def main_language(found: Sequence[Finished]) -> str:
    """Most tracks' language, English if as many: what stands over all of them speaks it."""
    counts = Counter(track.language for track in found) or Counter(["en"])
    return max(sorted(counts), key=lambda tag: (counts[tag], primary(tag) == "en"))


def _date(text: Any) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else None

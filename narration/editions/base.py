"""The seam for editions, and how to add one.

An edition is one thing that a person receives: captions, the page, the talking
book.  It is **one file and one table row**: write ``narration/editions/NAME.py``
with a function ``publish(publication, folder)`` that writes its files into
``folder``, and add it to ``EDITIONS`` in ``narration/editions/__init__.py``.
The table's order is the order of writing: an edition finds in ``folder`` the
encoded audio and what earlier rows wrote.  ``manifest.json`` is written last,
over everything that is there.

All times come from ``publication.timeline``; all words from
``publication.timeline.cues`` and ``publication.script``.  Every text is
untrusted: escape it for the format at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from narration.clip import VoiceInfo
from narration.script import Script
from narration.settings import Settings
from narration.timeline import Timeline
from narration.track import Loudness


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything an edition may read.

    ``name`` is the stem of the files.  ``loudness`` was measured on the
    encoded MP3.  ``draft_reasons`` is empty for an approved track.
    ``build_key`` goes into the manifest, so that the next build can tell
    whether anything changed.  ``measures`` are the figures of each audio file,
    by its name; ``cover_alt`` says what ``cover.jpg`` shows.
    """

    name: str
    script: Script
    timeline: Timeline
    voice: VoiceInfo
    loudness: Loudness
    draft_reasons: tuple[str, ...]
    built_on: date
    settings: Settings
    build_key: str = ""
    measures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    cover_alt: str = ""

    @property
    def draft(self) -> bool:
        return bool(self.draft_reasons)


@dataclass(frozen=True, slots=True)
class Edition:
    """A row of the table."""

    name: str
    publish: Callable[[Publication, Path], None]

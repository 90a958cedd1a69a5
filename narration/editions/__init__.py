"""What a person receives: one table, in the order of writing."""

from __future__ import annotations

import contextlib
from pathlib import Path

from narration.editions import captions, chapters_json, daisy, epub, manifest, page, poster, transcript
from narration.editions.base import Edition, Publication

EDITIONS: tuple[Edition, ...] = (
    Edition("captions", captions.publish),
    Edition("chapters", chapters_json.publish),
    Edition("transcript", transcript.publish),
    Edition("talking book", epub.publish),
    Edition("talking book for DAISY players", daisy.publish),
    Edition("page", page.publish),
    Edition("poster", poster.publish),
)
"""The page links what the rows before it wrote."""


def introduce(folder: Path, language: str) -> None:
    """Tell the pages of the other languages beside the finished track in ``folder`` that it is there.

    A page that is open in another program keeps its old links: no reason to
    fail a track that is finished.
    """
    with contextlib.suppress(OSError):
        page.siblings.relink(folder, language)


def publish(publication: Publication, folder: Path) -> None:
    """Write every edition into ``folder``, which holds the encoded audio, and the manifest over all of it."""
    for edition in EDITIONS:
        edition.publish(publication, folder)
    manifest.publish(publication, folder)

"""The talking book: ``<name>.epub``, EPUB 3.3 with Media Overlays, one spoken sentence at a time.

Sources: https://www.w3.org/TR/epub-33/ (package, navigation, overlays, the zip
container) and https://www.w3.org/TR/epub-a11y-11/ (what the metadata says).

The sound is the track's own MP3.  The same publication always gives the same
bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from narration import __version__, templating
from narration.editions import archive, standing, talking
from narration.editions.base import Publication
from narration.folder import COVER

AUDIO = "audio.mp3"
_HERE = Path(__file__).parent
_MIMETYPE = "application/epub+zip"


def publish(publication: Publication, folder: Path) -> None:
    """Write the book into ``folder``, which holds ``<name>.mp3`` and ``cover.jpg``."""
    with zipfile.ZipFile(folder / f"{publication.name}.epub", "w") as book:
        # The first entry, stored as it is, tells a program what the file is.
        archive.add(book, "mimetype", _MIMETYPE.encode(), zipfile.ZIP_STORED)
        for name, text in _texts(publication):
            archive.add(book, name, text.encode())
        archive.add(book, f"EPUB/{COVER}", (folder / COVER).read_bytes(), zipfile.ZIP_STORED)
        archive.add_file(book, f"EPUB/{AUDIO}", folder / f"{publication.name}.mp3")


def _texts(publication: Publication) -> Iterator[tuple[str, str]]:
    templates = templating.environment(_HERE)
    values = _values(publication)
    yield "META-INF/container.xml", templates.get_template("container.xml").render()
    yield "EPUB/package.opf", templates.get_template("package.opf").render(values)
    for name in ("front.xhtml", "nav.xhtml", "about.xhtml"):
        yield f"EPUB/{name}", templates.get_template(name).render(values)
    for phase in values["phases"]:
        yield f"EPUB/{phase.id}.xhtml", templates.get_template("phase.xhtml").render(values, phase=phase)
        if phase.cues:
            yield f"EPUB/{phase.id}.smil", templates.get_template("phase.smil").render(values, phase=phase)
    yield "EPUB/book.css", (_HERE / "book.css").read_text(encoding="utf-8")


def _values(publication: Publication) -> dict[str, Any]:
    common = standing.values(publication)
    chapters = talking.phases(publication)
    page = common["page"]
    return {
        **common,
        "identifier": talking.identifier(publication),
        "narrator": common["book"]["narrator"].format(voice=publication.voice.spec),
        "description": f"{page['draft']}. {page['computer_voice']}." if publication.draft else page["computer_voice"],
        "generator_version": __version__,
        "phases": chapters,
        "spoken_seconds": round(sum(phase.seconds for phase in chapters), 4),
        "cover": COVER,
        "audio": AUDIO,
        "audio_type": "audio/mpeg",
    }

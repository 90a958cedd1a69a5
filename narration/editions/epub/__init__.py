"""The talking book: ``<name>.epub``, EPUB 3.3 with Media Overlays, one spoken sentence at a time.

Sources: https://www.w3.org/TR/epub-33/ (package, navigation, overlays, the zip
container) and https://www.w3.org/TR/epub-a11y-11/ (what the metadata says).

A sentence's clip begins with its speech and lasts until the next sentence
begins: the pauses belong to the guide, and a reader that plays clip after clip
never has to seek.  The sound is the track's own MP3.  The same publication
always gives the same bytes.
"""

from __future__ import annotations

import uuid
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from narration import __version__
from narration.editions import standing, templating, wording
from narration.editions.base import Publication
from narration.script import digest
from narration.timeline import Chapter
from narration.units import to_seconds

AUDIO = "audio.mp3"
COVER = Path(__file__).parent.parent / "page" / "icon-512.png"
_HERE = Path(__file__).parent
_MIMETYPE = "application/epub+zip"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""Every entry's time in the zip; the book's own date is in its metadata."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence and its clip, in seconds of the audio."""

    id: str
    text: str
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Phase:
    """A chapter of the book; ``id`` names its files.  Without ``cues`` it has no overlay."""

    id: str
    title: str
    cues: tuple[Spoken, ...]

    @property
    def seconds(self) -> float:
        return round(self.cues[-1].end - self.cues[0].begin, 4) if self.cues else 0.0


def publish(publication: Publication, folder: Path) -> None:
    """Write the book into ``folder``, which holds ``<name>.mp3``."""
    with zipfile.ZipFile(folder / f"{publication.name}.epub", "w") as book:
        # The first entry, stored as it is, tells a program what the file is.
        _add(book, "mimetype", _MIMETYPE.encode(), zipfile.ZIP_STORED)
        for name, text in _texts(publication):
            _add(book, name, text.encode())
        _add(book, "EPUB/cover.png", COVER.read_bytes(), zipfile.ZIP_STORED)
        _add(book, f"EPUB/{AUDIO}", (folder / f"{publication.name}.mp3").read_bytes(), zipfile.ZIP_STORED)


def phases(publication: Publication) -> tuple[Phase, ...]:
    """The chapters, with clips that follow each other without a gap from the first sentence to the track's end."""
    timeline = publication.timeline
    starts = [cue.start for cue in timeline.cues]
    ends = dict(zip((cue.id for cue in timeline.cues), [*starts[1:], timeline.samples], strict=True))

    def spoken(chapter: Chapter) -> Iterator[Spoken]:
        for cue in timeline.cues_of(chapter):
            begin, end = to_seconds(cue.start, timeline.rate_hz), to_seconds(ends[cue.id], timeline.rate_hz)
            yield Spoken(cue.id, cue.text, begin, end)

    return tuple(
        Phase(f"phase-{number:02}", chapter.title, tuple(spoken(chapter)))
        for number, chapter in enumerate(timeline.chapters, 1)
    )


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
    script = publication.script
    language = wording.language_of(script.language)
    words = wording.words(language)
    page, text = words["page"], words["book"]
    chapters = phases(publication)
    narrator = text["narrator"].format(voice=publication.voice.spec)
    return {
        "script": script,
        "title": f"{text['draft']}: {script.title}" if publication.draft else script.title,
        "language": language,
        "direction": wording.direction(script.language),
        "identifier": _identifier(publication),
        "clinic": publication.settings.clinic.name,
        "voice": publication.voice,
        "narrator": narrator,
        "description": f"{page['draft']}. {page['computer_voice']}." if publication.draft else page["computer_voice"],
        "built_on": publication.built_on,
        "generator_version": __version__,
        "version": digest(script)[:8],
        "minutes": max(1, round(publication.timeline.seconds / 60)),
        "draft": publication.draft,
        "draft_reasons": standing.draft_reasons(publication, language),
        "review": standing.standing_review(publication),
        "phases": chapters,
        "spoken_seconds": round(sum(phase.seconds for phase in chapters), 4),
        "audio": AUDIO,
        "audio_type": "audio/mpeg",
        "page": page,
        "text": text,
        "spelled": lambda day: wording.spelled_date(day, language),
    }


def _identifier(publication: Publication) -> str:
    """The same for every build of this guide by this clinic, so that a reader replaces the older one."""
    parts = (publication.settings.clinic.name, publication.name, publication.script.language)
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(("urn:narration", *parts))).urn


def _add(book: zipfile.ZipFile, name: str, data: bytes, compression: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = compression
    entry.create_system = 3  # or the bytes would tell on which system the book was made
    entry.external_attr = 0o644 << 16
    book.writestr(entry, data)

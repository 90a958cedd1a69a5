"""The poster: ``poster.html``, a sheet to print, with a QR code that leads a phone to the page.

The address is that of ``guides`` in the settings and the track's name below it.
Where the settings have none, the sheet keeps its place free and says how to
fill it.  ``with_address`` writes the sheet of a finished track anew and mends
the manifest's digest of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

from narration import shelf, templating, units, wording
from narration.addresses import web_address
from narration.editions import manifest
from narration.editions.base import Publication
from narration.errors import PublishError
from narration.folder import manifest_of

FILE_NAME = "poster.html"
STYLE = "page/poster.css"
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the poster; ``address`` is the page's, or empty."""

    title: str
    language: str
    seconds: float
    draft: bool
    clinic: str = ""
    address: str = ""


def publish(publication: Publication, folder: Path) -> None:
    """Write the sheet; without ``guides`` in the settings the place for the address stays free."""
    script, clinic = publication.script, publication.settings.clinic
    sheet = Sheet(
        script.title,
        script.language,
        publication.timeline.seconds,
        publication.draft,
        clinic.name,
        f"{clinic.guides}{quote(publication.name)}/" if clinic.guides else "",
    )
    (folder / STYLE).parent.mkdir(exist_ok=True)
    templating.write(folder / STYLE, (_HERE / "poster.css").read_text(encoding="utf-8"))
    templating.write(folder / FILE_NAME, render(sheet))


def with_address(folder: Path, address: str, clinic: str, today: date) -> Path:
    """Write the poster of the finished track in ``folder`` with the page's web ``address``.

    A guide whose review date has passed by ``today`` gets a DRAFT's poster.
    Raises ``UsageError`` for what is no web address, ``PublishError`` when
    ``folder`` is not a finished track.
    """
    checked = web_address(address)
    track, data = shelf.read(folder, today), manifest_of(folder)
    if track is None or not isinstance(data.get("files"), dict):
        raise PublishError(
            "this folder is not a finished track.", remedy="Name a folder like audio_out/hearing-test.", path=folder
        )
    sheet = Sheet(track.title, track.language, track.seconds, track.draft, clinic, checked)
    templating.write(folder / FILE_NAME, render(sheet))
    manifest.renew(folder, data, FILE_NAME)
    return folder / FILE_NAME


def render(sheet: Sheet) -> str:
    """The whole file; Jinja2 escapes every value."""
    language = wording.language_of(sheet.language)
    words = wording.words(language)
    values = {
        "sheet": sheet,
        "language": language,
        "direction": wording.direction(language),
        "page": words["page"],
        "text": words["poster"],
        "minutes": units.minutes(sheet.seconds),
        "code": _code(sheet.address) if sheet.address else "",
        "shown": sheet.address.removeprefix("https://").removesuffix("index.html").rstrip("/"),
    }
    return templating.environment(_HERE).get_template(FILE_NAME).render(values)


def _code(address: str) -> str:
    """A QR code as SVG, with the quiet zone of four modules that ISO/IEC 18004 asks for; ``q`` survives a smudge."""
    import segno

    code = segno.make(address, error="q", boost_error=False, micro=False)
    drawn: str = code.svg_inline(border=4, omitsize=True, dark="#000", light="#fff")
    return drawn

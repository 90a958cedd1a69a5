"""The poster: ``poster.html``, a sheet to print, with a QR code that leads a phone to the page.

The address is that of ``guides`` in the settings and the track's name below it.
Where the settings have none, the sheet keeps its place free and says how to
fill it.  ``with_address`` writes the sheet of a finished track anew and mends
the manifest's digest of it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from narration.addresses import web_address
from narration.editions import manifest, templating, wording
from narration.editions.base import Publication
from narration.errors import PublishError

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


def with_address(folder: Path, address: str, clinic: str = "") -> Path:
    """Write the poster of the finished track in ``folder`` with the page's web ``address``.

    Raises ``UsageError`` for what is no web address, ``PublishError`` when
    ``folder`` is not a finished track.
    """
    checked = web_address(address)
    data = _manifest(folder)
    try:
        sheet = Sheet(
            str(data["title"]), str(data["language"]), float(data["duration"]), bool(data["draft"]), clinic, checked
        )
        dict(data["files"])
    except (KeyError, TypeError, ValueError):
        raise _not_a_track(folder) from None
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
        "direction": wording.direction(sheet.language),
        "page": words["page"],
        "text": words["poster"],
        "minutes": max(1, round(sheet.seconds / 60)),
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


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        data = json.loads((folder / manifest.FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise _not_a_track(folder) from None
    if not isinstance(data, dict):
        raise _not_a_track(folder)
    return data


def _not_a_track(folder: Path) -> PublishError:
    return PublishError(
        "this folder is not a finished track.", remedy="Name a folder like audio_out/hearing-test.", path=folder
    )

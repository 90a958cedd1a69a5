"""The page: ``index.html`` and what it needs, for a browser with or without a network.

Templates are the HTML, CSS and JavaScript files beside this module; the page's
own words are in ``narration/strings/``.  The scripts are classic and deferred, one for
each concern, because browsers load no modules from ``file://``.  Nothing is
inline, so the Content-Security-Policy allows nothing but the page's own files.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from narration import templating, wording
from narration.audio_formats import STANDARD
from narration.editions import standing
from narration.editions.base import Publication
from narration.editions.page import brand, offline, siblings
from narration.script import digest
from narration.units import clock, to_seconds

SCRIPTS = (
    "core.js",
    "player.js",
    "transcript.js",
    "settings.js",
    "timer.js",
    "resume.js",
    "session.js",
    "room.js",
    "offline.js",
)
COPIED = ("page.css", "print.css", *SCRIPTS, "icon-192.png", "icon-512.png")
OTHER_FORMS = {
    **{name: f".{name}" for name in STANDARD},
    "epub": ".epub",
    "daisy": "-daisy.zip",
    "vtt": ".vtt",
    "txt": ".txt",
}
"""What else the folder holds for a listener: its name in the page's words, and how its file's name ends."""
_HERE = Path(__file__).parent


def publish(publication: Publication, folder: Path) -> None:
    """Write ``index.html``, ``sw.js``, ``app.webmanifest`` and ``page/`` into ``folder``."""
    assets = folder / "page"
    assets.mkdir(exist_ok=True)
    for name in COPIED:
        (assets / name).write_bytes((_HERE / name).read_bytes())
    logo = brand.copy_logo(publication.settings, assets)
    environment = templating.environment(_HERE)
    values = _values(publication, folder, logo)
    templating.write(assets / "clinic.css", environment.get_template("clinic.css").render(values))
    templating.write(folder / "app.webmanifest", _app_manifest(values["title"], publication.script.language))
    templating.write(folder / "index.html", environment.get_template("index.html").render(values))
    offline.write(folder, publication.name)


def _values(publication: Publication, folder: Path, logo: str) -> dict[str, Any]:
    """What the templates see; Jinja2 escapes every value."""
    script = publication.script
    common = standing.values(publication)
    file = quote(publication.name, safe="")
    has_bed = (folder / f"{publication.name}-bed.mp3").is_file()
    return {
        **common,
        "timeline": publication.timeline,
        "clock": clock,
        "file": file,
        "has_bed": has_bed,
        "other_forms": {
            form: f"{file}{end}" for form, end in OTHER_FORMS.items() if (folder / f"{publication.name}{end}").is_file()
        },
        "siblings": siblings.find(folder, publication.name, script.language),
        "accents": brand.accents(publication.settings),
        "logo": logo,
        "scripts": SCRIPTS,
        "data": {
            "title": common["title"],
            "artist": publication.settings.clinic.name,
            "version": digest(script),
            "audio": f"{file}.mp3",
            "bed": f"{file}-bed.mp3" if has_bed else "",
            "duration": publication.timeline.seconds,
            "chapters": [
                {"title": chapter.title, "start": to_seconds(chapter.start), "end": to_seconds(chapter.end)}
                for chapter in publication.timeline.chapters
            ],
            "text": wording.words(common["language"])["script"],
        },
    }


def _app_manifest(title: str, language: str) -> str:
    content = {
        "name": title,
        "short_name": title[:30],
        "lang": language,
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f6f3ee",
        "theme_color": "#f6f3ee",
        "icons": [
            {"src": f"page/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
            for size in (192, 512)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

"""The page: ``index.html`` and what it needs, for a browser with or without a network.

Templates are the HTML, CSS and JavaScript files beside this module; the page's
own words are in ``strings/``.  The scripts are classic and deferred, one for
each concern, because browsers load no modules from ``file://``.  Nothing is
inline, so the Content-Security-Policy allows nothing but the page's own files.

``sw.js`` keeps the page and its audio for offline use.  Its version is a digest
of all the files that it keeps, so that any change of any of them is noticed.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from narration.editions.base import Publication
from narration.editions.page import brand, siblings, wording
from narration.script import Review, digest
from narration.units import to_seconds

if TYPE_CHECKING:
    from jinja2 import Environment

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
OTHER_FORMS = ("mp3", "m4b", "epub", "vtt", "txt")
_HERE = Path(__file__).parent


def publish(publication: Publication, folder: Path) -> None:
    """Write ``index.html``, ``sw.js``, ``app.webmanifest`` and ``page/`` into ``folder``."""
    assets = folder / "page"
    assets.mkdir(exist_ok=True)
    for name in COPIED:
        (assets / name).write_bytes((_HERE / name).read_bytes())
    logo = brand.copy_logo(publication.settings, assets)
    environment = _environment()
    values = _values(publication, folder, logo)
    _write(assets / "clinic.css", environment.get_template("clinic.css").render(values))
    _write(folder / "app.webmanifest", _app_manifest(publication))
    _write(folder / "index.html", environment.get_template("index.html").render(values))
    kept = _kept_offline(publication, folder)
    _write(
        folder / "sw.js",
        environment.get_template("sw.js").render(version=_digest(folder, kept), files=[quote(name) for name in kept]),
    )


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["seconds"] = to_seconds
    return environment


def _values(publication: Publication, folder: Path, logo: str) -> dict[str, Any]:
    """What the templates see; Jinja2 escapes every value."""
    script = publication.script
    language = wording.language_of(script.language)
    words = wording.words(language)
    file = quote(publication.name, safe="")
    has_bed = (folder / f"{publication.name}-bed.mp3").is_file()
    return {
        "publication": publication,
        "script": script,
        "timeline": publication.timeline,
        "voice": publication.voice,
        "clinic": publication.settings.clinic.name,
        "review": _standing_review(publication),
        "draft_reasons": _draft_reasons(publication, language),
        "text": words["page"],
        "language": language,
        "direction": wording.direction(script.language),
        "spelled": lambda day: wording.spelled_date(day, language),
        "version": digest(script)[:8],
        "minutes": max(1, round(publication.timeline.seconds / 60)),
        "file": file,
        "has_bed": has_bed,
        "other_forms": [form for form in OTHER_FORMS if (folder / f"{publication.name}.{form}").is_file()],
        "siblings": siblings.find(folder, publication.name, script.language),
        "accents": brand.accents(publication.settings),
        "logo": logo,
        "scripts": SCRIPTS,
        "data": {
            "title": script.title,
            "artist": publication.settings.clinic.name,
            "version": digest(script),
            "audio": f"{file}.mp3",
            "bed": f"{file}-bed.mp3" if has_bed else "",
            "duration": publication.timeline.seconds,
            "chapters": [
                {"title": chapter.title, "start": to_seconds(chapter.start), "end": to_seconds(chapter.end)}
                for chapter in publication.timeline.chapters
            ],
            "text": words["script"],
        },
    }


def _standing_review(publication: Publication) -> Review | None:
    """The review, if it was of exactly these words."""
    review = publication.script.review
    return review if review is not None and review.digest == digest(publication.script) else None


def _draft_reasons(publication: Publication, language: str) -> list[str]:
    """In the page's language; the page itself tells of a review date that passes later."""
    if not publication.draft:
        return []
    text, review = wording.words(language)["page"], publication.script.review
    if review is None:
        return [text["draft_unapproved"]]
    reasons = [] if _standing_review(publication) else [text["draft_changed"]]
    if review.review_by is not None and publication.built_on > review.review_by:
        reasons.append(text["draft_overdue"].format(date=wording.spelled_date(review.review_by, language)))
    return reasons


def _app_manifest(publication: Publication) -> str:
    content = {
        "name": publication.script.title,
        "short_name": publication.script.title[:30],
        "lang": publication.script.language,
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


def _kept_offline(publication: Publication, folder: Path) -> list[str]:
    assets = sorted(path.relative_to(folder).as_posix() for path in (folder / "page").iterdir())
    audio = [f"{publication.name}{ending}" for ending in (".mp3", "-bed.mp3", ".vtt")]
    names = ["index.html", "app.webmanifest", *assets, *audio]
    return [name for name in names if (folder / name).is_file()]


def _digest(folder: Path, names: list[str]) -> str:
    total = hashlib.sha256()
    for name in names:
        total.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return total.hexdigest()[:16]


def _write(path: Path, text: str) -> None:
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")

"""The page: ``index.html`` and, in ``page/``, its style and scripts.

Templates are HTML, CSS and JavaScript files beside this module.  The scripts
are classic and deferred, because browsers load no modules from ``file://``.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from narration.editions.base import Publication
from narration.script import digest
from narration.units import to_seconds

ASSETS = ("page.css", "player.js")
_HERE = Path(__file__).parent


def publish(publication: Publication, folder: Path) -> None:
    """Write ``index.html`` and ``page/`` into ``folder``."""
    (folder / "index.html").write_text(html(publication), encoding="utf-8", newline="\n")
    (folder / "page").mkdir(exist_ok=True)
    for name in ASSETS:
        (folder / "page" / name).write_bytes((_HERE / name).read_bytes())


def html(publication: Publication) -> str:
    """The whole page; Jinja2 escapes every value."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["seconds"] = to_seconds
    script = publication.script
    review = script.review if script.review is not None and script.review.digest == digest(script) else None
    return (
        environment.get_template("index.html").render(
            publication=publication,
            script=script,
            review=review,
            voice=publication.voice,
            timeline=publication.timeline,
            version=digest(script)[:8],
            minutes=max(1, round(publication.timeline.seconds / 60)),
            file=quote(publication.name, safe=""),
        )
        + "\n"
    )

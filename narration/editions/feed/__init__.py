"""The feed: ``feed.xml`` over a folder of finished tracks, for podcast apps.

Sources: RSS 2.0 (https://www.rssboard.org/rss-specification), Apple's tags
(https://podcasters.apple.com/support/823-podcast-requirements) and the podcast
namespace for chapters and transcripts
(https://github.com/Podcastindex-org/podcast-namespace).

A podcast app keeps what it has loaded under an episode's ``guid``.  So a guide
keeps its own as long as its words stay, wherever it is hosted and however often
it is built; other words are another episode, and nobody goes on hearing the old
ones.  Drafts are left out: an app has no place where it would show the mark.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from narration import __version__, shelf, templating, units, wording
from narration.addresses import folder_address
from narration.folder import COVER
from narration.shelf import Finished

FILE_NAME = "feed.xml"
PODCAST_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""For ``podcast:guid``, as the namespace's document gives it."""
_HERE = Path(__file__).parent


def publish(root: Path, address: str, clinic: str, today: date) -> tuple[Path, list[Finished], list[Finished]]:
    """Write the feed of the tracks in ``root``, which patients reach at ``address``.

    Returns the file, the tracks that are in it, and the drafts that are not.
    Raises ``UsageError`` for what is no folder's web address.
    """
    base = folder_address(address)
    found = shelf.tracks(root, today)
    ready = [track for track in found if not track.draft and f"{track.name}.mp3" in track.files]
    path = root / FILE_NAME
    templating.write(path, render(root, ready, base, clinic, today))
    return path, ready, [track for track in found if track.draft]


def render(root: Path, tracks: Sequence[Finished], base: str, clinic: str, today: date) -> str:
    """The whole file; Jinja2 escapes every value."""
    language = shelf.main_language(tracks)
    text = wording.words(wording.language_of(language))["feed"]
    episodes = [_episode(root, track, base) for track in tracks]
    values = {
        "base": base,
        "feed": f"{base}{FILE_NAME}",
        "guid": uuid.uuid5(PODCAST_NAMESPACE, f"{base}{FILE_NAME}".partition("://")[2].rstrip("/")),
        "title": f"{clinic}: {text['title']}" if clinic else text["title"],
        "author": clinic or text["title"],
        "language": language,
        "text": text,
        "generator": f"narration {__version__}",
        "episodes": episodes,
        "changed": max((episode["date"] for episode in episodes), default=_midnight(today)),
        "rfc822": format_datetime,
    }
    return templating.environment(_HERE).get_template(FILE_NAME).render(values)


def _episode(root: Path, track: Finished, base: str) -> dict[str, Any]:
    words = wording.words(wording.language_of(track.language))["page"]
    page = f"{base}{quote(track.name, safe='')}/"
    stem = f"{page}{quote(track.name, safe='')}"
    audio = (root / track.name / f"{track.name}.mp3").stat()
    return {
        "track": track,
        "page": page,
        "audio": f"{stem}.mp3",
        "bytes": audio.st_size,
        "seconds": round(track.seconds),
        "guid": uuid.uuid5(uuid.NAMESPACE_URL, f"urn:narration\n{track.name}\n{track.language}\n{track.digest}").urn,
        "date": _midnight(track.built_on or datetime.fromtimestamp(audio.st_mtime, UTC).date()),
        "description": f"{words['length'].format(minutes=units.minutes(track.seconds))}. {words['computer_voice']}. "
        f"{words['calm']}",
        "image": f"{page}{COVER if COVER in track.files else 'page/icon-512.png'}",
        "chapters": f"{page}chapters.json" if "chapters.json" in track.files else "",
        "transcripts": [
            (f"{stem}{ending}", kind, rel)
            for ending, kind, rel in (
                (".vtt", "text/vtt", "captions"),
                (".srt", "application/x-subrip", "captions"),
                (".txt", "text/plain", ""),
            )
            if f"{track.name}{ending}" in track.files
        ],
    }


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)

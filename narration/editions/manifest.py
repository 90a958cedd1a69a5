"""``manifest.json``: what the folder holds, what is said when, who approved it, and every file's digest.

Other programs rely on its keys.  Times are in seconds.  ``cues`` holds speech
only: ``end`` is where the speech ends, not the pause after it.  ``approved_by``
and ``review_by`` are null unless an approval stands for exactly this text.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from narration import __version__, templating
from narration.editions.base import Publication
from narration.folder import COVER, MANIFEST
from narration.script import digest, standing_review
from narration.units import to_seconds


def publish(publication: Publication, folder: Path) -> None:
    """Written last: ``files`` covers everything else that stands in ``folder``."""
    write(
        folder,
        {
            **content(publication),
            "files": file_digests(folder),
            "generator": _generator(),
            "built_on": publication.built_on.isoformat(),
            "build_key": publication.build_key,
        },
    )


def renew(folder: Path, data: dict[str, Any], *names: str) -> None:
    """The manifest ``data`` of ``folder`` with fresh digests of the files ``names``, which were written anew."""
    files = {**data["files"], **{name: sha256(folder / name) for name in names}}
    write(folder, {**data, "files": dict(sorted(files.items()))})


def write(folder: Path, data: dict[str, Any]) -> None:
    templating.write(folder / MANIFEST, json.dumps(data, ensure_ascii=False, indent=2))


def content(publication: Publication) -> dict[str, Any]:
    """All that is known before the other files are."""
    script, timeline, voice = publication.script, publication.timeline, publication.voice
    rate_hz = timeline.rate_hz
    return {
        "title": script.title,
        "language": script.language,
        "draft": publication.draft,
        "duration": timeline.seconds,
        "voice": {
            "engine": voice.engine,
            "name": voice.name,
            "version": voice.version,
            "online": voice.online,
            "licence": voice.licence,
            "natural": voice.natural,
        },
        "script": _script(publication),
        "loudness": {
            "integrated_lufs": round(publication.loudness.integrated_lufs, 2),
            "true_peak_dbtp": round(publication.loudness.true_peak_dbtp, 2),
        },
        "cues": [
            {
                "id": cue.id,
                "phase": cue.phase,
                "start": to_seconds(cue.start, rate_hz),
                "end": to_seconds(cue.end, rate_hz),
                "text": cue.text,
                "spoken": cue.spoken,
                "from": list(cue.sources),
            }
            for cue in timeline.cues
        ],
        "chapters": [
            {
                "title": chapter.title,
                "start": to_seconds(chapter.start, rate_hz),
                "end": to_seconds(chapter.end, rate_hz),
            }
            for chapter in timeline.chapters
        ],
        "measures": {name: dict(figures) for name, figures in publication.measures.items()},
        "cover": {"file": COVER, "alt": publication.cover_alt},
    }


def file_digests(folder: Path) -> dict[str, str]:
    """SHA-256 of every file but the manifest, by its path within ``folder`` with ``/`` between the parts."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name: sha256(folder / name) for name in names if name != MANIFEST}


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _script(publication: Publication) -> dict[str, Any]:
    script = publication.script
    stands = standing_review(script)
    return {
        "file": script.path.name if script.path else "",
        "digest": digest(script),
        "approved_by": stands.by if stands else None,
        "review_by": stands.review_by.isoformat() if stands and stands.review_by else None,
    }


def _generator() -> dict[str, str]:
    return {"name": "narration", "version": __version__}

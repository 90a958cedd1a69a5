"""``chapters.json`` in the podcast namespace's JSON chapters format, version 1.2.0.

Podcast apps read it from the feed
(https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md).
Times are in seconds.
"""

from __future__ import annotations

import json
from pathlib import Path

from narration.editions.base import Publication
from narration.units import to_seconds


def publish(publication: Publication, folder: Path) -> None:
    timeline = publication.timeline
    content = {
        "version": "1.2.0",
        "title": publication.script.title,
        "chapters": [
            {
                "startTime": to_seconds(chapter.start, timeline.rate_hz),
                "endTime": to_seconds(chapter.end, timeline.rate_hz),
                "title": chapter.title,
            }
            for chapter in timeline.chapters
        ],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    (folder / "chapters.json").write_text(text, encoding="utf-8", newline="\n")

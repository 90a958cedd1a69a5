"""What every edition tells of a track in the listener's language: its title, whose review stands, why it is a draft."""

from __future__ import annotations

from datetime import date
from typing import Any

from narration import units, wording
from narration.editions.base import Publication
from narration.script import Script, digest, standing_review


def draft_reasons(script: Script, on: date, language: str) -> list[str]:
    """Why a track made on that day is a draft, in ``language``; none for one that is not."""
    text, review = wording.words(language)["page"], script.review
    if review is None:
        return [text["draft_unapproved"]]
    reasons = [] if standing_review(script) else [text["draft_changed"]]
    if review.review_by is not None and on > review.review_by:
        reasons.append(text["draft_overdue"].format(date=wording.spelled_date(review.review_by, language)))
    return reasons


def values(publication: Publication) -> dict[str, Any]:
    """What the templates of the page and of both talking books see alike.

    ``title`` says that a draft is one wherever a title alone is shown; ``page``
    holds the page's words, ``book`` the books'.  ``language`` and
    ``words_direction`` are those of these words: a guide in Arabic has English
    ones, whose full stops would stand on the wrong side in the guide's own
    ``direction``.
    """
    script = publication.script
    language = wording.language_of(script.language)
    words = wording.words(language)
    return {
        "script": script,
        "title": f"{words['book']['draft']}: {script.title}" if publication.draft else script.title,
        "language": language,
        "direction": wording.direction(script.language),
        "words_direction": wording.direction(language),
        "clinic": publication.settings.clinic.name,
        "voice": publication.voice,
        "built_on": publication.built_on,
        "version": digest(script)[:8],
        "minutes": units.minutes(publication.timeline.seconds),
        "draft": publication.draft,
        "draft_reasons": draft_reasons(script, publication.built_on, language),
        "review": standing_review(script),
        "spelled": lambda day: wording.spelled_date(day, language),
        "page": words["page"],
        "book": words["book"],
    }

"""How far a track may be trusted: whose review stands, and why it is a draft, in the listener's language."""

from __future__ import annotations

from narration import wording
from narration.editions.base import Publication
from narration.script import standing_review


def draft_reasons(publication: Publication, language: str) -> list[str]:
    """Why the track is a draft, in ``language``; a page also tells of a review date that passes later."""
    if not publication.draft:
        return []
    text, review = wording.words(language)["page"], publication.script.review
    if review is None:
        return [text["draft_unapproved"]]
    reasons = [] if standing_review(publication.script) else [text["draft_changed"]]
    if review.review_by is not None and publication.built_on > review.review_by:
        reasons.append(text["draft_overdue"].format(date=wording.spelled_date(review.review_by, language)))
    return reasons

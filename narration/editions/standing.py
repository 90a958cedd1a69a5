"""How far a track may be trusted: whose review stands, and why it is a draft, in the listener's language."""

from __future__ import annotations

from narration.editions import wording
from narration.editions.base import Publication
from narration.script import Review, digest


def standing_review(publication: Publication) -> Review | None:
    """The review, if it was of exactly these words."""
    review = publication.script.review
    return review if review is not None and review.digest == digest(publication.script) else None


def draft_reasons(publication: Publication, language: str) -> list[str]:
    """Why the track is a draft, in ``language``; a page also tells of a review date that passes later."""
    if not publication.draft:
        return []
    text, review = wording.words(language)["page"], publication.script.review
    if review is None:
        return [text["draft_unapproved"]]
    reasons = [] if standing_review(publication) else [text["draft_changed"]]
    if review.review_by is not None and publication.built_on > review.review_by:
        reasons.append(text["draft_overdue"].format(date=wording.spelled_date(review.review_by, language)))
    return reasons

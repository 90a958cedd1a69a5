"""How far a track may be trusted: whose review stands, and why it is a draft, in the listener's language."""

from __future__ import annotations

from datetime import date

from narration import wording
from narration.script import Script, standing_review


def draft_reasons(script: Script, on: date, language: str) -> list[str]:
    """Why a track made on that day is a draft, in ``language``; none for one that is not."""
    text, review = wording.words(language)["page"], script.review
    if review is None:
        return [text["draft_unapproved"]]
    reasons = [] if standing_review(script) else [text["draft_changed"]]
    if review.review_by is not None and on > review.review_by:
        reasons.append(text["draft_overdue"].format(date=wording.spelled_date(review.review_by, language)))
    return reasons

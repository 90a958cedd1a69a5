"""Spoken forms: what the voice is given instead of what is written.

The transcript keeps the written form.  No digit, symbol or abbreviation that a
voice would stumble over gets through: the last step guarantees it.
"""

from __future__ import annotations

from collections.abc import Mapping


def spoken_form(text: str, language: str, say_as: Mapping[str, str] | None = None) -> str:
    """``It takes 30–45 min.`` → ``It takes thirty to forty-five minutes.``

    ``say_as`` maps written words to what is said for them and wins over all.
    The result has letters, apostrophes, hyphens within words, spaces and
    ``, . ? !`` only; it is empty when there is nothing to say.
    """
    from narration.spoken.forms import spoken

    return spoken(text, language, dict(say_as or {}))

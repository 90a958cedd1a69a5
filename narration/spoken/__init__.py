"""Spoken forms: what the voice is given instead of what is written.

The transcript keeps the written form.  No digit, symbol or abbreviation that a
voice would stumble over gets through: the last step guarantees it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from narration.script import Lexicon


def spoken_form(text: str, language: str, say_as: Mapping[str, str] | None = None) -> str:
    """``It takes 30–45 min.`` → ``It takes thirty to forty-five minutes.``

    ``say_as`` maps written words to what is said for them and wins over all.
    The result has letters, apostrophes, hyphens within words, spaces and
    ``, . ? !`` only; it is empty when there is nothing to say.
    """
    from narration.spoken.forms import spoken

    return spoken(text, language, dict(say_as or {}))


def with_lexicons(say_as: Mapping[str, str], lexicons: Sequence[Lexicon], language: str) -> dict[str, str]:
    """``say_as`` with what the lexicons say; it wins over them, and an earlier one over a later.

    Raises ``UsageError`` for a lexicon with a mistake.
    """
    from narration.spoken import pls

    found = dict(say_as)
    known = {written.casefold() for written in say_as}
    for lexicon in lexicons:
        entries = pls.read(lexicon.path, language).entries
        found |= {written: said for written, said in entries.items() if written.casefold() not in known}
        known |= {written.casefold() for written in entries}
    return found


def lexicon_notes(lexicons: Sequence[Lexicon], language: str) -> list[str]:
    """What a person should know of the lexicons: which entries no voice can use."""
    from narration.spoken import pls

    return [note for lexicon in lexicons if (note := pls.read(lexicon.path, language).note)]

"""Marks that lead to a page's sources: “the gag reflex [1.3.1].”, “an hour.¹,²”, “the cords.3 It settles.”

None of them can be heard.  A number that belongs to its sentence stays: “Press [1] for the nurse”, “wait [10]
minutes”, “12 m²”.  Plain digits right after a full stop are marks only where the page has several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from narration.readers.base import Block, Change, Kind, changed
from narration.readers.vocabulary import listed

FEWEST_PLAIN = 2
"""So many plain digits after full stops show that they are marks: one may be the number of what follows."""
_NUMBERS = r"\d{1,3}(?:\.\d{1,3}){0,3}(?:\s?[,;–-]\s?\d{1,3}(?:\.\d{1,3}){0,3}){0,9}"
_BRACKETED = re.compile(
    rf"(?:(?<=[^\W\d]|[.,;:!?)%”\"’'])|(?<=\b(?:19|20)\d\d))(?:\s?\[{_NUMBERS}\])+(?=[\s.,;:!?)]|$)"
)
_RAISED = re.compile(
    r"(?:(?<=[^\W\d_]{2}[.,;:!?)”\"])|(?<=[^\W\d_]{4})(?<!metre|meter|etres|eters|metro|etros|inche|nches|lgada|gadas))"
    r"[¹²³⁰⁴-⁹](?:[,;–-]?\s?[¹²³⁰⁴-⁹]){0,9}(?=[\s.,;:!?)]|$)"
)
"""Raised digits after a word of four letters or a stop; “cm²” and “10⁶” have a power."""
_PLAIN = re.compile(
    r"(?<=[^\W\d_]{3}[.?!])(?<!\b(?i:fig|vol|tab|art|ext|int|pág|pag|núm|nro)\.)\d{1,2}(?:[,–-]\s?\d{1,2}){0,5}"
    r"(?=\s+[¿¡“\"(]?[^\W\d_a-z]|\s*$)"
)
_SENTENCE = re.compile(r"[.,;:!?)]|$")


def without(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without such marks; a source that begins with its own stays: “[1] Ear Society, 2021.”"""
    said = [block for block in blocks if not block.reason and block.kind is not Kind.RULE]
    plain = sum(len(_PLAIN.findall(block.text)) for block in said) >= FEWEST_PLAIN
    for block in blocks:
        yield block if block.reason or block.kind is Kind.RULE else changed(block, _found(block.text, plain))


def _found(text: str, plain: bool) -> list[Change]:
    if text.startswith("["):
        return []
    bracketed = [match.span() for match in _BRACKETED.finditer(text) if not _is_told(text, *match.span())]
    others = [match.span() for pattern in (_RAISED, *([_PLAIN] if plain else [])) for match in pattern.finditer(text)]
    return [(start, end, "") for start, end in sorted(bracketed + others)]


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether the number in brackets is of its sentence: of a key to press, or of what is counted after it."""
    named = listed("labels", "numbered_by_bracket").search(text[:start].rstrip()) is not None
    counted = _SENTENCE.match(text, end) is None and listed("labels", "counted_after").match(text[end:].lstrip())
    return named or bool(counted)

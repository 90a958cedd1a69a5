"""What the rules ask of a text whatever its language: its words, its first letter, whether a cut leaves a mark open."""

from __future__ import annotations

import re

WORD = re.compile(r"[\w’'-]+")
_OPENING_DASH = re.compile(r"(?<=\s)—(?=[\w¿¡“«(])")
_CLOSING_DASH = re.compile(r"(?<=[^\s—])—(?=[\s,.;:?!)]|$)")


def tokens(text: str) -> list[str]:
    """Lower-case words, with typographic apostrophes."""
    return [word.lower().replace("'", "’") for word in WORD.findall(text)]


def last_word(text: str) -> str:
    """The last of a text's ``tokens``; ``""`` where it has none."""
    return (tokens(text) or [""])[-1]


def balanced(half: str) -> bool:
    """A cut inside brackets, quotation marks, dashes or “between 1 and 3” would leave one open on each side."""
    marks = half.count("(") == half.count(")") and half.count("“") == half.count("”")
    if re.search(r"\b(?:between|entre)\s+(?:\w+\s+)?\d[\d.,:]*\s*(?:%|\w+)?[\s.,]*$", half, re.IGNORECASE):
        return False
    if len(_OPENING_DASH.findall(half)) != len(_CLOSING_DASH.findall(half)):
        return False  # “… —se lo preguntarán varias veces” before “, y es normal—, …”
    return marks and half.count('"') % 2 == 0 and len(re.findall(r"\s[–—]\s", half)) % 2 == 0


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def decapitalised(text: str) -> str:
    """The text as it stands inside a sentence; the English “I” keeps its capital."""
    return text if re.match(r"I\b", text) else text[:1].lower() + text[1:]

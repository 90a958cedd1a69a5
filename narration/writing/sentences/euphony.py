"""Spanish “y” and “o” before their own sound, “e infección”, “u ocurre”, and what melts: “de” + “el” → “del”.

What says which is data (``euphony``, ``melting``).
"""

from __future__ import annotations

import re

from narration.writing.vocabulary import Vocabulary


def joint(word: str, after: str, words: Vocabulary) -> str:
    """The conjunction ``word``, in either of its forms, as it is said before ``after``."""
    for usual, (sound, variant) in words.grammar["lists"].get("euphony", {}).items():
        if word in (usual, variant):
            return str(variant if re.match(sound, after, re.IGNORECASE) else usual)
    return word


def mended(said: str, source: str, words: Vocabulary) -> str:
    """What is said instead of ``source``, with the conjunctions before new words as these ask for.

    What stood side by side in the source stays as it was.
    """
    listed = words.grammar["lists"].get("euphony", {})
    forms = "|".join(form for usual, (_, variant) in listed.items() for form in (usual, variant))
    if not forms:
        return said
    pairs = re.compile(rf"\b({forms})(\s+)(?=([^\W\d_]+))", re.IGNORECASE)
    stood = {(match[1].lower(), match[3].lower()) for match in pairs.finditer(source)}

    def fitted(match: re.Match[str]) -> str:
        if (match[1].lower(), match[3].lower()) in stood:
            return match[0]
        form = joint(match[1].lower(), match[3], words)
        return f"{form.upper() if match[1].isupper() else form}{match[2]}"

    return pairs.sub(fitted, said)


def melted(said: str, words: Vocabulary) -> str:
    """What is said, with the words made one that no one says apart: “antes de el corte” → “antes del corte”.

    They meet where a plain word has another gender, and where a point follows its list's beginning (“Avise a:”).
    """
    for apart, together in words.grammar["lists"].get("melting", {}).items():
        said = re.sub(apart, together, said)
    return said

"""The marks of a typed page: bullets, boxes to tick, pictures before a line, and the gaps that part its columns."""

from __future__ import annotations

import re

BOX = r"(?:\[[ xX_✓✔]*\]|\([ _]*\)|[☐☑☒❏❑○◻])"
"""A box that is ticked on paper."""
PICTURE = (
    r"(?:[✅☑✔➡👉🔹🔸🔵▶]\ufe0f?|[❌🚫⛔](?=\s+(?i:no|nada|nunca|sin|evit\w+|not?|never|don[’']t|do not|avoid)\b))"
)
"""A picture that is a bullet; one that forbids is none where the words do not."""
GAP = re.compile(r"(?<=\S)(?: {3,}|\s*\t\s*|\s+\|\s+)(?=\S)")
"""What holds two cells of a line apart: wide spaces, a tab or a bar."""
_TYPED = re.compile(
    r"\s*(?:[-*+•●▪◦‣⁃■∙·»–—✓✔□×o\x7f-\x9f\ue000-\uf8ff\ufffd]|\(?\d{1,2}(?:[.)]-?|\.?º[.)-]?)|\(?[a-z][.)]-?|[A-H]\)"
    rf"|{BOX}|{PICTURE})(?:\s|$)"
)
"""What may be a bullet, also alone on its line, or the letter that a bullet has become."""


def is_typed(line: str) -> bool:
    """Whether a line begins with a bullet or a number, or with what may be one."""
    return _TYPED.match(line) is not None

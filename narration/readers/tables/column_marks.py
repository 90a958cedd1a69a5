"""Ticks and crosses beside the words over columns: “✔ Allowed | ✘ Not allowed”, “Can eat ✅ | ❌ Avoid”.

Each of the two columns is a list of its own, and each cell has the words over it: nobody may hear one without them, as
what is forbidden would sound allowed: “Allowed: white bread”, “Not allowed: oats”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.vocabulary import listed

PAIR = 2
YES, NO = re.compile(r"[✓✔✅☑👍]\ufe0f?"), re.compile(r"[✗✘✕✖❌🚫⛔👎]\ufe0f?")
"""What stands over what is good, and over what is not."""
NONE = re.compile(r"[-–—]?")
"""A cell among marks that has none."""
_MARKED = re.compile(
    rf"\W*(?P<mark>{YES.pattern}|{NO.pattern})\W*(?P<name>\w.*)|(?P<before>.*\w)\W*(?P<after>{YES.pattern}|{NO.pattern})\W*"
)
_KNOWN = ("column_allows", "column_forbids", "column_needed", "column_optional")


def are_marked(heads: Sequence[str]) -> bool:
    """Whether two columns have words with a tick over the one and with a cross over the other."""
    if len(heads) != PAIR:
        return False
    return _are_opposite(*map(_mark, heads))


def are_over(heads: Sequence[str]) -> bool:
    """Whether two columns have a tick and a cross over them, alone or with words."""
    return are_marked(heads) or (len(heads) == PAIR and _are_opposite(*heads))


def plain(head: str) -> str:
    """Words over a column without a mark that only says them again: “✔ Allowed” → “Allowed”."""
    said = named(head)
    return said if not any(mark.match(said) for mark in (YES, NO)) else head


def named(head: str) -> str:
    """Such words as they are said: “✔ Allowed” → “Allowed”; where they do not tell it, the mark does: “✘, bread”."""
    match = _MARKED.fullmatch(head.strip())
    if match is None:
        return head
    name = (match["name"] or match["before"]).strip(" :")
    if any(listed("labels", key).fullmatch(name) for key in _KNOWN):
        return name
    return f"{_mark(head)}, {name[:1].lower() + name[1:] if name[1:2].islower() else name}"


def _are_opposite(one: str, other: str) -> bool:
    return any(YES.fullmatch(a) and NO.fullmatch(b) for a, b in ((one, other), (other, one)))


def _mark(head: str) -> str:
    match = _MARKED.fullmatch(head.strip())
    return (match["mark"] or match["after"]) if match else ""

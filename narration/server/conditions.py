"""Conditional and partial requests, as far as a player and a cache need them (RFC 9110, sections 13 and 14)."""

from __future__ import annotations

import os
import re
from email.utils import formatdate, parsedate_to_datetime

_RANGE = re.compile(r"bytes\s*=\s*(\d{0,18}\s*-\s*\d{0,18}(?:\s*,\s*\d{0,18}\s*-\s*\d{0,18})*)\s*\Z", re.IGNORECASE)


def etag(stat: os.stat_result, *, weak: bool) -> str:
    """Weak for what is also sent compressed: its bytes are not always the same."""
    strong = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
    return f"W/{strong}" if weak else strong


def is_fresh(tag: str, stat: os.stat_result, if_none_match: str | None, if_modified_since: str | None) -> bool:
    """Whether the asker has this version already; ``If-None-Match`` outranks the date."""
    if if_none_match is not None:
        known = {item.strip().removeprefix("W/") for item in if_none_match.split(",")}
        return "*" in known or tag.removeprefix("W/") in known
    if if_modified_since is None:
        return False
    try:
        return int(stat.st_mtime) <= parsedate_to_datetime(if_modified_since).timestamp()
    except (ValueError, TypeError, OverflowError):
        return False


def last_modified(stat: os.stat_result) -> str:
    return formatdate(stat.st_mtime, usegmt=True)


def ranges(header: str | None) -> int:
    """How many ranges are asked for: none where the header is missing, of another unit, or makes no sense.

    A server leaves such a header out of account (section 14.2).
    """
    asked = _RANGE.match(header or "")
    if asked is None:
        return 0
    parts = [part.strip() for part in asked[1].split(",")]
    for part in parts:
        first, _, last = (item.strip() for item in part.partition("-"))
        if not (first or last) or (first and last and int(first) > int(last)):
            return 0
    return len(parts)

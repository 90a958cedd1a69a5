"""Files that appear whole or not at all, in the place of earlier ones."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path``, then put it in its place.

    Whoever opens ``path`` meanwhile meets the earlier file or the new one,
    never half of it, and a writer that is stopped leaves the earlier one as it
    was.  The name beside it is nobody else's, and short: one that was made
    from a long name might be too long.
    """
    beside = path.with_name(f".{os.getpid()}-{secrets.token_hex(4)}.partial")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)

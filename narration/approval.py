"""Approval: a clinician's signature at the end of a script's file.

Only the ``review:`` block is touched: comments, layout and line ends that a
person made stay byte for byte.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from narration import lexicons, script_yaml
from narration.errors import UsageError
from narration.script import Review, sign, standing_review


def approve(path: Path, by: str, role: str, on: date, review_by: date | None = None) -> Review:
    """Sign the script in ``path`` as it stands.

    Raises ``UsageError`` for an empty name or role, or a review date that has
    passed; ``ScriptError`` for a script with a mistake.
    """
    if not by.strip() or not role.strip():
        raise UsageError("an approval needs a name and a role.", remedy="Give --by and --role.")
    if review_by is not None and review_by < on:
        raise UsageError(f"the review date {review_by.isoformat()} has already passed.", remedy="Give a later one.")
    script = lexicons.load_script(path)
    review = sign(script, by.strip(), role.strip(), on, review_by)
    data = path.read_bytes()
    newline = b"\r\n" if b"\r\n" in data else b"\n"
    body = _without_review(data).rstrip()
    block = script_yaml.dump_review(review).encode().replace(b"\n", newline)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        partial.write_bytes(body + newline * 2 + block)
        signed = lexicons.load_script(partial)
        if signed.review != review or standing_review(signed) is None:
            raise UsageError(
                "the approval could not be added without changing the script.",
                remedy="Move `review:` to the end of the file, at the left margin, and approve again.",
                path=path,
            )
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return review


def _without_review(data: bytes) -> bytes:
    """The file without the key ``review:`` and the lines that are indented under it."""
    kept: list[bytes] = []
    inside = False
    for line in data.splitlines(keepends=True):
        if line.startswith(b"review:"):
            inside = True
            continue
        if inside and line.strip():
            inside = line[:1] in (b" ", b"\t")
            if inside:
                continue
        kept.append(line)
    return b"".join(kept)

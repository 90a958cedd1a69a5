"""Web addresses that a person gives, on the command line or in the settings."""

from __future__ import annotations

from urllib.parse import urlsplit

from narration.errors import UsageError

MAX_ADDRESS = 500


def web_address(address: str) -> str:
    """``address`` if a phone can open it; raises ``UsageError`` for anything else."""
    wanted = address.strip()
    try:
        parts = urlsplit(wanted)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    except ValueError:
        usable = False
    if not usable or len(wanted) > MAX_ADDRESS or not wanted.isprintable() or any(c in wanted for c in " <>\"'"):
        raise UsageError(
            f"`{address}` is not a web address that a phone can open.",
            remedy="Write it in full, like https://clinic.example/guides/hearing-test/.",
        )
    return wanted


def folder_address(address: str) -> str:
    """``address`` as that of a folder, ending in ``/``; raises ``UsageError`` for a file's or a query's."""
    wanted = web_address(address)
    if "?" in wanted or "#" in wanted or wanted.endswith((".xml", ".html")):
        raise UsageError(
            f"`{address}` is not the address of a folder.",
            remedy="Name the folder that holds the guides, like https://clinic.example/guides/.",
        )
    return wanted.rstrip("/") + "/"

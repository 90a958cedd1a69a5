"""The same procedure in other languages: finished tracks that stand beside this one.

A track's folder is ``<procedure>`` in English and ``<procedure>-<language>``
otherwise.  A page links the languages that are there when it is built.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from narration.editions import wording


@dataclass(frozen=True, slots=True)
class Sibling:
    """``name`` is the language in its own words, ``href`` relative to this track's page."""

    language: str
    name: str
    href: str


def find(folder: Path, name: str, language: str) -> list[Sibling]:
    """The other languages of track ``name``, which is being written into ``folder``."""
    found = []
    procedure = _procedure(name, language)
    for manifest in sorted(folder.parent.glob("*/manifest.json")):
        other = manifest.parent.name
        if other == name or manifest.parent == folder or other.startswith("."):
            continue
        tag = _language(manifest)
        if tag and tag != language and _procedure(other, tag) == procedure:
            label = wording.words(wording.language_of(tag))["name"] if tag.split("-")[0] in wording.available() else tag
            found.append(Sibling(tag, label, f"../{quote(other)}/index.html"))
    return found


def _procedure(name: str, language: str) -> str:
    return name.removesuffix(f"-{language}")


def _language(manifest: Path) -> str:
    """Empty when the file is not a manifest: someone else's folder is no reason to fail."""
    try:
        data = json.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    tag = data.get("language") if isinstance(data, dict) else None
    return tag if isinstance(tag, str) else ""

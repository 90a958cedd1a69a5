"""Whether a finished folder already holds what a build would make."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from narration.folder import manifest_of
from narration.plan import Pause, Plan
from narration.script import Script, digest
from narration.settings import Settings


def build_key(
    script: Script,
    plan: Plan,
    voice_key: Mapping[str, str | int | float],
    draft_reasons: Sequence[str],
    formats: Sequence[str],
    settings: Settings,
    version: str,
) -> str:
    """SHA-256 over everything that a build's result depends on, but for the date.

    The spoken forms are in it, so a better lexicon is a change; so is a review
    that ran out.
    """
    content = {
        "version": version,
        "script": digest(script),
        "review": repr(script.review),
        "plan": [
            [item.samples, item.reason] if isinstance(item, Pause) else [item.id, item.text, item.spoken]
            for _, item in plan.items()
        ],
        "voice": dict(voice_key),
        "draft": list(draft_reasons),
        "formats": list(formats),
        "clinic": asdict(settings.clinic),
        "sound": {**asdict(settings.sound), "bed": _named_bed(settings)},
        "bed": _file_digest(Path(settings.sound.bed)) if _named_bed(settings) == "file" else "",
        "logo": _file_digest(settings.folder / settings.clinic.logo) if settings.clinic.logo else "",
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def earlier_build(folder: Path, key: str) -> Mapping[str, Any] | None:
    """The manifest of ``folder`` if it was built with ``key`` and every file is still what it was."""
    manifest = manifest_of(folder)
    if manifest.get("build_key") != key:
        return None
    try:
        intact = all(_file_digest(folder / name) == sha256 for name, sha256 in manifest["files"].items())
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return manifest if intact else None


def other_script(folder: Path, script: Script) -> str:
    """The file name of the script that the track in ``folder`` came from, if that is not this script's; else ``""``.

    ``ear-test.yaml`` and ``ear-test/en.yaml`` give their tracks one name.
    """
    told = manifest_of(folder).get("script")
    earlier = told.get("file") if isinstance(told, dict) else None
    here = script.path.name if script.path else ""
    return earlier if isinstance(earlier, str) and earlier != here else ""


def _named_bed(settings: Settings) -> str:
    """A bed of the clinic's own is known by its content, wherever it lies."""
    return settings.sound.bed if settings.sound.bed in ("none", "soft") else "file"


def _file_digest(path: Path) -> str:
    """``""`` for a file that is not there: whoever needs it says so."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""

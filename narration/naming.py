"""What a track is called, and where its script stands.

A track's name is its file's stem.  In a procedure's folder
(``scripts/mri-scan/phases.md``, ``…/en.yaml``, ``…/phases.es.md``) it is the
folder's name, followed by ``-<language>`` for any language but English.
"""

from __future__ import annotations

import re
from pathlib import Path

SCRIPTS_FOLDER = Path("scripts")
SOURCE_STEM = "phases"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_procedure_source(source: Path) -> bool:
    """Whether ``source`` is the phase text of a procedure's folder."""
    return source.name.split(".")[0] == SOURCE_STEM and bool(source.absolute().parent.name)


def source_language(source: Path) -> str | None:
    """The language that a procedure's source carries in its name: ``phases.es.md`` → ``es``."""
    parts = source.name.split(".")
    if is_procedure_source(source) and len(parts) == 3 and _LANGUAGE.fullmatch(parts[1]):
        return parts[1]
    return None


def script_path(source: Path, language: str) -> Path:
    """Where ``write`` puts the script of ``source``."""
    if is_procedure_source(source):
        return source.parent / f"{language}.yaml"
    return SCRIPTS_FOLDER / f"{source.stem}.yaml"


def track_name(script: Path, language: str) -> str:
    """The name of the folder in ``audio_out`` and of the files in it."""
    stem = script.stem
    if stem.lower() == language.lower() and _LANGUAGE.fullmatch(stem):
        folder = script.absolute().parent.name
        if folder:
            english = language.split("-")[0] == "en"
            stem = folder if english else f"{folder}-{language}"
    return safe_file_name(stem)


def safe_file_name(stem: str) -> str:
    """A stem that is a plain file name on every system and in a web address."""
    name = re.sub(r"[^\w.-]+", "-", stem, flags=re.UNICODE).strip("-.")[:100]
    return name or "narration"

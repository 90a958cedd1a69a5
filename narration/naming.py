"""What a track is called, and where its script stands.

A track's name is its file's stem.  In a procedure's folder
(``scripts/mri-scan/phases.md``, ``…/en.yaml``, ``…/phases.es.md``) it is the
folder's name, followed by ``-<language>`` for any language but English.
"""

from __future__ import annotations

import re
from pathlib import Path

from narration.language_tags import canonical, primary

SCRIPTS_FOLDER = Path("scripts")
SOURCE_STEM = "phases"


def is_procedure_source(source: Path) -> bool:
    """Whether ``source`` is the phase text of a procedure's folder."""
    return source.name.split(".")[0] == SOURCE_STEM and bool(source.absolute().parent.name)


def source_language(source: Path) -> str | None:
    """The language that a procedure's source carries in its name: ``phases.es.md`` → ``es``."""
    parts = source.name.split(".")
    if is_procedure_source(source) and len(parts) == 3:
        return canonical(parts[1]) or None
    return None


def script_path(source: Path, language: str) -> Path:
    """Where ``write`` puts the script of ``source``."""
    if is_procedure_source(source):
        return source.parent / f"{language}.yaml"
    return SCRIPTS_FOLDER / f"{source.stem}.yaml"


def track_name(script: Path, language: str) -> str:
    """The name of the folder in ``audio_out`` and of the files in it."""
    stem = script.stem
    if canonical(stem) == language:
        folder = script.absolute().parent.name
        if folder:
            stem = folder if primary(language) == "en" else f"{folder}-{language}"
    return safe_file_name(stem)


def safe_file_name(stem: str) -> str:
    """A stem that is a plain file name on every system and in a web address."""
    name = re.sub(r"[^\w.-]+", "-", stem, flags=re.UNICODE).strip("-.")[:100]
    return name or "narration"

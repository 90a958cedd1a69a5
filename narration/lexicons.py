"""Pronunciation lexicons that a script or the settings name, as files: which they are and what is in them.

Their content is part of what a clinician approves, so its digest goes with the
script.  ``spoken/pls.py`` reads what they say.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from narration import script_yaml, settings
from narration.errors import UsageError
from narration.language_tags import primary
from narration.script import Lexicon, Script


def load_script(path: Path, chosen: settings.Settings | None = None) -> Script:
    """The script in ``path`` with the lexicons of the settings beside its own."""
    return with_shared(script_yaml.load(path), chosen or settings.load())


def with_shared(script: Script, chosen: settings.Settings) -> Script:
    """The script with the lexicons that the settings give its language.

    Raises ``UsageError`` for a file that cannot be read.
    """
    own = tuple(item for item in script.lexicons if not item.shared)
    names = chosen.lexicons.get(primary(script.language), ())
    return replace(script, lexicons=(*own, *(_shared(name, chosen.folder) for name in names)))


def _shared(name: str, folder: Path) -> Lexicon:
    path = folder / name
    try:
        return Lexicon(name, hashlib.sha256(path.read_bytes()).hexdigest(), path, shared=True)
    except OSError as error:
        raise UsageError(
            f"the lexicon that the settings name cannot be read: {error.strerror}.",
            remedy=f"Put it there, or take it out of [lexicons] in {settings.FILE_NAME}.",
            path=path,
        ) from None

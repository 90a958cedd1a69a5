"""What stands in a track's folder before its editions are written: the sound, and the cover."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from narration.folder import COVER
from narration.sound import cover


def stage(folder: Path, name: str, audio: Path) -> Path:
    """``folder`` with ``audio`` as the sound of track ``name``, and a cover."""
    shutil.copy(audio, folder / f"{name}.mp3")
    (folder / COVER).write_bytes(_cover())
    return folder


@cache
def _cover() -> bytes:
    return cover.draw("What a hearing test feels like", "", "hearing-test", "en", draft=False).jpeg

"""The audio formats of a track: their names, their media types, and which of them every track has.

Whoever names formats asks here: the commands, the settings, the page, the
server.  Nothing heavy is loaded.  To add one, add a row here, and to ``FORMATS``
in ``sound/formats.py`` how it is written.
"""

from __future__ import annotations

from typing import NamedTuple


class AudioFormat(NamedTuple):
    """``name`` is what a person types, and how the file's name ends."""

    name: str
    media_type: str
    standard: bool = False

    @property
    def suffix(self) -> str:
        return f".{self.name}"


AUDIO_FORMATS = (
    AudioFormat("mp3", "audio/mpeg", standard=True),
    AudioFormat("m4b", "audio/mp4", standard=True),
    AudioFormat("wav", "audio/wav"),
    AudioFormat("flac", "audio/flac"),
)
STANDARD = tuple(one.name for one in AUDIO_FORMATS if one.standard)
"""Every track has these.  The first is the one that the page plays; it offers each under its words ``file_NAME``."""
EXTRA = tuple(one.name for one in AUDIO_FORMATS if not one.standard)
"""Made when asked for, with ``--also`` or ``also`` in the settings."""

"""The comment in an MP3's ID3v2.3 tag, where old players look for it.

FFmpeg writes a comment as a user-defined text (``TXXX``), which most players
never show.  This adds the ``COMM`` frame (ID3v2.3.0, section 4.11) to the tag.
"""

from __future__ import annotations

from pathlib import Path

from narration.errors import SoundError

LANGUAGES = {"en": "eng", "es": "spa", "fr": "fra", "de": "deu", "it": "ita", "pt": "por", "nl": "nld", "ca": "cat"}
"""ISO 639-1 → ISO 639-2, as ID3 and MP4 want it."""

_HEADER_BYTES = 10
_UTF16 = b"\x01"


def add_comment(path: Path, language: str, text: str) -> None:
    """Put a ``COMM`` frame at the front of the tag of ``path``.

    ``language`` is an ISO 639-2 code.  Raises ``SoundError`` for a file without
    an ID3v2.3 tag.
    """
    data = path.read_bytes()
    if data[:4] != b"ID3\x03":
        raise SoundError("the MP3 has no ID3v2.3 tag to put the comment into.", path=path)
    size = _from_syncsafe(data[6:10])
    body = _UTF16 + language.encode("ascii") + _utf16("") + b"\x00\x00" + _utf16(text)
    frame = b"COMM" + len(body).to_bytes(4, "big") + b"\x00\x00" + body
    header = data[:6] + _to_syncsafe(size + len(frame))
    with path.open("wb") as file:
        file.write(header + frame)
        file.write(memoryview(data)[_HEADER_BYTES:])


def _utf16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")


def _from_syncsafe(data: bytes) -> int:
    """Four bytes of seven bits each (ID3v2.3.0, section 3.1)."""
    return sum((byte & 0x7F) << shift for byte, shift in zip(data, (21, 14, 7, 0), strict=True))


def _to_syncsafe(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))

"""Bytes to text: UTF-8, UTF-16 and Windows-1252 are read, anything else is named.

Windows-1252 gives a character for nearly every byte, so it is only believed
when what comes out looks like Western European writing.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from narration.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old Office document (.doc)",
    b"{\\rtf": "a Rich Text document (.rtf)",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"ID3": "an MP3 recording",
    b"RIFF": "a recording or a video",
    b"OggS": "an Ogg recording",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite": "a database",
}
_TYPOGRAPHY = "‘’“”–—…•€£©®°·´¡¿ªº«»½¼¾×±µ²³§™\xa0"
MAX_SCRAMBLED = 5_000
"""A longer line stays as it is: putting it right takes time that grows with its square."""
_SCRAMBLED = re.compile("[ÃÂâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_REMEDY = "Save it as UTF-8 text."


def signature(data: bytes) -> str:
    """What the first bytes say the file is (``a PNG picture``), ``""`` for none that is known."""
    return next((name for magic, name in _SIGNATURES.items() if data.startswith(magic)), "")


def decode(data: bytes, path: Path, declared: str = "") -> str:
    """The text of ``data``, with ``\\n`` line ends and no byte order mark.

    ``declared`` is an encoding that the file itself names (an HTML ``charset``);
    it is tried after the byte order mark and UTF-8.  Raises ``SourceError``
    that names what the file seems to be.
    """
    text = _decoded(data, path, declared)
    text = _unscrambled(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\x85", "\n").lstrip("\ufeff")
    odd = sum(1 for char in text if unicodedata.category(char) == "Cc" and char not in "\n\t")
    if odd > len(text) // 1000:
        raise SourceError("this is not text: it is full of control characters.", remedy=_REMEDY, path=path)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc") if odd else text


def _unscrambled(text: str) -> str:
    """UTF-8 that was once read as Windows-1252 and saved so (``donâ€™t``), put right by ftfy."""
    if not _SCRAMBLED.search(text):
        return text
    import ftfy

    # The closing quote’s last byte has no character in Windows-1252, so it is lost each time.
    lines = text.replace("â€\ufffd", "”").split("\n")
    return "\n".join(ftfy.fix_encoding(line) if len(line) <= MAX_SCRAMBLED else line for line in lines)


def _decoded(data: bytes, path: Path, declared: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name, path)
    if binary := signature(data):
        raise SourceError(f"this is {binary}, not text.", remedy="Give the file its right ending.", path=path)
    if wide := _wide(data):
        return _strictly(data, wide, path)
    if b"\x00" in data:
        raise SourceError("this is a binary file, not text.", remedy=_REMEDY, path=path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (text := _as_declared(data, declared)) is not None:
        return text
    return _western(data, path)


def _strictly(data: bytes, name: str, path: Path) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        spoken = {"utf-8-sig": "UTF-8"}.get(name, name.upper())
        raise SourceError(
            f"the file says it is {spoken}, but byte {error.start + 1:,} is not.", remedy=_REMEDY, path=path
        ) from None


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark shows as a zero in every other byte."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0) / (len(sample) // 2), sample[1::2].count(0) / (len(sample) // 2)
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    if even > 0.7 and odd < 0.05:
        return "utf-16-be"
    return ""


def _as_declared(data: bytes, declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
        # Browsers read these two names as Windows-1252, and so do the people who write them.
        return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _western(data: bytes, path: Path) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    foreign = [char for char in text if ord(char) > 127]
    letters = sum(1 for char in foreign if "À" <= char <= "ÿ" or char in "ŒœŠšŽžŸƒ")
    plausible = sum(1 for char in foreign if char in _TYPOGRAPHY) + letters
    if text and plausible >= 0.95 * len(foreign) and letters <= 0.2 * len(text):
        return text
    raise SourceError(
        f"the text is {_guess(data)}, which is not read here (UTF-8, UTF-16 and Windows-1252 are).",
        remedy=_REMEDY,
        path=path,
    )


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:50_000]).best()
    if best is None or best.encoding in ("cp1252", "ascii", "utf_8"):
        return "in an encoding that could not be recognised"
    return f"probably in the encoding {best.encoding.replace('_', '-')}"

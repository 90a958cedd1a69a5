"""The ID3v2.3 tag of an MP3: what old phones and players read (https://id3.org/id3v2.3.0).

Version 2.3 and UTF-16 text, because many devices know nothing newer.  Chapters
are CHAP and CTOC frames (id3v2-chapters-1.0), the cover an APIC frame.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from narration import yaml_data
from narration.language_tags import canonical, primary
from narration.timeline import Timeline
from narration.track import Cover, Tags
from narration.units import to_milliseconds

UNKNOWN = "und"
_CODE_LETTERS = 3
_UTF16 = b"\x01"
_END = b"\x00\x00"
_NO_OFFSET = b"\xff\xff\xff\xff"
_TOP_LEVEL_ORDERED = b"\x03"
_FRONT_COVER = b"\x03"


def language_of(tag: str) -> str:
    """The ISO 639-2 code of a BCP 47 tag, as ID3 and MP4 want it; ``und`` for a language that has none."""
    language = primary(canonical(tag))
    return _languages().get(language, language if len(language) == _CODE_LETTERS else UNKNOWN)


@cache
def _languages() -> dict[str, str]:
    known: dict[str, str] = yaml_data.parse(Path(__file__).with_name("languages.yaml").read_text(encoding="utf-8"))
    return known


def tag(timeline: Timeline, tags: Tags, cover: Cover | None) -> bytes:
    """The whole tag, header included."""
    language = language_of(tags.language)
    year, month, day = tags.date.split("-")
    frames = [
        _text("TIT2", tags.title),
        _text("TPE1", tags.artist),
        _text("TALB", tags.album),
        _text("TCON", "Speech"),
        _text("TLAN", language),
        _text("TYER", year),
        _text("TDAT", day + month),
        _frame("COMM", _UTF16 + language.encode() + _utf16("") + _utf16(tags.comment)),
    ]
    names = [f"chp{number}" for number in range(len(timeline.chapters))]
    frames.append(_contents(names))
    for name, chapter in zip(names, timeline.chapters, strict=True):
        times = b"".join(to_milliseconds(at).to_bytes(4, "big") for at in (chapter.start, chapter.end))
        body = name.encode() + b"\0" + times + _NO_OFFSET * 2 + _text("TIT2", chapter.title)
        frames.append(_frame("CHAP", body))
    if cover is not None:
        frames.append(_frame("APIC", _UTF16 + b"image/jpeg\0" + _FRONT_COVER + _utf16(cover.alt) + cover.jpeg))
    body = b"".join(frames)
    return b"ID3\x03\x00\x00" + _syncsafe(len(body)) + body


def _contents(names: list[str]) -> bytes:
    """Every chapter in order; the count is one byte, so a player is told of 255 at most."""
    listed = names[:255]
    children = b"".join(name.encode() + b"\0" for name in listed)
    return _frame("CTOC", b"toc\0" + _TOP_LEVEL_ORDERED + bytes([len(listed)]) + children)


def _text(name: str, text: str) -> bytes:
    return _frame(name, _UTF16 + _utf16(text))


def _frame(name: str, body: bytes) -> bytes:
    return name.encode("ascii") + len(body).to_bytes(4, "big") + b"\x00\x00" + body


def _utf16(text: str) -> bytes:
    return b"\xff\xfe" + text.replace("\0", "").encode("utf-16-le") + _END


def _syncsafe(number: int) -> bytes:
    """Four bytes of seven bits each (section 3.1)."""
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))

"""Track: mastered audio with its timeline, and what goes with it into a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loudness:
    """Measured as ITU-R BS.1770-4 and EBU R 128 say: LUFS over the whole, true peak in dBTP."""

    integrated_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture for the track: a square JPEG of ``side`` pixels, and what it shows in words."""

    jpeg: bytes
    side: int
    alt: str


@dataclass(frozen=True, slots=True)
class Tags:
    """What is written into the audio files themselves; ``date`` as 2026-11-23."""

    title: str
    artist: str
    album: str
    language: str
    date: str
    comment: str

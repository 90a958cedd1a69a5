"""Track: mastered audio with its timeline."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from narration.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Loudness:
    """Measured as ITU-R BS.1770-4 and EBU R 128 say: LUFS over the whole, true peak in dBTP."""

    integrated_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True, slots=True)
class Track:
    """``pcm`` is headerless 16-bit little-endian mono at the timeline's rate.

    It holds exactly ``timeline.samples`` samples: mastering never changes the count.
    """

    pcm: Path
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Tags:
    """What is written into the audio files themselves."""

    title: str
    artist: str
    language: str
    date: str
    comment: str

"""What makes a voice's parameter a pace: how long it takes to say known sentences."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from narration.clip import Clip
from narration.language_tags import primary

QUIET_BELOW_PEAK_DB = 40.0
"""Below the loudest frame: what is quieter lies before or after the words."""


def sentences(language: str) -> tuple[str, ...]:
    """The sentences that a pace is measured with; those of English for a language that has none."""
    folder = files("narration.voices") / "data"
    own = folder / f"pace.{primary(language)}.txt"
    text = (own if own.is_file() else folder / "pace.en.txt").read_text(encoding="utf-8")
    return tuple(text.splitlines())


def words(texts: Sequence[str]) -> int:
    return sum(len(text.split()) for text in texts)


def spoken_seconds(clip: Clip) -> float:
    """From the first to the last audible moment."""
    import numpy as np

    from narration.audible import audible_part, below_peak

    samples = np.frombuffer(clip.pcm, dtype="<i2", count=clip.samples)
    words = audible_part(samples, clip.sample_rate_hz, below_peak(QUIET_BELOW_PEAK_DB))
    return (words.end - words.begin) / clip.sample_rate_hz if words else 0.0

"""What makes a voice's parameter a pace: how long it takes to say known sentences."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from narration.clip import Clip
from narration.language_tags import primary

SPOKEN_DB = -40.0
"""Relative to the loudest frame: what is quieter lies before or after the words."""
_FRAME_SECONDS = 0.005


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

    samples = np.frombuffer(clip.pcm, dtype="<i2", count=clip.samples).astype(np.float64)
    frame = max(1, round(_FRAME_SECONDS * clip.sample_rate_hz))
    frames = samples[: samples.size // frame * frame].reshape(-1, frame)
    levels = np.sqrt((frames**2).mean(axis=1))
    loud = np.flatnonzero(levels >= levels.max() * 10 ** (SPOKEN_DB / 20))
    return float(loud[-1] - loud[0] + 1) * frame / clip.sample_rate_hz

"""What every voice owes: audible speech, or an error."""

from __future__ import annotations

import array
import sys

from narration.clip import Clip
from narration.errors import VoiceError

AUDIBLE = 330
"""A peak of -40 dBFS in 16-bit samples; quieter than that nobody hears a word."""
SHORTEST_SECONDS = 0.05


def speech_clip(pcm: bytes, sample_rate_hz: int) -> Clip:
    """``pcm`` (16-bit little-endian mono) as a clip; silence or next to nothing is a ``VoiceError``."""
    samples = array.array("h", pcm[: len(pcm) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    if len(samples) < SHORTEST_SECONDS * sample_rate_hz or max(max(samples), -min(samples)) < AUDIBLE:
        raise VoiceError("no speech came back.")
    return Clip(pcm, sample_rate_hz)

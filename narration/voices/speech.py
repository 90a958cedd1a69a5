"""What every voice owes: audible speech, or an error."""

from __future__ import annotations

from narration.clip import Clip
from narration.errors import VoiceError

AUDIBLE = 330
"""A peak of -40 dBFS in 16-bit samples; quieter than that nobody hears a word."""
SHORTEST_SECONDS = 0.05


def sayable(text: str) -> str:
    """``text`` without what no program can take (a null, half a surrogate pair); nothing to say is a ``VoiceError``."""
    if not any(character.isalnum() for character in text):
        raise VoiceError("there is nothing in it to say.")
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def speech_clip(pcm: bytes, sample_rate_hz: int) -> Clip:
    """``pcm`` (16-bit little-endian mono) as a clip; silence or next to nothing is a ``VoiceError``."""
    import numpy as np  # plain Python would take as long to look for the peak as the voice takes to speak

    samples = np.frombuffer(pcm, dtype="<i2", count=len(pcm) // 2)
    if samples.size < SHORTEST_SECONDS * sample_rate_hz or max(int(samples.max()), -int(samples.min())) < AUDIBLE:
        raise VoiceError("no speech came back.")
    return Clip(pcm, sample_rate_hz)

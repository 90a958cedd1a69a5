"""Clip: one utterance as the voice spoke it, and who spoke it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice, as the manifest and the page name it.

    ``engine`` and ``name`` together are what a person types
    (``espeak:en-us``).  ``version`` covers whatever changes its sound: the
    engine's version, a model's digest.  ``natural`` is false for a voice that
    only a draft should have.
    """

    engine: str
    name: str
    version: str
    language: str
    online: bool
    natural: bool
    licence: str
    sample_rate_hz: int

    @property
    def spec(self) -> str:
        """What a person types to choose this voice."""
        return f"{self.engine}:{self.name}"


@dataclass(frozen=True, slots=True)
class Clip:
    """Raw speech: 16-bit little-endian mono PCM at ``sample_rate_hz``, untrimmed, unmastered."""

    pcm: bytes = field(repr=False)
    sample_rate_hz: int

    @property
    def samples(self) -> int:
        """Length in samples at the clip's own rate."""
        return len(self.pcm) // 2

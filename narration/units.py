"""The one clock: integer samples at the track's rate.

Seconds appear only where people read or write them (the script, captions,
``manifest.json``); everything between counts samples.
"""

from __future__ import annotations

SAMPLE_RATE_HZ = 44_100
"""Samples a second of every finished track."""


def to_samples(seconds: float, rate_hz: int = SAMPLE_RATE_HZ) -> int:
    """Seconds to the nearest whole sample."""
    return round(seconds * rate_hz)


def to_seconds(samples: int, rate_hz: int = SAMPLE_RATE_HZ) -> float:
    """Samples to seconds, rounded to a tenth of a millisecond."""
    return round(samples / rate_hz, 4)


def to_milliseconds(samples: int, rate_hz: int = SAMPLE_RATE_HZ) -> int:
    """Samples to the nearest whole millisecond."""
    return (samples * 1000 + rate_hz // 2) // rate_hz


def minutes(seconds: float) -> int:
    """How many minutes a person says that it takes: whole ones, and never none."""
    return max(1, round(seconds / 60))


def clock(seconds: float) -> str:
    """``2:05``, and ``1:02:05`` from an hour on, as players show it."""
    whole = int(seconds + 0.5)  # as the scripts round: half a second is one
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def rescale(samples: int, from_hz: int, to_hz: int) -> int:
    """A length counted at one rate, counted at another."""
    return (samples * to_hz + from_hz // 2) // from_hz

"""Clips as pydub segments: the only place that imports pydub.

pydub looks for an ffmpeg program when it is imported and warns if there is
none; it also imports ``audioop``, which Python 3.11 and 3.12 call deprecated
(3.13 gets it from ``audioop-lts``).  Neither concerns us: nothing here uses
pydub's ffmpeg paths.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from narration.clip import Clip

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

if TYPE_CHECKING:
    Segment = Any  # pydub ships no type information
else:
    Segment = AudioSegment

SAMPLE_BYTES = 2


def segment(clip: Clip) -> Segment:
    """The clip as a pydub segment, sample for sample."""
    whole = clip.pcm[: clip.samples * SAMPLE_BYTES]
    return AudioSegment(data=whole, sample_width=SAMPLE_BYTES, frame_rate=clip.sample_rate_hz, channels=1)


def cut(clip: Clip, begin: int, end: int) -> Segment:
    """Samples ``begin`` to ``end`` of the clip; pydub's own slices count milliseconds."""
    return segment(clip).get_sample_slice(begin, end)


def samples_of(piece: Segment) -> npt.NDArray[np.int16]:
    """A segment's samples, shape ``(n,)``."""
    return np.frombuffer(piece.raw_data, dtype="<i2")

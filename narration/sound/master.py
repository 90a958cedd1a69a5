"""Mastering: stitched clips → one calm stream of samples at a known loudness.

What the track will measure is reckoned from what was heard of its clips, so one
pass is enough: gain, true-peak limit, room tone, block by block.  The gain is
one number for the whole track (never a dynamic one, which would pump the
pauses).  The number of samples never changes: captions depend on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from narration.clip import Clip
from narration.errors import SoundError
from narration.sound import graph, levels, limiter, room_tone
from narration.sound.layout import Layout
from narration.sound.listen import SHELF_HZ, Heard
from narration.sound.stitch import Block, blocks
from narration.sound.targets import TARGET_LUFS
from narration.units import to_samples

PEAK_LIMIT_DBTP = -3.0
"""Encoding adds half a decibel, or more to a harsh voice; the finished files must stay under −1.5 dBTP."""
LIMITER_LOSS_LU = 0.1
"""What the limiter and the encoders take from an ordinary voice."""
RUMBLE_HZ = 70
"""No voice speaks below this; plosives and hum do."""

Pcm = npt.NDArray[np.int16]
"""Mono samples as they will be heard, shape ``(n,)``."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What may be left out: the high-pass, the softening of a harsh voice, the levelling of clips."""

    high_pass: bool = True
    soften: bool = True
    level: bool = True


ALL_STEPS = Steps()


@dataclass(frozen=True, slots=True)
class Mastering:
    """All that was decided before the first sample: a gain for each clip, the filters, one gain for the track."""

    layout: Layout
    filters: tuple[graph.Filter, ...]
    gain_db: float
    peak_limit_dbtp: float = PEAK_LIMIT_DBTP

    def changed(self, gain_db: float, limit_db: float) -> Mastering:
        """The same with so much more gain and so much higher a limit."""
        return replace(self, gain_db=self.gain_db + gain_db, peak_limit_dbtp=self.peak_limit_dbtp + limit_db)


def prepare(layout: Layout, heard: Mapping[str, Heard], steps: Steps = ALL_STEPS) -> Mastering:
    """Decide gains and filters.  Raises ``SoundError`` when there is nothing to hear."""
    if steps.level:
        layout = levels.levelled(layout, heard)
    shelf_db = levels.softening_db(layout, heard) if steps.soften else 0.0
    filters: list[graph.Filter] = []
    if steps.high_pass:
        filters.append(("highpass", f"f={RUMBLE_HZ}:poles=2"))
    if shelf_db:
        filters.append(("highshelf", f"f={SHELF_HZ}:g={shelf_db}:poles=2"))
    before_lufs = levels.track_lufs(layout, heard, shelf_db)
    if before_lufs <= levels.ABSOLUTE_GATE_LUFS:
        raise SoundError("the track would be silent.", remedy="Check the voice with `narration doctor`.")
    return Mastering(layout, tuple(filters), TARGET_LUFS + LIMITER_LOSS_LU - before_lufs)


def render(mastering: Mastering, clips: Mapping[str, Clip]) -> Iterator[Pcm]:
    """The finished track, exactly as many samples as the timeline has, in blocks of a few seconds."""
    stream: Iterable[Block] = blocks(mastering.layout, clips)
    if mastering.filters:
        stream = graph.samples(graph.run(stream, mastering.filters))
    gain = np.float32(10 ** (mastering.gain_db / 20))
    clock = 0
    for block in limiter.limited((block * gain for block in stream), 10 ** (mastering.peak_limit_dbtp / 20)):
        yield to_pcm(block + room_tone.tone(clock, len(block)))
        clock += len(block)
    if clock != mastering.layout.timeline.samples:
        raise AssertionError(f"mastering made {clock} samples of {mastering.layout.timeline.samples}")


def to_pcm(block: Block) -> Pcm:
    """Full scale ±1, rounded to 16 bits."""
    result: Pcm = np.clip(np.rint(block * np.float32(32767)), -32768, 32767).astype("<i2")
    return result


def kept(stream: Iterable[Pcm], path: Path) -> Iterator[Pcm]:
    """The same stream, which also goes into a file without a header."""
    with path.open("wb") as file:
        for block in stream:
            file.write(block.data)
            yield block


def read_pcm(path: Path, seconds: float = 5.0) -> Iterator[Pcm]:
    """What ``kept`` wrote, again in blocks."""
    size = to_samples(seconds) * 2
    with path.open("rb") as file:
        while data := file.read(size):
            yield np.frombuffer(data, dtype="<i2")

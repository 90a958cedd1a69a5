"""Mastering: stitched clips → one calm track at a known loudness.

Two passes over the same stream.  The first measures; the second applies one
static gain (never a dynamic one, which would pump the pauses), holds true
peaks under the limit at four times the rate, and lays room tone under all of
it.  The number of samples never changes: captions depend on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from narration.clip import Clip
from narration.errors import SoundError
from narration.sound import graph, levels, limiter, measure, room_tone
from narration.sound.layout import Layout
from narration.sound.stitch import Block, blocks
from narration.track import Track
from narration.units import to_samples

TARGET_LUFS = -19.0
"""Mono speech for headphones and small speakers: as loud as stereo at −16 LUFS (AES TD1008)."""
PEAK_LIMIT_DBTP = -2.5
"""Encoding adds up to about a decibel; the finished MP3 must stay under −1.5 dBTP."""
RUMBLE_HZ = 70
"""No voice speaks below this; plosives and hum do."""
SHELF_HZ = 4_500
TOLERANCE_LU = 0.2
MOST_PASSES = 4


@dataclass(frozen=True, slots=True)
class Steps:
    """What may be left out: the high-pass, the softening of a harsh voice, the levelling of clips."""

    high_pass: bool = True
    soften: bool = True
    level: bool = True


ALL_STEPS = Steps()


def master(layout: Layout, clips: Mapping[str, Clip], work_folder: Path, steps: Steps = ALL_STEPS) -> Track:
    """Render the track into ``work_folder``.

    Raises ``SoundError`` when there is nothing to hear.
    """
    if steps.level:
        layout = levels.levelled(layout, clips)
    filters: list[graph.Filter] = []
    if steps.high_pass:
        filters.append(("highpass", f"f={RUMBLE_HZ}:poles=2"))
    if steps.soften and (shelf_db := levels.softening_db(layout, clips)):
        filters.append(("highshelf", f"f={SHELF_HZ}:g={shelf_db}:poles=2"))
    before_lufs = measure.integrated_lufs(_clean(layout, clips, filters))
    if before_lufs <= measure.SILENCE_LUFS:
        raise SoundError("the track would be silent.", remedy="Check the voice with `narration doctor`.")
    path = work_folder / "track.pcm"
    gain_db = TARGET_LUFS - before_lufs
    for _ in range(MOST_PASSES):
        written = write_pcm(path, _finished(_clean(layout, clips, filters), gain_db))
        if written != layout.timeline.samples:
            raise AssertionError(f"mastering made {written} samples of {layout.timeline.samples}")
        # The limiter takes a little loudness away; only a voice with extreme peaks needs another pass.
        missing_db = TARGET_LUFS - measure.integrated_lufs(read_pcm(path))
        if abs(missing_db) <= TOLERANCE_LU:
            break
        gain_db += missing_db
    return Track(path, layout.timeline)


def _clean(layout: Layout, clips: Mapping[str, Clip], filters: Sequence[graph.Filter]) -> Iterator[Block]:
    stream = blocks(layout, clips)
    return graph.samples(graph.run(stream, filters)) if filters else stream


def _finished(stream: Iterable[Block], gain_db: float) -> Iterator[Block]:
    """Gain, true-peak limit, room tone."""
    gain = np.float32(10 ** (gain_db / 20))
    clock = 0
    for block in limiter.limited((block * gain for block in stream), 10 ** (PEAK_LIMIT_DBTP / 20)):
        yield block + room_tone.tone(clock, len(block))
        clock += len(block)


def write_pcm(path: Path, stream: Iterable[Block]) -> int:
    """16-bit PCM, rounded; returns the number of samples."""
    written = 0
    with path.open("wb") as file:
        for block in stream:
            file.write(np.clip(np.rint(block * 32767.0), -32768, 32767).astype("<i2").tobytes())
            written += len(block)
    return written


def read_pcm(path: Path, seconds: float = 5.0) -> Iterator[Block]:
    """The mastered samples again, in blocks."""
    size = to_samples(seconds) * 2
    with path.open("rb") as file:
        while data := file.read(size):
            yield np.frombuffer(data, dtype="<i2").astype(np.float32) / 32768.0

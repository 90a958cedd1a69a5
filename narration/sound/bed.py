"""The background bed: soft sound under the speech, far below it, in a second version of the track.

``soft`` is generated: a few low partials and a breath of noise that swell
slowly and repeat without a seam.  A clinic may name an audio file of its own,
which is repeated with a cross-fade.  The speech and its clock do not change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from narration.errors import SoundError
from narration.sound import limiter, master, meter
from narration.sound.master import Pcm
from narration.sound.stitch import Block, resample
from narration.sound.targets import TARGET_LUFS
from narration.timeline import Timeline
from narration.units import SAMPLE_RATE_HZ, to_samples

NONE, SOFT = "none", "soft"
BELOW_SPEECH_DB = 22.0
"""The loudest second of the bed, in the pauses; under speech it is ``DUCK_DB`` lower still."""
DUCK_DB = 5.0
DUCK_SECONDS = 0.8
FADE_SECONDS = 3.0
PEAK_DBFS = -30.0
SILENT_DBFS = -70.0
LOOP_SECONDS = 48
CROSS_FADE_SECONDS = 4.0
LONGEST_FILE_SECONDS = 20 * 60
PARTIALS_HZ = (98.0, 147.0, 196.0, 247.0, 294.0, 392.0)
SEED = 7


def under(stream: Iterable[Pcm], timeline: Timeline, source: str) -> Iterator[Pcm]:
    """The same track over a bed: ``soft``, or the path of an audio file; as many samples.

    Raises ``SoundError`` for a file that is silent or no audio.
    """
    loop = _generated() if source == SOFT else _from_file(Path(source))
    loudest_db = _loudest_second_db(loop)
    if loudest_db <= SILENT_DBFS:
        raise SoundError("the background sound is silent.", remedy="Choose another file.", path=source)
    gain = 10 ** ((TARGET_LUFS - BELOW_SPEECH_DB - loudest_db) / 20)
    quiet = np.concatenate(list(limiter.limited([(loop * gain).astype(np.float32)], 10 ** (PEAK_DBFS / 20))))
    mixed = _mixed(stream, quiet, _envelope(timeline))
    for block in limiter.limited(mixed, 10 ** (master.PEAK_LIMIT_DBTP / 20)):
        yield master.to_pcm(block)


def _loudest_second_db(loop: Block) -> float:
    """Unweighted, in dBFS: a deep sound counts in full, though an ear would take it for softer."""
    total = np.concatenate([[0.0], np.cumsum(loop.astype(np.float64) ** 2)])
    window = min(SAMPLE_RATE_HZ, max(1, len(loop)))
    powers = (total[window:] - total[:-window]) / window
    return float(10 * np.log10(powers.max(initial=0.0) + 1e-12))


Envelope = Callable[[npt.NDArray[np.intp]], npt.NDArray[np.float64]]


def _mixed(stream: Iterable[Pcm], loop: Block, envelope: Envelope) -> Iterator[Block]:
    clock = 0
    for block in stream:
        index = clock + np.arange(len(block))
        yield block.astype(np.float32) / np.float32(32768) + (loop[index % len(loop)] * envelope(index)).astype(
            np.float32
        )
        clock += len(block)


def _envelope(timeline: Timeline) -> Envelope:
    """Faded in and out; lower while a cue is spoken, in ramps that end before its onset and begin after its end."""
    ramp, low = to_samples(DUCK_SECONDS), 10 ** (-DUCK_DB / 20)
    points: list[tuple[int, float]] = []
    for cue in timeline.cues:
        if not points or cue.start - points[-1][0] > 2 * ramp:
            if points:
                points.append((points[-1][0] + ramp, 1.0))
            points += [(cue.start - ramp, 1.0), (cue.start, low)]
        points.append((cue.end, low))
    points.append((points[-1][0] + ramp, 1.0))
    times, gains = np.array([at for at, _ in points]), np.array([gain for _, gain in points])
    fade, total = to_samples(min(FADE_SECONDS, timeline.seconds / 4)), timeline.samples

    def envelope(index: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
        edges = np.clip(np.minimum(index, total - 1 - index) / fade, 0, 1)
        result: npt.NDArray[np.float64] = np.interp(index, times, gains) * np.sin(edges * np.pi / 2) ** 2
        return result

    return envelope


def _generated() -> Block:
    """Every part repeats a whole number of times in the loop, so the loop has no seam."""
    size = LOOP_SECONDS * SAMPLE_RATE_HZ
    turn = 2 * np.pi * np.arange(size) / size
    generator = np.random.Generator(np.random.PCG64(SEED))
    sound = np.zeros(size)
    for number, hertz in enumerate(PARTIALS_HZ):
        swell = 0.6 + 0.4 * np.sin((number % 3 + 2) * turn + generator.uniform(0, 2 * np.pi))
        for detune in (-1, 2):
            cycles = round(hertz * LOOP_SECONDS) + detune * 7
            sound += swell * np.sin(cycles * turn + generator.uniform(0, 2 * np.pi)) / (1 + number)
    frequencies = np.fft.rfftfreq(size, 1 / SAMPLE_RATE_HZ)
    shape = 1 / (1 + (frequencies / 500) ** 4) * (frequencies > 60)
    noise = np.fft.irfft(shape * np.exp(1j * generator.uniform(0, 2 * np.pi, frequencies.size)), size)
    sound += 0.5 * noise / noise.std() * (0.7 + 0.3 * np.sin(2 * turn))
    result: Block = (sound / np.abs(sound).max()).astype(np.float32)
    return result


def _from_file(path: Path) -> Block:
    """The file's beginning as a loop whose end is cross-faded into its start."""
    rate_hz, _ = meter.shape(path)
    held: list[Block] = []
    for block in meter.decoded(path):
        held.append(block)
        if sum(map(len, held)) > LONGEST_FILE_SECONDS * rate_hz:
            break
    sound = resample(np.concatenate(held) if held else np.zeros(0, np.float32), rate_hz, SAMPLE_RATE_HZ)
    cross = min(to_samples(CROSS_FADE_SECONDS), len(sound) // 3)
    if cross:
        rise = np.sin(np.linspace(0, np.pi / 2, cross, dtype=np.float32)) ** 2
        sound[:cross] = sound[:cross] * rise + sound[-cross:] * (1 - rise)
        sound = sound[:-cross]
    return sound

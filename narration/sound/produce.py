"""From what was heard of the clips to measured files: master, encode, measure, and once more if the gain was off.

The gain is reckoned before the first sample.  A limiter that has much to hold
back (a voice with extreme peaks) makes the result softer than that, and an
encoder may raise a peak; then everything is made again with what is missing.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from narration.clip import Clip
from narration.errors import SoundError
from narration.progress import Step, Work
from narration.sound import bed, encode, master, measures
from narration.sound.cues import Known
from narration.sound.formats import Label
from narration.sound.layout import Layout
from narration.sound.listen import Heard
from narration.sound.measures import Measures
from narration.sound.targets import HIGHEST_PEAK_DBTP, integrated_lufs

CLOSE_ENOUGH_LU = 0.4
"""Within the tolerance of 0.5 LU; making a track again takes as long as making it."""
MOST_ROUNDS = 4
PEAK_MARGIN_DB = 0.2
_POLL_SECONDS = 0.2  # a wait without end cannot be interrupted on Windows


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: ``formats`` named ``name``; ``bed`` is ``none``, ``soft`` or a file's path."""

    folder: Path
    name: str
    formats: Sequence[str]
    steps: master.Steps = master.ALL_STEPS
    stereo: bool = False
    bed: str = bed.NONE


def produce(
    layout: Layout, heard: Mapping[str, Heard], clips: Mapping[str, Clip], label: Label, order: Order, work: Path
) -> Work[list[Measures]]:
    """Write and measure every format, and with a bed a second MP3; the first is the MP3 without.

    Raises ``SoundError`` when a file is off its target.
    """
    mastering = master.prepare(layout, heard, order.steps)
    pcm = work / "track.pcm"
    for _ in range(MOST_ROUNDS):
        stream = master.render(mastering, clips)
        if order.bed != bed.NONE:
            stream = master.kept(stream, pcm)
        found = yield from _made(stream, label, order, order.name, order.formats, "Mastering and encoding")
        missing_lu = integrated_lufs(found[0].channels) - found[0].integrated_lufs
        excess_db = max(one.true_peak_dbtp for one in found) - HIGHEST_PEAK_DBTP
        if abs(missing_lu) <= CLOSE_ENOUGH_LU and excess_db <= 0:
            break
        mastering = mastering.changed(missing_lu, -max(0.0, excess_db + PEAK_MARGIN_DB))
    if order.bed != bed.NONE:
        over_bed = bed.under(master.read_pcm(pcm), label.timeline, order.bed)
        found += yield from _made(over_bed, label, order, f"{order.name}-bed", ("mp3",), "Adding the background")
    _refuse_off_target(found)
    return found


def _made(
    stream: Iterator[master.Pcm], label: Label, order: Order, name: str, formats: Sequence[str], stage: str
) -> Work[list[Measures]]:
    seconds = round(label.timeline.seconds)
    for samples in encode.encode(stream, label, order.folder, name, formats, stereo=order.stereo):
        yield Step(stage, round(samples / label.timeline.rate_hz), seconds)
    yield Step("Measuring")
    known = Known.of_timeline(label.tags.title, label.timeline)
    return _measured([order.folder / f"{name}.{key}" for key in formats], known)


def _measured(paths: Sequence[Path], known: Known) -> list[Measures]:
    """Every file, side by side.  Whoever interrupts does not wait for the end of an hour's track."""
    stop = threading.Event()
    with ThreadPoolExecutor(len(paths)) as pool:
        try:
            measuring = [pool.submit(measures.measure, path, known, stop) for path in paths]
            while wait(measuring, _POLL_SECONDS).not_done:
                pass
            return [one.result() for one in measuring]
        except BaseException:
            stop.set()
            raise


def _refuse_off_target(found: Sequence[Measures]) -> None:
    """Nothing is published when a file is not what was asked for."""
    for one in found:
        wrong = measures.off_target(one, over_bed=Path(one.file).stem.endswith("-bed"))
        if wrong:
            raise SoundError(
                f"{one.file} has {'; '.join(wrong)}, so nothing was published.",
                remedy="Try another voice, or leave out mastering steps under [sound] in narration.toml.",
            )

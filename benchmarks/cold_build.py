"""A cold build of 5, 20 and 60 minutes against its limit: the voice's own time and the slowest encoder alone.

    python benchmarks/cold_build.py

The limit is measured in the same run, round by round: the voice speaks the same
texts in as many processes, and each encoder writes the same track by itself.
There are two limits: with the slower of the encoders that we use, and with the
MP3 encoder that PyAV has (LAME at its default), which ours replaced.
The build is the whole program with an empty store: reading, speaking,
mastering, encoding, measuring every file, and publishing all editions.

Each part of a limit runs alone on the machine, and a build runs several things at
once.  Two processors of a shared host may be two halves of one, so each round also
measures what two encoders at once do against one: with less than 2, a build
that keeps both processors busy is slower than the sum of its parts says.
"""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import av
from common import Took, machine, median, program, script_of, speak, timed, voiced

from narration.sound import encode, master
from narration.sound.formats import Label
from narration.track import Tags
from narration.units import SAMPLE_RATE_HZ
from narration.voices.store import ClipStore

ROUNDS = {5: 3, 20: 2, 60: 1}
"""By minutes."""
GOAL = 1.25
TAGS = Tags("t", "a", "b", "en", "2026-11-23", "c")


@dataclass(frozen=True)
class Round:
    """One build, and the wall seconds of each part of its limits; ``length`` is the track's, in seconds.

    ``two`` is what two of our slower encoder take side by side.
    """

    build: Took
    voice: float
    ours: float
    two: float
    plain: float
    length: float

    @property
    def per_minute(self) -> float:
        return self.build.wall / self.length * 60

    @property
    def busy(self) -> float:
        """How many processors the build used on the whole: with all of them busy, no order of work is faster."""
        return self.build.cpu / self.build.wall

    @property
    def together(self) -> float:
        """How much more two processors do than one, with the work that a build has most of."""
        return 2 * self.ours / self.two

    def against(self, encoder: float) -> float:
        return self.build.wall / (self.voice + encoder)


def main() -> None:
    print(machine())
    per_minute = []
    with tempfile.TemporaryDirectory() as name:
        for minutes, rounds in ROUNDS.items():
            folder = Path(name) / str(minutes)
            folder.mkdir()
            script = script_of(minutes, folder / "long.yaml")
            found = [one_round(script, folder / str(number)) for number in range(rounds)]
            per_minute.append(median([one.per_minute for one in found]))
            length, voice, ours, plain = (
                median([getattr(one, name) for one in found]) for name in ("length", "voice", "ours", "plain")
            )
            print(
                f"{length / 60:.1f} min, {rounds} rounds: build {median([one.build.wall for one in found]):.1f} s, "
                f"{per_minute[-1]:.2f} s a minute, {median([one.busy for one in found]):.2f} processors busy "
                f"(two encoders at once do {median([one.together for one in found]):.2f} times the work of one); "
                f"voice {voice:.1f} s + our slowest encoder {ours:.1f} s: "
                f"ratio {median([one.against(one.ours) for one in found]):.2f}; "
                f"+ PyAV’s LAME {plain:.1f} s: ratio {median([one.against(one.plain) for one in found]):.2f} "
                f"(goal ≤ {GOAL})",
                flush=True,
            )
    print(f"seconds a minute, the longest against the shortest: {per_minute[-1] / per_minute[0]:.2f}")


def one_round(script: Path, folder: Path) -> Round:
    folder.mkdir()
    build = program("build", str(script), "-o", str(folder / "out"), cache=folder / "cache")
    voice = timed(lambda: voiced(script, ClipStore(folder / "clips")))
    spoken = speak(script, ClipStore(folder / "clips"))
    pcm = folder / "track.pcm"
    for _ in master.kept(master.render(master.prepare(spoken.layout, spoken.heard), spoken.clips), pcm):
        pass
    label = Label(spoken.layout.timeline, TAGS)
    encoders = [timed(partial(alone, pcm, label, folder, key)).wall for key in ("mp3", "m4b")]
    slower = ("mp3", "m4b")[encoders.index(max(encoders))]
    two = timed(partial(side_by_side, pcm, label, folder, slower)).wall
    plain = timed(partial(pyav_mp3, pcm, folder / "plain.mp3")).wall
    return Round(build, voice.wall, max(encoders), two, plain, spoken.layout.timeline.seconds)


def alone(pcm: Path, label: Label, folder: Path, key: str, name: str = "alone") -> None:
    for _ in encode.encode(master.read_pcm(pcm), label, folder, name, (key,)):
        pass


def side_by_side(pcm: Path, label: Label, folder: Path, key: str) -> None:
    with ThreadPoolExecutor() as pool:
        both = [pool.submit(alone, pcm, label, folder, key, name) for name in ("one", "other")]
        for one in both:
            one.result()


def pyav_mp3(pcm: Path, path: Path) -> None:
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("libmp3lame", rate=SAMPLE_RATE_HZ, layout="mono")
        stream.bit_rate, stream.format = 96_000, "s16p"
        for block in master.read_pcm(pcm):
            frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), format="s16p", layout="mono")
            frame.sample_rate = SAMPLE_RATE_HZ
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


if __name__ == "__main__":
    main()

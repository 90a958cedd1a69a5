"""A cold build of 5, 20 and 60 minutes against its limit: the voice's own time and the slowest encoder alone.

    python benchmarks/cold_build.py [ROUNDS]

The limit is measured in the same run, round by round: the voice speaks the same
texts in as many processes, and each encoder writes the same track by itself.
The build is the whole program with an empty store: reading, speaking,
mastering, encoding, measuring every file, and publishing all editions.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from common import Spoken, machine, median, program, script_of, speak, timed

from narration.sound import encode, master
from narration.sound.formats import Label
from narration.track import Tags
from narration.voices.store import ClipStore

MINUTES = (5, 20, 60)
GOAL = 1.25
TAGS = Tags("t", "a", "b", "en", "2026-11-23", "c")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(machine())
    per_minute = []
    with tempfile.TemporaryDirectory() as name:
        for minutes in MINUTES:
            folder = Path(name) / str(minutes)
            folder.mkdir()
            script = script_of(minutes, folder / "long.yaml")
            results = [one_round(script, folder / str(number)) for number in range(rounds)]
            build, voice, encoder, length = (median(list(column)) for column in zip(*results, strict=True))
            ratio = median([row[0] / (row[1] + row[2]) for row in results])
            per_minute.append(build / length * 60)
            print(
                f"{length / 60:.1f} min: build {build:.1f} s; voice {voice:.1f} s + slowest encoder {encoder:.1f} s; "
                f"ratio {ratio:.2f} (goal ≤ {GOAL}); {build / length * 60:.2f} s for each minute"
            )
    print(f"seconds a minute, {MINUTES[-1]} against {MINUTES[0]} minutes: {per_minute[-1] / per_minute[0]:.2f}")


def one_round(script: Path, folder: Path) -> tuple[float, float, float, float]:
    """Wall seconds of the build, of the voice alone, of the slowest encoder alone; the track's length in seconds."""
    folder.mkdir()
    build = program("build", str(script), "-o", str(folder / "out"), cache=folder / "cache")
    said: list[Spoken] = []
    voice = timed(lambda: said.append(speak(script, ClipStore(folder / "clips"))))
    spoken = said[0]
    pcm = folder / "track.pcm"
    for _ in master.kept(master.render(master.prepare(spoken.layout, spoken.heard), spoken.clips), pcm):
        pass
    label = Label(spoken.layout.timeline, TAGS)
    encoders = [timed(partial(alone, pcm, label, folder, key)).wall for key in ("mp3", "m4b")]
    return build.wall, voice.wall, max(encoders), spoken.layout.timeline.seconds


def alone(pcm: Path, label: Label, folder: Path, key: str) -> None:
    for _ in encode.encode(master.read_pcm(pcm), label, folder, "alone", (key,)):
        pass


if __name__ == "__main__":
    main()

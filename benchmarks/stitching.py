"""Stitching 200 and 2,000 clips against the plain pydub loop, same clips, same run.

    python benchmarks/stitching.py

The loop is what a first program does: ``track += clip``.  It copies the whole
track at each step, so it grows with the square of the number of clips.  It is
spared the placing and the fades that ours does.  The clips have the track's rate,
so neither changes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from common import machine, timed
from pydub import AudioSegment

from narration.clip import Clip
from narration.plan import Pause, Plan, PlannedPhase, Utterance
from narration.sound.layout import Layout, lay_out
from narration.sound.listen import listen
from narration.sound.stitch import blocks
from narration.units import SAMPLE_RATE_HZ, to_samples

COUNTS = (200, 2_000)
CLIP_SECONDS, PAUSE_SECONDS = 0.5, 0.1
GOAL = 100


def main() -> None:
    print(machine())
    time = np.arange(to_samples(CLIP_SECONDS)) / SAMPLE_RATE_HZ
    clip = Clip((8_000 * np.sin(2 * np.pi * 220 * time)).astype("<i2").tobytes(), SAMPLE_RATE_HZ)
    heard = listen(clip)
    for count in COUNTS:
        names = [f"c{number}" for number in range(count)]
        items = [
            x for name in names for x in (Utterance(name, "", "", ()), Pause(to_samples(PAUSE_SECONDS), "sentence"))
        ]
        laid = lay_out(Plan(130, (PlannedPhase("All", tuple(items)),)), dict.fromkeys(names, heard))
        ours = timed(partial(stitched, laid, dict.fromkeys(names, clip)))
        plain = timed(partial(pydub_loop, clip, count))
        ratio, cpu = plain.wall / ours.wall, plain.cpu / max(ours.cpu, 0.01)
        goal = f"; goal ≥ {GOAL}" if count == COUNTS[-1] else ""
        print(f"{count} clips: pydub loop {plain.wall:.2f} s, ours {ours.wall:.3f} s", end="", flush=True)
        print(f", ratio {ratio:.0f} (processor time {cpu:.0f}){goal}", flush=True)


def stitched(laid: Layout, clips: Mapping[str, Clip]) -> int:
    return sum(map(len, blocks(laid, clips)))


def pydub_loop(clip: Clip, count: int) -> int:
    silence = AudioSegment.silent(round(PAUSE_SECONDS * 1000), frame_rate=SAMPLE_RATE_HZ)
    piece = AudioSegment(data=clip.pcm, sample_width=2, frame_rate=SAMPLE_RATE_HZ, channels=1) + silence
    track = AudioSegment.empty()
    for _ in range(count):
        track += piece
    return len(track)


if __name__ == "__main__":
    main()

"""Mastering and encoding ten minutes against ffmpeg's two-pass loudnorm with one encode.

    python benchmarks/mastering.py [ROUNDS]

Both begin with the same clips, spoken already.  ffmpeg gets them stitched, as a
WAV file: it measures (first pass), then normalises and encodes MP3 (second).
Ours listens to the clips, levels, filters, limits, lays room tone, and encodes
the same MP3.  Needs the ``ffmpeg`` program.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import wave
from functools import partial
from pathlib import Path

import numpy as np
from common import Spoken, machine, median, script_of, speak, timed

from narration.sound import encode, master, stitch
from narration.sound.formats import Label
from narration.sound.layout import lay_out
from narration.sound.listen import listen
from narration.track import Tags
from narration.units import SAMPLE_RATE_HZ
from narration.voices.store import ClipStore

MINUTES = 10
TARGET = "loudnorm=I=-19:TP=-1.5:LRA=7"
TAGS = Tags("t", "a", "b", "en", "2026-11-23", "c")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        raise SystemExit("This needs the ffmpeg program.")
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spoken = speak(script_of(MINUTES, folder / "ten.yaml"), ClipStore(folder / "clips"))
        stitched(spoken, folder / "raw.wav")
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(timed(partial(our_way, spoken, folder)))
            theirs.append(timed(partial(their_way, ffmpeg, folder)))
    length = spoken.layout.timeline.seconds / 60
    wall, cpu = (
        (median([getattr(o, of) for o in ours]), median([getattr(t, of) for t in theirs])) for of in ("wall", "cpu")
    )
    print(f"{length:.1f} min: ours {wall[0]:.2f} s, ffmpeg {wall[1]:.2f} s, ratio {wall[1] / wall[0]:.1f}")
    print(f"processor time: ours {cpu[0]:.2f} s, ffmpeg {cpu[1]:.2f} s, ratio {cpu[1] / cpu[0]:.1f}")


def our_way(spoken: Spoken, folder: Path) -> None:
    heard = {key: listen(clip) for key, clip in spoken.clips.items()}
    laid = lay_out(spoken.plan, heard)
    stream = master.render(master.prepare(laid, heard), spoken.clips)
    for _ in encode.encode(stream, Label(laid.timeline, TAGS), folder, "ours", ("mp3",)):
        pass


def their_way(ffmpeg: str, folder: Path) -> None:
    command = [ffmpeg, "-hide_banner", "-nostats", "-y", "-i", str(folder / "raw.wav")]
    first = [*command, "-af", f"{TARGET}:print_format=json", "-f", "null", "-"]
    told = subprocess.run(first, capture_output=True, encoding="utf-8", check=True).stderr
    found = json.loads(told[told.rindex("{") : told.rindex("}") + 1])
    measured = ":".join(
        f"measured_{name}={found[f'input_{key}']}"
        for name, key in (("I", "i"), ("TP", "tp"), ("LRA", "lra"), ("thresh", "thresh"))
    )
    second = f"{TARGET}:{measured}:offset={found['target_offset']}:linear=true"
    output = ["-ar", str(SAMPLE_RATE_HZ), "-c:a", "libmp3lame", "-b:a", "96k", str(folder / "theirs.mp3")]
    subprocess.run([*command, "-af", second, *output], capture_output=True, check=True)


def stitched(spoken: Spoken, path: Path) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE_HZ)
        for block in stitch.blocks(spoken.layout, spoken.clips):
            file.writeframes((np.clip(block, -1, 1) * 32767).astype("<i2").tobytes())


if __name__ == "__main__":
    main()

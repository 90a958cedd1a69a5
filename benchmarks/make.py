"""A cold ``make`` of the shipped document against its limit, and ``--help`` against an empty Python, in one run.

    python benchmarks/make.py

The limit is what cannot be avoided: the voice's own time for the same texts on
as many processes, and the slowest encoder alone.  Only the ratios mean
anything on another machine.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from narration import pipeline, script_yaml, settings, voices  # noqa: E402
from narration.clip import Clip  # noqa: E402
from narration.sound import encode, layout, master  # noqa: E402
from narration.track import Tags  # noqa: E402
from narration.voices.speaking import speak_all  # noqa: E402
from narration.voices.store import ClipStore  # noqa: E402

RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "scripts" / "ketamine-infusion", folder / "ketamine-infusion")
        source = folder / "ketamine-infusion" / "phases.md"
        cold = [seconds(partial(make, source, folder, run)) for run in range(RUNS)]
        limits = [limit(folder / "ketamine-infusion" / "en.yaml", folder / f"limit-{run}") for run in range(RUNS)]
    report("cold make", cold, "voice + slowest encoder", limits, 1.5)
    empty = [seconds(lambda: run_python("-c", "pass")) for _ in range(15)]
    shown = [seconds(lambda: run_python("-m", "narration", "--help")) for _ in range(15)]
    report("narration --help", shown, "python -c pass", empty, 3.0)


def make(source: Path, folder: Path, run: int) -> None:
    environment = os.environ | {"NARRATION_CACHE": str(folder / f"cache-{run}"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "narration", "make", str(source), "-o", str(folder / f"out-{run}")]
    subprocess.run(command, env=environment, check=True, capture_output=True, cwd=folder)


def limit(script_file: Path, folder: Path) -> float:
    """Seconds for the voice's work and the slowest encoder's, nothing else."""
    folder.mkdir()
    script = script_yaml.load(script_file)
    plan = pipeline.plan_script(script)
    clips: dict[str, Clip] = {}
    with voices.choose("espeak", script.language, settings.Settings()) as voice:
        texts = [utterance.spoken for utterance in plan.utterances]

        def speak() -> None:
            for spoken in speak_all(voice, texts, plan.pace, ClipStore(folder / "clips")):
                clips[plan.utterances[spoken.index].id] = spoken.clip

        spoken_seconds = seconds(speak)
    track = master.master(layout.lay_out(plan, clips), clips, folder)
    tags = Tags("t", "a", "en", "2026-11-23", "c")
    encoders = [seconds(partial(encode.encode, track, tags, folder, "t", (key,))) for key in ("mp3", "m4b")]
    return spoken_seconds + max(encoders)


def run_python(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)


def report(what: str, ours: list[float], against: str, theirs: list[float], goal: float) -> None:
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"{what}: {statistics.median(ours):.3f} s; {against}: {statistics.median(theirs):.3f} s; ", end="")
    print(f"ratio {ratio:.2f} (goal ≤ {goal:g})")


if __name__ == "__main__":
    main()

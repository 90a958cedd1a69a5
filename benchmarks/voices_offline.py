"""500 lines with espeak-ng on two processes against one, nothing kept, in one run.

python benchmarks/voices_offline.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from narration.voices import pace
from narration.voices.espeak import EspeakVoice
from narration.voices.speaking import speak_all
from narration.voices.store import ClipStore

LINES, RUNS, GOAL = 500, 3, 1.7


def main() -> None:
    sentences = pace.sentences("en")
    texts = [f"Line {number}. {sentences[number % len(sentences)]}" for number in range(LINES)]
    runs = [(seconds(texts, 1), seconds(texts, 2)) for _ in range(RUNS)]
    ceiling = statistics.median(2 * counting(1) / counting(2) for _ in range(RUNS))
    one, two = (statistics.median(times) for times in zip(*runs, strict=True))
    print(f"{LINES} lines: one process {one:.2f} s, two processes {two:.2f} s; ratio {one / two:.2f} (goal ≥ {GOAL:g})")
    print(f"two processes that only count do {ceiling:.2f} times the work of one here")


def seconds(texts: list[str], processes: int) -> float:
    with tempfile.TemporaryDirectory() as folder, EspeakVoice("en-us", "en-us", processes) as voice:
        start = time.perf_counter()
        for _ in speak_all(voice, texts, 130, ClipStore(Path(folder))):
            pass
        return time.perf_counter() - start


def counting(processes: int) -> float:
    """Seconds for so many processes to count to the same number, each by itself."""
    start = time.perf_counter()
    code = "for number in range(10_000_000): pass"
    children = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(processes)]
    for child in children:
        child.wait()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

"""Peak memory of a cold build of ten minutes, of an hour, and of three (with ``--three``).

    python benchmarks/memory.py [--three]

The largest of the processes counts; the voice's children are far smaller.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from common import machine, program, script_of

GOAL = 1.3


def main() -> None:
    print(machine())
    lengths = (10, 60, 180) if "--three" in sys.argv else (10, 60)
    peaks = []
    with tempfile.TemporaryDirectory() as name:
        for minutes in lengths:
            folder = Path(name) / str(minutes)
            folder.mkdir()
            script = script_of(minutes, folder / "long.yaml")
            took = program("build", str(script), "-o", str(folder / "out"), cache=folder / "cache")
            peaks.append(took.peak_mb)
            print(f"{minutes} min: {took.peak_mb:.0f} MB, {took.wall:.0f} s")
    for minutes, peak in zip(lengths[1:], peaks[1:], strict=True):
        print(f"{minutes} min against {lengths[0]}: {peak / peaks[0]:.2f} (goal ≤ {GOAL} for an hour)")


if __name__ == "__main__":
    main()

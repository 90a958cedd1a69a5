"""A build after one edited line, and after none, against the cold build.

python benchmarks/rebuild.py [ROUNDS]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from common import Took, machine, median, program, script_of

MINUTES = 6


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        results = [one_round(Path(name) / str(number)) for number in range(rounds)]
    cold, edited, nothing = (
        median([took.wall for took in column]) for column in zip(*(t for t, _ in results), strict=True)
    )
    spoken = {count for _, count in results}
    print(f"cold {cold:.2f} s; after one edited line {edited:.2f} s ({cold / edited:.1f} times as fast)")
    print(f"clips spoken after one edited line: {', '.join(map(str, sorted(spoken)))}")
    print(f"after none {nothing:.2f} s ({cold / nothing:.0f} times as fast)")


def one_round(folder: Path) -> tuple[tuple[Took, Took, Took], int]:
    """Cold, after an edit, after none; and how many clips the edit had spoken anew."""
    folder.mkdir()
    script = script_of(MINUTES, folder / "short.yaml")
    arguments = ("build", str(script), "-o", str(folder / "out"))
    cold = program(*arguments, cache=folder / "cache")
    before = len(list((folder / "cache").rglob("*.clip")))
    text = script.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "say: " in line and line.endswith("."))
    script.write_text(text.replace(line, f"{line[:-1]}, as planned."), encoding="utf-8")
    edited = program(*arguments, cache=folder / "cache")
    spoken = len(list((folder / "cache").rglob("*.clip"))) - before
    return (cold, edited, program(*arguments, cache=folder / "cache")), spoken


if __name__ == "__main__":
    main()

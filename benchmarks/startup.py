"""``narration --help``, and a build with nothing to do, against an empty Python.

python benchmarks/startup.py [ROUNDS]
"""

from __future__ import annotations

import subprocess
import sys
from functools import partial

from common import ROOT, machine, median, timed

COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "narration --help": ("-m", "narration", "--help"),
    "narration build --help": ("-m", "narration", "build", "--help"),
    "narration measure --help": ("-m", "narration", "measure", "--help"),
}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    print(machine())
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, arguments in COMMANDS.items():
            seconds[name].append(timed(partial(run, *arguments)).wall)
    empty = median(seconds["python -c pass"])
    for name, values in seconds.items():
        print(f"{name}: {median(values) * 1000:.0f} ms, {median(values) / empty:.2f} times an empty Python")


def run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)


if __name__ == "__main__":
    main()

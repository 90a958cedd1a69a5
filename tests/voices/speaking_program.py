"""A program of the tests' own that speaks: ``python speaking_program.py MANNER [OUT] [IN]``; text on standard input."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
import wave
from pathlib import Path

RATE_HZ = 16_000


def main() -> None:
    manner, out, text_file = [*sys.argv[1:], "", ""][:3]
    text = Path(text_file).read_bytes() if text_file else sys.stdin.buffer.read()
    words = text.decode().strip()
    if manner == "hang":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        Path(out).with_name("grandchild").write_text("")
        Path(os.environ["GRANDCHILD"]).write_text(str(child.pid))
        time.sleep(60)
    while manner.startswith("flood"):
        {"flood": sys.stdout, "flood stderr": sys.stderr}[manner].buffer.write(b"x" * 1_000_000)
    if manner == "fail":
        sys.exit("the larynx is on strike")
    if manner == "nothing":
        return
    target = open(out, "wb") if out else sys.stdout.buffer  # noqa: SIM115, PTH123  # as a plain program would
    if manner == "text":
        target.write(b"I would rather write.")
        return
    seconds = 0.0 if manner == "empty" else 0.06 * len(words)
    level = 0 if manner == "silent" else 9000
    tones = (int(level * math.sin(i / 16)) for i in range(int(seconds * RATE_HZ)))
    pcm = b"".join(tone.to_bytes(2, "little", signed=True) for tone in tones)
    with target, wave.open(target, "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes(pcm)
    if manner == "cut":
        os.truncate(out, 44 + len(pcm) // 2)


if __name__ == "__main__":
    main()

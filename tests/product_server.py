"""``narration serve`` as a program of its own, for whatever has to meet it over the network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def serve(root: Path, errors: IO[str] | None = None) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The port on the loopback at which ``root`` is served, and the process; ``errors`` takes its error stream."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "narration", "serve", str(root), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            greeting = process.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", greeting)
            assert found is not None, greeting
            yield int(found[1]), process
        finally:
            process.kill()  # a test may have stopped it, and then it hears nothing gentler

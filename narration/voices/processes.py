"""Programs in process groups of their own: Ctrl-C is ours to answer, and all that a program starts ends with it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_GRACE_SECONDS = 0.5


def start(
    argv: Sequence[str], *, stdin: int, stdout: int, stderr: int | None = None, folder: Path | None = None
) -> subprocess.Popen[bytes]:
    """Start ``argv`` in ``folder``, without a shell and, on Windows, without a window.  Raises ``OSError``."""
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(argv, stdin=stdin, stdout=stdout, stderr=stderr, cwd=folder, creationflags=flags)
    return subprocess.Popen(argv, stdin=stdin, stdout=stdout, stderr=stderr, cwd=folder, process_group=0)


def end_group(child: subprocess.Popen[bytes]) -> None:
    """Kill the program and all that it started; safe when they are gone."""
    if sys.platform == "win32":
        if child.poll() is None:
            tool = str(Path(os.environ["SYSTEMROOT"], "System32", "taskkill.exe"))
            subprocess.run([tool, "/T", "/F", "/PID", str(child.pid)], capture_output=True, check=False)
            child.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(_GRACE_SECONDS)


def bytes_in(folder: Path) -> int:
    """What a program has written there so far; it may remove or rename a file at any moment."""
    total = 0
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            total += path.stat().st_size
    return total

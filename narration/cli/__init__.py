"""The commands.  Only this package prints or exits.

A command is **one file and one table row**: ``narration/cli/NAME.py`` with
``add_arguments(parser)`` and ``run(args) -> exit code``, and a row in
``COMMANDS`` with its line of help.  Nothing else is imported before the command
is known, so that ``narration --help`` is instant.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Sequence

COMMANDS: dict[str, tuple[str, str]] = {
    "make": ("narration.cli.make", "phase text → script → finished track, in one go"),
    "write": ("narration.cli.write", "phase text → a script that you can read and edit"),
    "check": ("narration.cli.check", "is a script faithful, calm, complete, approved?"),
    "approve": ("narration.cli.approve", "sign a script; any later edit voids it"),
    "build": ("narration.cli.build", "scripts → finished tracks"),
    "measure": ("narration.cli.measure", "loudness, peaks, pauses, pace and clicks of a finished track"),
    "serve": ("narration.cli.serve", "the finished tracks in a browser, here or on the clinic's network"),
    "poster": ("narration.cli.poster", "a sheet to print, with a QR code that leads to a guide"),
    "feed": ("narration.cli.feed", "a podcast feed of a folder of finished tracks"),
    "voices": ("narration.cli.voices", "what can speak here"),
    "cache": ("narration.cli.cache", "the finished speech that is kept; clear it"),
    "doctor": ("narration.cli.doctor", "what is installed, what is missing, and what mends it"),
}

_USAGE = """usage: narration COMMAND [options]

Turns the words a clinic has about a procedure into a calm audio guide.

{commands}

  narration COMMAND --help   what a command takes
  narration --version        which version this is
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 failed, 2 wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _write_utf8()
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        sys.stdout.write(usage())
        return 0 if arguments else 2
    if arguments[0] in ("-V", "--version"):
        from narration import __version__

        sys.stdout.write(f"narration {__version__}\n")
        return 0
    if arguments[0] not in COMMANDS:
        sys.stderr.write(f"narration: there is no command “{arguments[0]}”. It knows {', '.join(COMMANDS)}.\n")
        return 2
    from narration.cli.running import run_command

    return run_command(arguments[0], COMMANDS[arguments[0]], arguments[1:])


def _write_utf8() -> None:
    """A file or a pipe gets UTF-8, also where the system has a code page without “→”; a console shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        with contextlib.suppress(ValueError, OSError):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def usage() -> str:
    width = max(map(len, COMMANDS))
    rows = (f"  {name:<{width}}   {line}" for name, (_, line) in COMMANDS.items())
    return _USAGE.format(commands="\n".join(rows))

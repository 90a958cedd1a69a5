"""Running one command: arguments, errors and exit codes, the same for all of them."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import Any

from narration.errors import NarrationError

INTERRUPTED, TERMINATED = 130, 143


class _Terminated(KeyboardInterrupt):
    """Somebody else than the person at the keyboard ends the program: a window that closes, a shutdown."""


@contextlib.contextmanager
def _asked_to_end() -> Iterator[None]:
    """Such an end is as orderly as Ctrl-C: the programs that speak end with it, and no half-made folder stays."""

    def end(*_: object) -> None:
        raise _Terminated

    numbers = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]
    earlier: dict[int, Any] = {}
    if threading.current_thread() is threading.main_thread():
        earlier = {n: signal.signal(n, end) for n in numbers if signal.getsignal(n) is signal.SIG_DFL}
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


def run_command(name: str, row: tuple[str, str], arguments: Sequence[str]) -> int:
    """Parse ``arguments``, run the command, and turn an error into one paragraph and an exit code."""
    module_name, line = row
    command = importlib.import_module(module_name)
    parser = argparse.ArgumentParser(prog=f"narration {name}", description=command.__doc__ or line)
    parser.add_argument("--debug", action="store_true", help="show a traceback when something fails")
    command.add_arguments(parser)
    try:
        args = parser.parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    try:
        with _asked_to_end():
            code: int = command.run(args)
    except NarrationError as error:
        if args.debug:
            raise
        sys.stderr.write(f"narration: {error}\n")
        return error.exit_code
    except KeyboardInterrupt as stop:
        sys.stderr.write("\nStopped. What was finished is kept; the same command goes on from there.\n")
        return TERMINATED if isinstance(stop, _Terminated) else INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (`| head`) has gone; Python would complain again at exit.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if args.debug:
            raise
        place = f"{error.filename}: " if error.filename else ""
        sys.stderr.write(f"narration: {place}{error.strerror or error}.\n")
        return 1
    except Exception as error:
        if args.debug:
            raise
        sys.stderr.write(
            f"narration: something went wrong inside the program ({type(error).__name__}: {error}). "
            "Please report it, with what `--debug` prints.\n"
        )
        return 1
    return code

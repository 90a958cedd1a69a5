"""Shows the finished tracks in a browser on this machine, or with --lan on the clinic's network."""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
from pathlib import Path

from narration.errors import UsageError

PORT = 8765


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default="audio_out", metavar="DIR", help="the tracks (audio_out)")
    parser.add_argument("--lan", action="store_true", help="also for other devices on this network")
    parser.add_argument("--port", type=int, default=PORT, help=f"which port ({PORT})")


def run(args: argparse.Namespace) -> int:
    root = Path(args.folder)
    if not root.is_dir():
        raise UsageError("there is no such folder.", remedy="Build a track first.", path=root)
    listener = _bound("0.0.0.0" if args.lan else "127.0.0.1", args.port)  # noqa: S104  # only when --lan asks for it
    import uvicorn

    from narration.cli.console import say
    from narration.server.app import make_app

    address = f"http://{_own_address() if args.lan else '127.0.0.1'}:{listener.getsockname()[1]}/"
    say(f"The guides are at {address}")
    if args.lan:
        import segno

        say("Anyone on this network can open them. Point a phone's camera here:")
        segno.make(address).terminal(compact=True)
    say("Stop with Ctrl-C.")
    config = uvicorn.Config(
        make_app(root.resolve()),
        access_log=False,
        log_level="error",  # a warning would only tell of a listener's odd request
        server_header=False,
        timeout_graceful_shutdown=1,  # or Ctrl-C would wait for everybody who is listening
    )
    with listener, contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
    say("Stopped.")
    return 0


def _bound(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # on Windows it would let two servers share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(512)
    except (OSError, OverflowError) as error:
        listener.close()
        raise UsageError(
            f"port {port} cannot be used: {getattr(error, 'strerror', None) or error}.",
            remedy="Choose another with --port.",
        ) from None
    return listener


def _own_address() -> str:
    """This machine's address on its network; connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()

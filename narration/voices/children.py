"""Child processes that speak: started when first needed, one request each at a time.

A request is four bytes of length, little-endian, and a JSON object.  An answer
is a byte (0 audio, 1 a message), four bytes of length, and the bytes.
"""

from __future__ import annotations

import contextlib
import json
import queue
import struct
import subprocess
import threading
from collections.abc import Mapping, Sequence
from typing import IO, cast

from narration.errors import VoiceError
from narration.voices import processes
from narration.voices.base import TransientVoiceError

_GRACE_SECONDS = 0.5


class Children:
    """Up to ``count`` processes of ``argv``; ``ask`` may be called from that many threads at once."""

    def __init__(self, name: str, argv: Sequence[str], count: int, timeout_seconds: float) -> None:
        self._name = name
        self._argv = list(argv)
        self._timeout_seconds = timeout_seconds
        self._idle: queue.LifoQueue[subprocess.Popen[bytes] | None] = queue.LifoQueue()
        for _ in range(count):
            self._idle.put(None)
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def ask(self, request: Mapping[str, object]) -> bytes:
        """The audio.  A message, a crash or no answer in time is a ``VoiceError``; a crash is tried once more."""
        try:
            return self._ask(request)
        except TransientVoiceError:
            return self._ask(request)

    def _ask(self, request: Mapping[str, object]) -> bytes:
        slot = self._idle.get()
        child: subprocess.Popen[bytes] | None = None
        try:
            child = self._usable(slot)
            answer = self._exchange(child, json.dumps(request).encode())
        except BaseException:
            if child is not None:
                self._end(child)
            self._idle.put(None)
            raise
        self._give_back(child)
        status, body = answer
        if status != 0:
            raise VoiceError(f"{body.decode('utf-8', 'replace')}.")
        return body

    def _give_back(self, child: subprocess.Popen[bytes]) -> None:
        """For the next request, unless the voice was closed while the answer came in."""
        with self._lock:
            closed = self._closed
            self._idle.put(None if closed else child)
        if closed:
            self._end(child)

    def _usable(self, slot: subprocess.Popen[bytes] | None) -> subprocess.Popen[bytes]:
        if slot is not None and slot.poll() is None:
            return slot
        if slot is not None:
            self._end(slot)
        with self._lock:
            if self._closed:
                raise VoiceError(f"{self._name} was stopped.")
            try:
                child = processes.start(self._argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            except OSError as error:
                raise VoiceError(f"{self._name} could not be started: {error}.") from None
            self._running.add(child)
            return child

    def _exchange(self, child: subprocess.Popen[bytes], body: bytes) -> tuple[int, bytes]:
        late = threading.Event()

        def give_up() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self._timeout_seconds, give_up)
        timer.daemon = True
        timer.start()
        try:
            requests, answers = cast("IO[bytes]", child.stdin), cast("IO[bytes]", child.stdout)
            requests.write(struct.pack("<I", len(body)) + body)
            requests.flush()
            status, length = struct.unpack("<BI", _read(answers, 5))
            return status, _read(answers, length)
        except (OSError, EOFError, ValueError):
            if self._closed:
                raise VoiceError(f"{self._name} was stopped.") from None
            if late.is_set():
                raise VoiceError(f"{self._name} gave no answer in {self._timeout_seconds:g} s.") from None
            code = child.wait()
            raise TransientVoiceError(f"{self._name} ended unexpectedly (exit code {code}).") from None
        finally:
            timer.cancel()

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        with self._lock:
            self._running.discard(child)
        child.kill()
        child.wait()
        _close_pipes(child)

    def close(self) -> None:
        """End them all; a running ``ask`` fails at once."""
        with self._lock:
            self._closed = True
            running = list(self._running)
            self._running.clear()
        for child in running:
            child.kill()
        for child in running:
            try:
                child.wait(_GRACE_SECONDS)
            except subprocess.TimeoutExpired:  # a busy machine buries slowly; nobody should have to wait for it
                threading.Thread(target=child.wait, name="burial", daemon=True).start()
        while not self._idle.empty():
            with contextlib.suppress(queue.Empty):
                idle = self._idle.get_nowait()
                if idle is not None:
                    _close_pipes(idle)
        self._idle.put(None)  # wakes a caller that waits for its turn; it finds the pool closed


def _read(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) != length:
        raise EOFError
    return data


def _close_pipes(child: subprocess.Popen[bytes]) -> None:
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()

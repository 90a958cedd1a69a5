"""Asking the online service: several requests at once within one limit, connections kept, tries limited.

Every worker thread has a ``Line`` of its own.  TLS certificates are verified;
``REQUESTS_CA_BUNDLE`` and ``HTTPS_PROXY`` are honoured.
"""

from __future__ import annotations

import contextlib
import queue
import random
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, InvalidStateError
from functools import cache
from typing import TypeAlias

from requests import PreparedRequest

from narration.audible import Samples
from narration.errors import VoiceError
from narration.settings import OnlineVoice
from narration.voices import gtts_faults
from narration.voices.base import BlockedVoiceError
from narration.voices.gtts_exchange import Line, host_of
from narration.voices.gtts_faults import BusyError
from narration.voices.gtts_protocol import BadAnswerError

Reading: TypeAlias = Callable[[bytes], Samples]
"""An answer's body → speech; raises ``BadAnswerError`` for anything else."""
_Job: TypeAlias = tuple[PreparedRequest, Reading, "Future[Samples]"]


@cache
def _slots(connections: int) -> threading.BoundedSemaphore:
    """One limit for the whole program, however many voices are open."""
    return threading.BoundedSemaphore(connections)


class Client:
    """Up to ``options.connections`` requests at once; ``fetch`` may be called from any thread."""

    def __init__(self, options: OnlineVoice) -> None:
        self._options = options
        self._slots = _slots(options.connections)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._open: set[Future[Samples]] = set()
        self._workers: list[threading.Thread] = []
        self._closed = threading.Event()
        self._not_before = 0.0  # by time.monotonic(); a service that asks one worker to wait asks all of them
        self._blocked: BlockedVoiceError | None = None

    def fetch(self, work: Sequence[tuple[PreparedRequest, Reading]]) -> list[Samples]:
        """Speech for each request, in order.  The first fault ends the others and is raised as a ``VoiceError``."""
        futures: list[Future[Samples]] = [Future() for _ in work]
        with self._lock:
            if self._closed.is_set():
                raise VoiceError("the voice was stopped.")
            self._open.update(futures)
            self._start_workers(len(self._open))
        for (request, reading), future in zip(work, futures, strict=True):
            self._jobs.put((request, reading, future))
        try:
            return [future.result() for future in futures]
        except CancelledError:
            raise VoiceError("the voice was stopped.") from None
        finally:
            with self._lock:
                self._open.difference_update(futures)
            for future in futures:
                future.cancel()

    def close(self) -> None:
        """End every ``fetch`` at once.  A request under way is left to its time-out."""
        self._closed.set()
        with self._lock:
            waiting, self._open = self._open, set()
        for future in waiting:
            future.cancel()
        for _ in self._workers:
            self._jobs.put(None)

    def _start_workers(self, wanted: int) -> None:
        for number in range(len(self._workers), min(wanted, self._options.connections)):
            worker = threading.Thread(target=self._work, name=f"online-voice-{number}", daemon=True)
            worker.start()
            self._workers.append(worker)

    def _work(self) -> None:
        with contextlib.closing(Line(self._options.timeout_seconds)) as line:
            while (job := self._jobs.get()) is not None and not self._closed.is_set():
                request, reading, future = job
                if future.cancelled():
                    continue
                with contextlib.suppress(InvalidStateError):  # its line was given up meanwhile
                    try:
                        future.set_result(self._persist(line, request, reading))
                    except Exception as error:
                        future.set_exception(error)

    def _persist(self, line: Line, request: PreparedRequest, reading: Reading) -> Samples:
        """One request, tried until it works, its tries are used up, or the service blocks us."""
        tries = self._options.tries
        for number in range(1, tries + 1):
            self._wait_for_turn()
            try:
                with self._slots:
                    return reading(line.exchange(request))
            except BadAnswerError as error:
                busy = BusyError(f"{host_of(request)} sent no usable speech: {error}.")
            except BusyError as error:
                busy = error
            except BlockedVoiceError as error:
                self._blocked = error
                raise
            if number < tries:
                self._pause(busy, number)
        fault = gtts_faults.given_up(busy, tries)
        if isinstance(fault, BlockedVoiceError):
            self._blocked = fault
        raise fault

    def _wait_for_turn(self) -> None:
        while True:
            if self._blocked is not None:
                raise BlockedVoiceError(
                    self._blocked.problem,
                    remedy=self._blocked.remedy,
                    retry_after_seconds=self._blocked.retry_after_seconds,
                )
            wait = self._not_before - time.monotonic()
            if self._closed.wait(max(0.0, wait)):
                raise VoiceError("the voice was stopped.")
            if wait <= 0:
                return

    def _pause(self, busy: BusyError, number: int) -> None:
        """Exponential backoff with jitter; a time that the service named binds every worker."""
        backoff = self._options.first_wait_seconds * 2 ** (number - 1)
        wait = random.uniform(0.5, 1.0) * backoff  # noqa: S311  # spreads the tries, guards no secret
        if busy.retry_after_seconds is not None:
            wait = busy.retry_after_seconds + wait / 4
        if busy.retry_after_seconds is not None or busy.refused:
            with self._lock:
                self._not_before = max(self._not_before, time.monotonic() + wait)
        elif self._closed.wait(wait):
            raise VoiceError("the voice was stopped.")

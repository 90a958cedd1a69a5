"""One request and its answer over a kept connection, within a time that holds for all of it."""

from __future__ import annotations

import threading
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests

from narration.voices import gtts_faults
from narration.voices.gtts_faults import BusyError
from narration.voices.gtts_protocol import BadAnswerError

if TYPE_CHECKING:
    from requests import PreparedRequest, Session

LARGEST_ANSWER_BYTES = 8_000_000
_SHORT_BYTES = 65_536
"""An error page up to this length is read to its end, so that its connection can be used again."""


class Line:
    """A ``requests.Session`` for one caller at a time.

    ``requests`` limits the wait for each packet, not the whole: an answer that
    drips, or a look-up of the host's name that stalls, would hold a build up for
    hours.  So each exchange runs in a thread of its own, which is left behind
    with its connection when the time is over.
    """

    def __init__(self, timeout_seconds: float) -> None:
        self._timeout_seconds = timeout_seconds
        self._session = requests.Session()

    def exchange(self, request: PreparedRequest) -> bytes:
        """The body of an answer with status 200.  Raises ``VoiceError`` or ``BadAnswerError``."""
        answered: Future[bytes] = Future()
        work = (self._session, request, self._timeout_seconds, answered)
        threading.Thread(target=_deliver, args=work, name="online-voice-exchange", daemon=True).start()
        if wait([answered], self._timeout_seconds).done:
            return answered.result()
        self._session = requests.Session()
        raise BusyError(f"{host_of(request)} did not answer in time.")

    def close(self) -> None:
        self._session.close()


def host_of(request: PreparedRequest) -> str:
    return urlsplit(str(request.url)).hostname or "the service"


def _deliver(session: Session, request: PreparedRequest, seconds: float, answered: Future[bytes]) -> None:
    try:
        answered.set_result(_sent(session, request, seconds))
    except Exception as error:  # the caller's thread raises it
        answered.set_exception(error)


def _sent(session: Session, request: PreparedRequest, seconds: float) -> bytes:
    host, url = host_of(request), str(request.url)
    try:
        network = session.merge_environment_settings(url, {}, True, True, None)
        with session.send(request, timeout=(seconds, seconds), allow_redirects=False, **network) as answer:
            if fault := gtts_faults.from_answer(answer.status_code, answer.headers, host):
                _finish(answer)
                raise fault
            return _body(answer)
    except OSError as error:  # all that requests raises, and a certificate file that is not there
        raise gtts_faults.from_exception(error, host) from None


def _finish(answer: requests.Response) -> None:
    length = answer.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) <= _SHORT_BYTES:
        _ = answer.content


def _body(answer: requests.Response) -> bytes:
    """The whole body; an answer that has no end is a fault."""
    body = bytearray()
    for chunk in answer.iter_content(_SHORT_BYTES):
        body += chunk
        if len(body) > LARGEST_ANSWER_BYTES:
            raise BadAnswerError("the answer was far too long")
    return bytes(body)

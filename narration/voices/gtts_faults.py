"""What an online service's failures mean: try again, stop for now, or give up."""

from __future__ import annotations

import math
import re
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

import requests

from narration.errors import VoiceError
from narration.voices.base import BlockedVoiceError, TransientVoiceError

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_WAIT_SECONDS = 60.0
"""A service that asks for more patience than this is left alone: the build stops and says when to go on."""

_KEPT = "Finished speech is kept: the same command goes on from there."
_TOO_MANY = 429
_BROKEN = requests.exceptions.ChunkedEncodingError | requests.exceptions.ContentDecodingError
_BUSY = {408, 425, 429, 500, 502, 503, 504}
_LONGEST_NAMED_SECONDS = 30 * 86_400.0
_MINUTES_SHOWN = 120
_NAME_NOT_FOUND = ("NameResolutionError", "getaddrinfo failed", "Name or service not known", "nodename nor servname")
_NO_CERTIFICATES = ("NO_CERTIFICATE_OR_CRL_FOUND", "PEM lib", "no certificate or crl found")
"""How the TLS library says that a file holds no certificates; urllib3 passes its words on."""


class BusyError(TransientVoiceError):
    """Worth another try, not before ``retry_after_seconds`` if the service said so.

    ``refused`` marks "too many requests": when that goes on, it is a block.
    """

    def __init__(self, problem: str, *, retry_after_seconds: float | None = None, refused: bool = False) -> None:
        super().__init__(problem)
        self.retry_after_seconds = retry_after_seconds
        self.refused = refused


def from_answer(status: int, headers: Mapping[str, str], host: str, now: float | None = None) -> VoiceError | None:
    """The fault that an HTTP status stands for; nothing for 200.  ``now`` is in seconds since 1970."""
    if status == HTTPStatus.OK:
        return None
    named = f"{host} answered {_named(status)}"
    wait = retry_after(headers.get("Retry-After", ""), time.time() if now is None else now)
    if status == HTTPStatus.FORBIDDEN or "/sorry/" in headers.get("Location", ""):
        return blocked(f"{named}: it refuses requests from this network for now.", wait)
    if status in _BUSY:
        if wait is not None and wait > LONGEST_WAIT_SECONDS:
            return blocked(f"{named}.", wait)
        return BusyError(f"{named}.", retry_after_seconds=wait, refused=status == _TOO_MANY)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return BusyError(f"{named}.", retry_after_seconds=wait)
    remedy = "Check the ending after the @ in the voice's name." if status == HTTPStatus.NOT_FOUND else ""
    return VoiceError(f"{named}; it does not take this request.", remedy=remedy)


def from_exception(error: OSError, host: str) -> VoiceError:
    """The fault that a failed connection stands for."""
    text = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in text or "doesn't match" in text:
        return VoiceError(
            f"the certificate that came for {host} is not valid, so nothing was sent ({_reason(text)}).",
            remedy="If your network inspects traffic, name its certificate file in REQUESTS_CA_BUNDLE.",
        )
    if "CA certificate bundle" in text or any(mark in text for mark in _NO_CERTIFICATES):
        return VoiceError(
            "the file named in REQUESTS_CA_BUNDLE is not there, or holds no certificates, so nothing was sent.",
            remedy="Correct that name, or unset it.",
        )
    if isinstance(error, requests.exceptions.ProxyError):
        return _proxy_fault(text, host)
    if isinstance(error, requests.Timeout) or "Read timed out" in text:
        return BusyError(f"{host} did not answer in time.")
    if any(mark in text for mark in _NAME_NOT_FOUND):
        return BusyError(f"{host} was not found; there may be no connection to the internet.")
    if isinstance(error, requests.ConnectionError | _BROKEN):
        return BusyError(f"the connection to {host} failed or broke off.")
    remedy = "Check HTTPS_PROXY." if "proxy" in text.lower() or "SOCKS" in text else ""
    return VoiceError(f"{host} cannot be asked: {text.rstrip('.')}.", remedy=remedy)


def _proxy_fault(text: str, host: str) -> VoiceError:
    refused = re.search(r"Tunnel connection failed: (\d+)", text)
    if refused is None:
        return BusyError(f"the proxy that HTTPS_PROXY names cannot be reached, or broke off on the way to {host}.")
    problem = f"the proxy does not let {host} through ({_reason(text)})."
    if int(refused[1]) == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return VoiceError(
            f"the proxy on the way to {host} wants a name and a password ({_reason(text)}).",
            remedy="Put them into HTTPS_PROXY: http://name:password@proxy:port.",
        )
    if int(refused[1]) in _BUSY:
        return BusyError(problem)
    return VoiceError(problem, remedy="Check HTTPS_PROXY, or ask who runs it.")


def blocked(problem: str, wait_seconds: float | None) -> BlockedVoiceError:
    """Stop, and say when to go on."""
    if wait_seconds is None:
        when = "Try again in an hour, or choose an offline voice."
    else:
        when = f"Go on after {_clock(wait_seconds)}, or choose an offline voice."
    return BlockedVoiceError(problem, remedy=f"{when} {_KEPT}", retry_after_seconds=wait_seconds)


def given_up(error: BusyError, tries: int) -> VoiceError:
    """What a try that failed for the last time becomes."""
    if error.refused:
        return blocked(f"{error.problem.rstrip('.')}, {tries} times in a row.", error.retry_after_seconds)
    return TransientVoiceError(f"{error.problem} It was tried {tries} times.", remedy=_KEPT)


def retry_after(value: str, now: float) -> float | None:
    """Seconds to wait by an HTTP ``Retry-After`` header: a number of seconds or a date (RFC 9110, 10.2.3)."""
    value = value.strip()
    if re.fullmatch(r"[0-9]+(\.[0-9]*)?", value):
        return min(float(value), _LONGEST_NAMED_SECONDS)
    try:
        when = parsedate_to_datetime(value)
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return min(max(0.0, when.timestamp() - now), _LONGEST_NAMED_SECONDS)
    except (ValueError, OverflowError):
        return None


def _clock(wait_seconds: float) -> str:
    """``14:30 (in 12 min)``; with the day when it is long."""
    until = datetime.fromtimestamp(time.time() + wait_seconds).astimezone()
    minutes = max(1, math.ceil(wait_seconds / 60))
    if minutes <= _MINUTES_SHOWN:
        return f"{until:%H:%M} (in {minutes} min)"
    return f"{until:%Y-%m-%d %H:%M} (in {math.ceil(minutes / 60)} h)"


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _reason(text: str) -> str:
    """The innermost reason in the nested message that ``requests`` makes."""
    for mark in ("certificate verify failed: ", "Tunnel connection failed: "):
        if mark in text:
            return text.split(mark, 1)[1].split(" (_ssl", 1)[0].strip("')(. ")
    return text[-120:].strip("')( ")

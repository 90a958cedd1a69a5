"""A stand-in for Google's speech service: its real protocol, over TLS, behind a CONNECT proxy on the loopback.

The real client reaches it through ``HTTPS_PROXY`` and trusts it through
``REQUESTS_CA_BUNDLE``; nothing in the client is patched.
"""

from __future__ import annotations

import base64
import functools
import io
import json
import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import av
import numpy as np
import trustme

RATE_HZ = 24_000
SECONDS_A_LETTER = 0.07


@dataclass(frozen=True)
class Answer:
    """What comes back; ``body`` ``None`` stands for proper speech.  ``act`` is ``hang``, ``reset``, ``cut``,
    ``drip`` (a byte from time to time) or ``drip early`` (the same, from the first line on)."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    act: str = ""


@dataclass(frozen=True)
class Request:
    text: str
    language: str
    slow: bool
    host: str
    connection: int
    at: float


Behaviour = Callable[[str, int], Answer]
"""The clause and how often it was asked for, counted from 1 → the answer."""


class LoopbackGoogle:
    """Listens while used as a context manager."""

    def __init__(self, folder: Path) -> None:
        self.behaviour: Behaviour = lambda _text, _number: Answer()
        self.delay_seconds = 0.0
        self.requests: list[Request] = []
        self.pages: dict[str, bytes] = {}
        self.fetched: list[str] = []
        self.most_at_once = 0
        self.asked: Counter[str] = Counter()
        self.host_in_certificate = ""
        self.connect_status = 200
        self.lock = threading.Lock()
        self.under_way = 0
        self.released = threading.Event()
        self.ca = trustme.CA()
        self.bundle = folder / "ca.pem"
        self.ca.cert_pem.write_to_path(str(self.bundle))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def environment(self) -> dict[str, str]:
        """What the client's environment must hold to reach the service."""
        proxy = f"http://127.0.0.1:{self._server.server_address[1]}"
        return {
            "HTTPS_PROXY": proxy,
            "https_proxy": proxy,
            "REQUESTS_CA_BUNDLE": str(self.bundle),
            "SSL_CERT_FILE": str(self.bundle),
            "NO_PROXY": "",
            "no_proxy": "",
        }

    @property
    def texts(self) -> list[str]:
        return [request.text for request in self.requests]

    def forget(self) -> None:
        self.requests.clear()
        self.asked.clear()

    @functools.cache  # noqa: B019  # as many contexts as hosts
    def tls(self, host: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.ca.issue_cert(host).configure_cert(context)
        return context

    def __enter__(self) -> LoopbackGoogle:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(google: LoopbackGoogle) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_CONNECT(self) -> None:
            host = self.path.rsplit(":", 1)[0]
            if google.connect_status != 200:
                self.send_error(google.connect_status)
                return
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            try:
                tunnel = google.tls(google.host_in_certificate or host).wrap_socket(self.connection, server_side=True)
            except OSError:  # the client refuses the certificate
                self.close_connection = True
                return
            self.connection = tunnel
            self.rfile, self.wfile = tunnel.makefile("rb"), tunnel.makefile("wb", buffering=0)  # type: ignore[assignment]  # the base class names the kinds that it makes itself
            self.close_connection = False

        def do_POST(self) -> None:
            text, language, speed, _ = _asked(self.rfile.read(int(self.headers["Content-Length"])))
            with google.lock:
                request = Request(
                    text, language, bool(speed), self.headers["Host"], id(self.connection), time.monotonic()
                )
                google.requests.append(request)
                google.asked[text] += 1
                number = google.asked[text]
                google.under_way += 1
                google.most_at_once = max(google.most_at_once, google.under_way)
            try:
                time.sleep(google.delay_seconds)
                self.give(google.behaviour(text, number), text)
            finally:
                with google.lock:
                    google.under_way -= 1

        def do_GET(self) -> None:
            """Any other site: whatever ``pages`` has for this path."""
            path = self.path.partition("?")[0]
            google.fetched.append(path)
            self.give(Answer(body=google.pages[path]) if path in google.pages else Answer(404, body=b""), "")

        def give(self, answer: Answer, text: str) -> None:
            if answer.act == "hang":
                google.released.wait(30)
                self.close_connection = True
                return
            if answer.act == "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            if answer.act == "drip early":
                self.drip(b"HTTP/1.1 200 OK")
                return
            body = speech_body(text) if answer.body is None else answer.body
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) * (2 if answer.act == "cut" else 1)))
            self.end_headers()
            if answer.act == "drip":
                self.drip(body)
                return
            self.wfile.write(body)
            self.close_connection = answer.act == "cut"

        def drip(self, data: bytes) -> None:
            for place in range(len(data)):
                self.wfile.write(data[place : place + 1])
                if google.released.wait(0.2):
                    break
            self.close_connection = True

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:  # the client was killed
                self.close_connection = True

        def finish(self) -> None:
            with suppress(OSError, ValueError):
                super().finish()
            self.connection.close()

        def log_message(self, *_: Any) -> None:
            pass

    return Handler


def _asked(body: bytes) -> list[Any]:
    ((((name, payload, _, _),),),) = (json.loads(parse_qs(body.decode())["f.req"][0]),)
    assert name == "jQ1olc"
    asked: list[Any] = json.loads(payload)
    return asked


def speech_body(text: str, mp3: bytes | None = None) -> bytes:
    """An answer as the service sends it: a guard line, then chunks of a length and a line of JSON."""
    data = speech(len(text)) if mp3 is None else mp3
    return chunked([["wrb.fr", "jQ1olc", json.dumps([base64.b64encode(data).decode()]), None, None, None, "generic"]])


def chunked(rows: list[Any]) -> bytes:
    chunk = json.dumps([*rows, ["di", 70], ["af.httprm", 70, "-123", 1]], separators=(",", ":"))
    return f')]}}\'\n\n{len(chunk)}\n{chunk}\n25\n[["e",4,null,null,140]]\n'.encode()


@functools.cache
def speech(letters: int) -> bytes:
    """MP3 that is as long as so many letters take to say: a tone that swells and fades like syllables."""
    time_s = np.arange(int(max(0.2, letters * SECONDS_A_LETTER) * RATE_HZ)) / RATE_HZ
    ends = np.clip(np.minimum(time_s, time_s[::-1]) / 0.02, 0, 1)
    tone = np.sin(2 * np.pi * 180 * time_s) * (0.6 + 0.4 * np.sin(2 * np.pi * 4 * time_s)) * ends * 9000
    samples = np.concatenate([np.zeros(2400), tone, np.zeros(4800)]).astype(np.int16).reshape(1, -1)
    file = io.BytesIO()
    with av.open(file, "w", format="mp3") as container:
        stream = container.add_stream("libmp3lame", rate=RATE_HZ, layout="mono")
        stream.bit_rate = 32_000
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        frame.sample_rate = RATE_HZ
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


@contextmanager
def loopback_google(folder: Path) -> Iterator[LoopbackGoogle]:
    with LoopbackGoogle(folder) as google:
        yield google

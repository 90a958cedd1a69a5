"""The web application: an index, the files of each track, and headers that keep both to themselves."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from narration import shelf, templating, units, wording
from narration.audio_formats import AUDIO_FORMATS
from narration.server import conditions, files, hosts

_HERE = Path(__file__).parent
_OWN = ("/index.css", "/icon.svg")
_TYPES = {
    **{one.suffix: one.media_type for one in AUDIO_FORMATS},
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip",
    ".epub": "application/epub+zip",
    ".zip": "application/zip",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
_TEXT = (".html", ".css", ".js", ".json", ".vtt", ".srt", ".webmanifest", ".svg", ".txt", ".xml")
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-cache",
}


def make_app(root: Path) -> Starlette:
    """The application that serves the tracks in ``root``."""
    template = templating.environment(_HERE).get_template("index.html")

    def index(_: Request) -> Response:
        return HTMLResponse(template.render(_shown(shelf.tracks(root, date.today()), files.find(root, files.FEED))))

    def own(request: Request) -> Response:
        return _sent(_HERE / request.url.path.removeprefix("/"), request)

    def file(request: Request) -> Response:
        address = request.path_params["address"]
        if "/" not in address and files.find(root, f"{address}/"):
            return RedirectResponse(f"{request.url.path}/", status_code=308)
        path = files.find(root, address)
        if path is None:
            raise HTTPException(404)
        return _sent(path, request)

    routes = [Route("/", index), *(Route(path, own) for path in _OWN), Route("/{address:path}", file)]
    return Starlette(routes=routes, middleware=[Middleware(_Secured), Middleware(_TextCompressed)])


def _shown(tracks: Sequence[shelf.Finished], feed: Path | None) -> dict[str, Any]:
    """What the index shows, in the language of most of the guides; Jinja2 escapes every value."""
    language = wording.language_of(shelf.main_language(tracks))
    words = wording.words(language)
    return {
        "language": language,
        "direction": wording.direction(language),
        "title": words["feed"]["title"],
        "text": words["shelf"],
        "page": words["page"],
        "tracks": [(track, units.minutes(track.seconds)) for track in tracks],
        "feed": feed is not None,
    }


def _sent(path: Path, request: Request) -> Response:
    """The file, the part of it that is asked for, or word that the asker has it already."""
    stat = path.stat()
    kind = _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    tag = conditions.etag(stat, weak=path.suffix.lower() in _TEXT)
    headers = {"ETag": tag, "Last-Modified": conditions.last_modified(stat)}
    asked = request.headers
    if conditions.is_fresh(tag, stat, asked.get("if-none-match"), asked.get("if-modified-since")):
        return Response(status_code=304, headers=headers)
    if conditions.ranges(asked.get("range")) > 1:
        # One range at a time: a player never needs more, and many small ones are a way to tire a server.
        return Response(status_code=416, headers={"Content-Range": f"bytes */{stat.st_size}"})
    return FileResponse(path, headers=headers, media_type=kind, stat_result=stat)


class _Secured:
    """The same headers on every answer, and no answer to somebody else's name."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.names = hosts.own_names()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        app = self.app
        if scope["type"] == "http" and not hosts.is_ours(Headers(scope=scope).get("host", ""), self.names):
            app = PlainTextResponse("Open the guides by the address that `narration serve` printed.", status_code=421)
        await app(scope, receive, with_headers)


class _TextCompressed:
    """gzip for whole text files; audio is compressed already, and a range counts bytes of the file itself.

    A range that makes no sense is taken away here, before anybody would refuse
    the whole request because of it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.compressed = GZipMiddleware(app, minimum_size=1000)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            ranged = conditions.ranges(Headers(scope=scope).get("range")) > 0
            if not ranged:
                scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"range"]}
            if not ranged and scope["path"].endswith((*_TEXT, "/")):
                return await self.compressed(scope, receive, send)
        return await self.app(scope, receive, send)

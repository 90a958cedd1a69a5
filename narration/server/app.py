"""The web application: an index, the files of each track, and headers that keep both to themselves."""

from __future__ import annotations

import mimetypes
from dataclasses import asdict
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from narration.server import files

_HERE = Path(__file__).parent
_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4b": "audio/mp4",
    ".vtt": "text/vtt; charset=utf-8",
    ".epub": "application/epub+zip",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
_TEXT = (".html", ".css", ".js", ".json", ".vtt", ".webmanifest", ".svg", ".txt", ".xml", "/")
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-cache",
}


def make_app(root: Path) -> Starlette:
    """The application that serves the tracks in ``root``."""

    def index(_: Request) -> Response:
        from jinja2 import Environment, FileSystemLoader

        environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True)
        listed = [{**asdict(track), "minutes": max(1, round(track.seconds / 60))} for track in files.tracks(root)]
        return HTMLResponse(environment.get_template("index.html").render(tracks=listed))

    def style(_: Request) -> Response:
        return FileResponse(_HERE / "index.css", media_type=_TYPES[".css"])

    def file(request: Request) -> Response:
        address = request.path_params["address"]
        if "/" not in address and files.find(root, f"{address}/"):
            return RedirectResponse(f"{request.url.path}/", status_code=308)
        path = files.find(root, address)
        if path is None:
            raise HTTPException(404)
        several = "," in request.headers.get("range", "")
        if several:
            # One range at a time: a player never needs more, and many small ones are a way to tire a server.
            return Response(status_code=416, headers={"Content-Range": f"bytes */{path.stat().st_size}"})
        kind = _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return FileResponse(path, media_type=kind)

    routes = [Route("/", index), Route("/index.css", style), Route("/{address:path}", file)]
    return Starlette(routes=routes, middleware=[Middleware(_Secured), Middleware(_TextCompressed)])


class _Secured:
    """The same headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)


class _TextCompressed:
    """gzip for whole text files; audio is compressed already, and a range counts bytes of the file itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.compressed = GZipMiddleware(app, minimum_size=1000)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        text = scope["type"] == "http" and scope["path"].endswith(_TEXT) and "range" not in Headers(scope=scope)
        await (self.compressed if text else self.app)(scope, receive, send)

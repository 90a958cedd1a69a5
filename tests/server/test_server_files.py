"""The server, as a browser and as somebody who tries every way out of the folder meets it."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from product_server import serve

AUDIO = bytes(range(256)) * 40
TYPES = {
    ".m4b": "audio/mp4",
    ".vtt": "text/vtt; charset=utf-8",
    ".epub": "application/epub+zip",
    ".webmanifest": "application/manifest+json",
    ".zip": "application/zip",
    ".js": "text/javascript; charset=utf-8",
}


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the server writes beside its greeting."""
    return tmp_path_factory.mktemp("log") / "log.txt"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, log: Path) -> Iterator[int]:
    """A real server on the loopback over two tracks, with things around them that nobody may see."""
    base = tmp_path_factory.mktemp("serve")
    root = base / "out"
    for name, title, draft, review_by in (
        ("scan", "A <b>scan</b>", True, None),
        ("other", "Other", False, "2999-01-01"),
        ("late", "Reviewed long ago", False, "2020-01-01"),
    ):
        (root / name).mkdir(parents=True)
        (root / name / f"{name}.mp3").write_bytes(AUDIO)
        (root / name / "index.html").write_text("<p>hello</p>" * 500)
        for ending in TYPES:
            (root / name / f"{name}{ending}").write_bytes(AUDIO)
        listed = dict.fromkeys(
            (f"{name}.mp3", "index.html", "link.txt", "../other/index.html", *(name + e for e in TYPES))
        )
        manifest = {"title": title, "language": "en", "duration": 90.0, "draft": draft, "files": listed}
        manifest["script"] = {"review_by": review_by}
        (root / name / "manifest.json").write_text(json.dumps(manifest))
        (root / name / "unlisted.txt").write_text("private")
    (base / "secret.txt").write_text("secret")
    (base / "elsewhere").mkdir()
    (base / "elsewhere" / "manifest.json").write_text((root / "scan" / "manifest.json").read_text())
    (base / "elsewhere" / "index.html").write_text("secret")
    (root / "linked").symlink_to(base / "elsewhere")
    (root / "feed.xml").write_text("<rss/>")
    (root / "loose.txt").write_text("secret")
    (root / ".scan.building-x").mkdir()
    (root / ".scan.building-x" / "manifest.json").write_text(json.dumps({"files": {"a": ""}}))
    (root / "scan" / "link.txt").symlink_to(base / "secret.txt")
    with log.open("w") as errors, serve(root, errors) as (port, _):
        yield port


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True, skip_host="host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_the_index_lists_tracks_escaped_and_marks_drafts(served: int) -> None:
    status, headers, body = ask(served, "/")
    assert status == 200
    assert b"A &lt;b&gt;scan&lt;/b&gt;" in body
    assert body.count(b"DRAFT") == 2, "one draft, and one whose review date has passed"
    assert b"/linked/" not in body
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers


def test_a_track_and_its_types(served: int) -> None:
    assert ask(served, "/scan")[0] == 308
    assert ask(served, "/scan/")[1]["content-type"].startswith("text/html")
    status, headers, body = ask(served, "/scan/scan.mp3")
    assert (status, headers["content-type"], body) == (200, "audio/mpeg", AUDIO)
    assert headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-99", 0, 99), ("bytes=100-", 100, len(AUDIO) - 1), ("bytes=-50", len(AUDIO) - 50, len(AUDIO) - 1)],
)
def test_ranges(served: int, asked: str, first: int, last: int) -> None:
    status, headers, body = ask(served, "/scan/scan.mp3", Range=asked)
    assert (status, body) == (206, AUDIO[first : last + 1])
    assert headers["content-range"] == f"bytes {first}-{last}/{len(AUDIO)}"


@pytest.mark.parametrize("asked", [f"bytes={len(AUDIO)}-", "bytes=0-1,4-5", "bytes=" + "0-," * 999 + "0-", "bytes=-0"])
def test_ranges_that_cannot_be_given(served: int, asked: str) -> None:
    status, headers, body = ask(served, "/scan/scan.mp3", Range=asked)
    assert (status, body, headers["content-range"]) == (416, b"", f"bytes */{len(AUDIO)}")


@pytest.mark.parametrize("asked", ["bytes=abc", "items=0-1", "bytes=5-2", "bytes=", "0-5", "bytes=--1", "bytes=1-2-3"])
def test_ranges_that_make_no_sense_are_left_out_of_account(served: int, asked: str) -> None:
    assert ask(served, "/scan/scan.mp3", Range=asked)[::2] == (200, AUDIO)


@pytest.mark.parametrize("address", ["/scan/scan.mp3", "/scan/"])
def test_who_has_it_already_is_told_so(served: int, address: str) -> None:
    headers = ask(served, address)[1]
    for condition in (
        {"If_None_Match": headers["etag"]},
        {"If_None_Match": f'"other", {headers["etag"]}'},
        {"If_None_Match": "*"},
        {"If_Modified_Since": headers["last-modified"]},
    ):
        assert ask(served, address, **condition)[::2] == (304, b"")
    for other in ({"If_None_Match": '"other"'}, {"If_Modified_Since": "Mon, 01 Jan 2001 00:00:00 GMT"}):
        assert ask(served, address, **other)[0] == 200
    assert ask(served, address, If_None_Match='"other"', If_Modified_Since=headers["last-modified"])[0] == 200
    assert ask(served, address, If_Modified_Since="yesterday")[0] == 200


@pytest.mark.parametrize("address", ["/", "/scan/", "/scan/scan.mp3", "/feed.xml"])
def test_a_head_is_the_answer_without_its_body(served: int, address: str) -> None:
    status, headers, body = ask(served, address, "HEAD")
    whole = ask(served, address)
    assert (status, body) == (200, b"")
    assert headers["content-length"] == str(len(whole[2]))
    assert headers["content-type"] == whole[1]["content-type"]


@pytest.mark.parametrize("ending", TYPES)
def test_media_types(served: int, ending: str) -> None:
    assert ask(served, f"/scan/scan{ending}")[1]["content-type"] == TYPES[ending]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8765", "[::1]:80", "192.168.1.20", socket.gethostname()])
def test_it_answers_to_its_own_names(served: int, host: str) -> None:
    assert ask(served, "/scan/", host=host)[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "a b", "localhost@evil.example"])
def test_it_does_not_answer_to_the_name_of_another(served: int, host: str) -> None:
    status, headers, body = ask(served, "/scan/", host=host)
    assert status in (400, 421)
    assert b"hello" not in body
    assert status == 400 or headers["x-content-type-options"] == "nosniff"


def test_200_slow_listeners_each_get_every_byte(served: int) -> None:
    """Each reads a little at a time, and all of them at once."""
    request = f"GET /scan/scan.mp3 HTTP/1.1\r\nHost: 127.0.0.1:{served}\r\nConnection: close\r\n\r\n".encode()

    async def listen() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", served, limit=1024)
        writer.write(request)
        got = bytearray()
        while part := await reader.read(700):
            got += part
            await asyncio.sleep(0.01)
        writer.close()
        return bytes(got).partition(b"\r\n\r\n")[2]

    async def all_at_once() -> list[bytes]:
        return await asyncio.gather(*(listen() for _ in range(200)))

    assert asyncio.run(all_at_once()) == [AUDIO] * 200


def test_a_range_of_another_version_gets_the_whole(served: int) -> None:
    etag = ask(served, "/scan/scan.mp3")[1]["etag"]
    assert ask(served, "/scan/scan.mp3", Range="bytes=0-9", If_Range=etag)[0] == 206
    assert ask(served, "/scan/scan.mp3", Range="bytes=0-9", If_Range='"old"')[0] == 200


def test_text_is_compressed_and_audio_is_not(served: int) -> None:
    assert ask(served, "/scan/", Accept_Encoding="gzip")[1].get("content-encoding") == "gzip"
    assert "content-encoding" not in ask(served, "/scan/scan.mp3", Accept_Encoding="gzip")[1]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_it_is_read_only(served: int, method: str) -> None:
    assert ask(served, "/scan/scan.mp3", method)[0] == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/scan/../../secret.txt",
        "/scan/%2e%2e/%2e%2e/secret.txt",
        "/scan/..%2f..%2fsecret.txt",
        "/%252e%252e/secret.txt",
        "/scan/..%5c..%5csecret.txt",
        "//etc/passwd",
        "/etc/passwd",
        "/scan//etc/passwd",
        "/scan/link.txt",
        "/scan/../other/index.html",
        "/scan/%2e%2e%2fother%2findex.html",
        "/linked/",
        "/linked/index.html",
        "http://127.0.0.1/scan/scan.mp3",
        "/scan\\scan.mp3",
        "/scan/" + "a" * 5000,
        "/scan/" + "../" * 1000 + "etc/passwd",
        "/scan/unlisted.txt",
        "/scan/index.html%00.txt",
        "/C:/Windows/win.ini",
        "/loose.txt",
        "/.scan.building-x/a",
        "/.scan.building-x/manifest.json",
        "/scan/page/",
        "/nothing/",
        "/scan/%ff",
    ],
)
def test_there_is_no_way_out(served: int, path: str) -> None:
    status, _, body = ask(served, path)
    assert status == 404
    assert b"secret" not in body
    assert b"private" not in body


def test_nothing_is_logged(served: int, log: Path) -> None:
    ask(served, "/scan/")
    ask(served, "/nothing/")
    with socket.create_connection(("127.0.0.1", served)) as odd:
        odd.sendall(b"\x16\x03\x01 not http\r\n\r\n")
        assert odd.recv(9) == b"HTTP/1.1 "
    assert log.read_text() == ""


def test_a_port_that_is_taken_is_one_sentence(served: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from narration.cli import main

    assert main(["serve", str(tmp_path), "--port", str(served)]) == 2
    assert f"port {served} cannot be used" in capsys.readouterr().err


def test_a_missing_folder_is_wrong_usage(tmp_path: Path) -> None:
    from narration.cli import main

    assert main(["serve", str(tmp_path / "none")]) == 2

"""The server, as a browser and as somebody who tries every way out of the folder meets it."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

AUDIO = bytes(range(256)) * 40


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A real server on the loopback over two tracks, with things around them that nobody may see."""
    base = tmp_path_factory.mktemp("serve")
    root = base / "out"
    for name, title, draft in (("scan", "A <b>scan</b>", True), ("other", "Other", False)):
        (root / name).mkdir(parents=True)
        (root / name / f"{name}.mp3").write_bytes(AUDIO)
        (root / name / "index.html").write_text("<p>hello</p>" * 500)
        listed = {f"{name}.mp3": "", "index.html": "", "link.txt": ""}
        manifest = {"title": title, "language": "en", "duration": 90.0, "draft": draft, "files": listed}
        (root / name / "manifest.json").write_text(json.dumps(manifest))
        (root / name / "unlisted.txt").write_text("private")
    (base / "secret.txt").write_text("secret")
    (root / "loose.txt").write_text("secret")
    (root / ".scan.building-x").mkdir()
    (root / ".scan.building-x" / "manifest.json").write_text(json.dumps({"files": {"a": ""}}))
    (root / "scan" / "link.txt").symlink_to(base / "secret.txt")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PYTHONUNBUFFERED": "1"}
    child = subprocess.Popen(
        [sys.executable, "-m", "narration", "serve", str(root), "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    )
    assert child.stdout is not None
    with child:
        assert f"http://127.0.0.1:{port}/" in child.stdout.readline()
        yield port
        child.terminate()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
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
    assert body.count(b"DRAFT") == 1
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


@pytest.mark.parametrize("asked", [f"bytes={len(AUDIO)}-", "bytes=0-1,4-5"])
def test_ranges_that_cannot_be_given(served: int, asked: str) -> None:
    assert ask(served, "/scan/scan.mp3", Range=asked)[0] == 416


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


def test_a_port_that_is_taken_is_one_sentence(served: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from narration.cli import main

    assert main(["serve", str(tmp_path), "--port", str(served)]) == 2
    assert f"port {served} cannot be used" in capsys.readouterr().err


def test_a_missing_folder_is_wrong_usage(tmp_path: Path) -> None:
    from narration.cli import main

    assert main(["serve", str(tmp_path / "none")]) == 2

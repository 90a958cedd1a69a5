"""`narration serve` under slow listeners: errors, the wait for the first byte, and the server's memory.

    python benchmarks/serving.py [--listeners 200] [--seconds 20]

A real server on the loopback, over a track of 10 MB.  First one visitor at a
time, then the same while all the listeners are held back to the pace of a
recording of 96 kbit/s.  Every listener's bytes are compared at the end.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

AUDIO = os.urandom(10_000_000)
PACE_BYTES = 12_000
"""A second, of each listener: 96 kbit/s."""
PROBES = 200


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--listeners", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=20.0)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        make_track(Path(folder) / "scan")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        command = [sys.executable, "-m", "narration", "serve", folder, "--port", str(port)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            server.stdout.readline()
            try:
                asyncio.run(measure(port, server.pid, args.listeners, args.seconds))
            finally:
                server.terminate()


def make_track(folder: Path) -> None:
    folder.mkdir()
    (folder / "scan.mp3").write_bytes(AUDIO)
    (folder / "index.html").write_text("<p>hello</p>" * 2000)
    manifest = {"title": "A scan", "language": "en", "duration": 833.0, "draft": False}
    (folder / "manifest.json").write_text(json.dumps({**manifest, "files": {"scan.mp3": "", "index.html": ""}}))


async def measure(port: int, server_pid: int, listeners: int, seconds: float) -> None:
    print(f"{listeners} listeners at {PACE_BYTES * 8 // 1000} kbit/s for {seconds:.0f} s, {os.cpu_count()} cores")
    await first_byte_ms(port, "/scan/")  # the templates load once
    idle = [await first_byte_ms(port, path) for path in paths()]
    before = memory_mb(server_pid)
    print(f"idle: first byte p50 {percentile(idle, 50):.1f} ms, p99 {percentile(idle, 99):.1f} ms; {before:.1f} MB")

    # In a process of their own, or their work would be measured as the server's.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        crowd = pool.submit(listen_all, port, listeners, seconds, AUDIO)
        await asyncio.sleep(seconds / 4)
        early = memory_mb(server_pid)
        busy = [await first_byte_ms(port, path) for path in paths()]
        await asyncio.sleep(seconds / 4)
        late = memory_mb(server_pid)
        wrong = await asyncio.wrap_future(crowd)
    print(f"busy: first byte p50 {percentile(busy, 50):.1f} ms, p99 {percentile(busy, 99):.1f} ms")
    print(f"p99 is {percentile(busy, 99) - percentile(idle, 99):+.1f} ms beside idle")
    print(f"memory: {early:.1f} MB with all connected, {late:.1f} MB some time later")
    print(f"listeners with an error or a wrong byte: {wrong}")


def listen_all(port: int, listeners: int, seconds: float, audio: bytes) -> int:
    """How many of them met an error or a wrong byte."""

    async def all_at_once() -> list[bool]:
        return await asyncio.gather(*(listen(port, number, seconds, audio) for number in range(listeners)))

    return sum(asyncio.run(all_at_once()))


def paths() -> list[str]:
    return ["/scan/scan.mp3", "/scan/"] * (PROBES // 2)


async def first_byte_ms(port: int, path: str) -> float:
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request(port, path, "bytes=0-99"))
    assert (await reader.read(1)) == b"H"
    took = (time.perf_counter() - began) * 1000
    await reader.read()
    writer.close()
    return took


async def listen(port: int, number: int, seconds: float, audio: bytes) -> bool:
    """Whether anything went wrong while one listener heard its part of the recording."""
    start = number * 4001 % 1_000_000
    try:
        # A small buffer at this end, so that the server really has to wait.
        held = socket.socket()
        held.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16_384)
        held.setblocking(False)
        await asyncio.get_running_loop().sock_connect(held, ("127.0.0.1", port))
        reader, writer = await asyncio.open_connection(sock=held, limit=PACE_BYTES)
        writer.write(request(port, "/scan/scan.mp3", f"bytes={start}-"))
        head = await reader.readuntil(b"\r\n\r\n")
        got = bytearray()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            got += await reader.readexactly(PACE_BYTES // 4)
            await asyncio.sleep(0.25)
        writer.close()
    except (OSError, asyncio.IncompleteReadError):
        return True
    return not head.startswith(b"HTTP/1.1 206") or audio[start : start + len(got)] != bytes(got)


def request(port: int, path: str, part: str) -> bytes:
    lines = (f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Range: {part}", "Connection: close", "", "")
    return "\r\n".join(lines).encode()


def memory_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not tell a process's memory")


def percentile(values: list[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


if __name__ == "__main__":
    main()

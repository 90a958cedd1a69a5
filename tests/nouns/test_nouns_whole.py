"""Files written whole: nobody meets half of one, and nothing is left lying about."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from narration.whole import write_whole


def test_who_reads_already_keeps_the_earlier_file(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"earlier")
    with path.open("rb") as reader:
        write_whole(path, b"new")
        assert (reader.read(), path.read_bytes()) == (b"earlier", b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"earlier")

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:2])
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="full"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_writers_at_the_same_time_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / f"{'a' * 250}.txt"
    texts = [bytes([number]) * 50_000 for number in range(20)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda data: write_whole(path, data), texts))
    assert path.read_bytes() in texts
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_a_web_server_may_read_it(tmp_path: Path) -> None:
    """A temporary file by the book is for its owner alone."""
    write_whole(tmp_path / "page.html", b"")
    (tmp_path / "plain").touch()
    assert (tmp_path / "page.html").stat().st_mode == (tmp_path / "plain").stat().st_mode

"""Clips on disk: what a voice has said, kept out of memory until its moment in the track."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from narration.clip import Clip


class Spool(Mapping[str, Clip]):
    """Clips by id, in one file; a context manager.  ``add`` appends, ``[]`` reads."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w+b")
        self._places: dict[str, tuple[int, int, int]] = {}
        self._end = 0

    def add(self, key: str, clip: Clip) -> None:
        self._file.seek(self._end)
        self._file.write(clip.pcm)
        self._places[key] = (self._end, len(clip.pcm), clip.sample_rate_hz)
        self._end += len(clip.pcm)

    def __getitem__(self, key: str) -> Clip:
        start, length, rate_hz = self._places[key]
        self._file.seek(start)
        return Clip(self._file.read(length), rate_hz)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

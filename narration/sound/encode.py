"""Encoding: the mastered stream as the files that people play, all at the same time.

Each encoder runs in a thread of its own and is fed the track's blocks while the
next ones are being made.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import av

from narration.errors import SoundError, UsageError
from narration.sound.formats import FORMATS, Encoder, Label
from narration.sound.master import Pcm

BLOCKS_AHEAD = 4
"""How far the maker of the stream may be ahead of the slowest encoder; this bounds the memory."""


def encode(
    stream: Iterable[Pcm], label: Label, folder: Path, name: str, formats: Sequence[str], *, stereo: bool = False
) -> Iterator[int]:
    """Write ``name.<format>`` for each format into ``folder``; yields how many samples have gone in.

    ``stereo`` writes the same sound into two channels, for systems that want two.

    Raises ``UsageError`` for a format that is not in the table, ``SoundError``
    when an encoder fails, ``OSError`` when the disk is full.
    """
    unknown = [key for key in formats if key not in FORMATS]
    if unknown:
        raise UsageError(f"there is no audio format “{unknown[0]}”.", remedy=f"It knows {', '.join(FORMATS)}.")
    workers = [_Worker(key, folder / f"{name}.{key}", label, 2 if stereo else 1) for key in formats]
    done = 0
    try:
        for block in stream:
            for worker in workers:
                worker.feed(block)
            done += len(block)
            yield done
        for worker in workers:
            worker.finish()
        for worker in workers:
            worker.join()
    except BaseException:
        for worker in workers:
            worker.stop()
        raise


class _Worker:
    """One encoder in its thread, and the blocks that wait for it."""

    def __init__(self, key: str, path: Path, label: Label, channels: int) -> None:
        self._key, self._path = key, path
        self._blocks: queue.Queue[Pcm | None] = queue.Queue(BLOCKS_AHEAD)
        self._failure: BaseException | None = None
        self._stopped = False
        self._thread = threading.Thread(target=self._run, args=(label, channels), name=f"encode-{key}", daemon=True)
        self._thread.start()

    def feed(self, block: Pcm) -> None:
        if self._failure is not None:
            raise self._explained(self._failure)
        self._blocks.put(block)

    def finish(self) -> None:
        self._blocks.put(None)

    def join(self) -> None:
        self._thread.join()
        if self._failure is not None:
            raise self._explained(self._failure)

    def stop(self) -> None:
        self._stopped = True
        self._blocks.put(None)
        self._thread.join()

    def _run(self, label: Label, channels: int) -> None:
        encoder: Encoder | None = None
        ended = False
        try:
            encoder = FORMATS[self._key](self._path, label, channels)
            while (block := self._blocks.get()) is not None:
                if not self._stopped:
                    encoder.write(block)
            ended = True
            encoder.close()
        except BaseException as error:  # handed to the caller's thread
            self._failure = error
            if encoder is not None:
                encoder.abandon()
            while not ended and self._blocks.get() is not None:
                pass  # or the caller would wait for room

    def _explained(self, error: BaseException) -> BaseException:
        if not isinstance(error, av.error.FFmpegError):
            return error
        if isinstance(error, OSError) and error.errno and error.filename:
            return OSError(error.errno, error.strerror, str(self._path))
        return SoundError(f"the {self._key} encoder failed: {error}.", path=self._path)
